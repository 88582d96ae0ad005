import type {RunningClerk} from './clerk/server.js';
import {CATALOGUE} from './project/catalogue.js';
import type {Services} from './services.js';
import {LOCAL_APPEND_TOKEN, LOCAL_PUBLIC_READ_TOKEN} from './settings.js';
import type {Project} from './tinybird/load-project.js';
import type {TinybirdStandIn} from './tinybird/server.js';
import type {TemplateParameter} from './tinybird/template/compiled-template.js';

/** One endpoint of the demo project: what it answers, how to draw it, what it may be asked. */
export interface DescribedPipe {
  readonly name: string;
  readonly id: string;
  readonly description: string;
  readonly heading: string;
  /** Attributes of `<tinybird-chart>` that draw it well. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly parameters: readonly TemplateParameter[];
}

/** What `GET /stack.json` answers: everything a page or a test must know about the stack. */
export interface StackDescription {
  readonly notice: string;
  readonly origin: string;
  readonly tinybird: {
    readonly host: string;
    readonly isStandIn: boolean;
    /** Static token that reads the public pipe; null for a foreign workspace. */
    readonly publicToken: string | null;
    /** Static token that appends to live_events; null for a foreign workspace. */
    readonly appendToken: string | null;
    /** Addresses of faults (for both stand-ins), options and request log; null when foreign. */
    readonly controls: Readonly<Record<'faults' | 'options' | 'requests', string>> | null;
  };
  readonly clerk: {
    readonly publishableKey: string;
    /** Relative proxy path; null for a real application. */
    readonly proxyUrl: string | null;
    readonly isStandIn: boolean;
    readonly jwtTemplate: string;
    readonly url: string | null;
    readonly controls: Readonly<Record<'control' | 'requests', string>> | null;
  };
  readonly users: readonly {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly password: string;
    /** Slugs of the organizations that the person is a member of. */
    readonly organizations: readonly string[];
  }[];
  readonly organizations: readonly {
    readonly id: string;
    readonly slug: string;
    readonly name: string;
  }[];
  readonly pipes: readonly DescribedPipe[];
}

/** The parts that run, or null for services that are real. */
export interface StackParts {
  readonly origin: string;
  readonly services: Services;
  readonly project: Project;
  readonly tinybird: TinybirdStandIn | null;
  readonly clerk: RunningClerk | null;
}

/** Describes a running stack. */
export function describeStack(parts: StackParts): StackDescription {
  const {origin, services, project, tinybird, clerk} = parts;
  const organizations = clerk?.organizations ?? [];
  const slugOf = (id: string) => organizations.find((each) => each.id === id)?.slug ?? id;
  return {
    notice:
      tinybird && clerk
        ? 'Local stand-ins for Tinybird and Clerk. Every key and password here is public.'
        : 'Partly real services; see tinybird.isStandIn and clerk.isStandIn.',
    origin,
    tinybird: {
      host: services.tinybirdHost ?? tinybird?.url ?? '',
      isStandIn: tinybird !== null,
      publicToken: tinybird && LOCAL_PUBLIC_READ_TOKEN,
      appendToken: tinybird && LOCAL_APPEND_TOKEN,
      controls: tinybird && {
        faults: `${tinybird.url}/__faults`,
        options: `${tinybird.url}/__options`,
        requests: `${tinybird.url}/__requests`,
      },
    },
    clerk: {
      publishableKey: services.clerkPublishableKey ?? clerk?.publishableKey ?? '',
      proxyUrl: clerk && '/__clerk',
      isStandIn: clerk !== null,
      jwtTemplate: services.jwtTemplate,
      url: clerk && clerk.url,
      controls: clerk && {
        control: `${clerk.url}/__control`,
        requests: `${clerk.url}/__requests`,
      },
    },
    users: (clerk?.users ?? []).map((user) => ({
      id: user.id,
      name: `${user.firstName} ${user.lastName}`,
      email: user.email,
      password: user.password,
      organizations: user.memberships.map(({organizationId}) => slugOf(organizationId)),
    })),
    organizations: organizations.map(({id, slug, name}) => ({id, slug, name})),
    pipes: describePipes(project),
  };
}

function describePipes(project: Project): DescribedPipe[] {
  const known = CATALOGUE.flatMap(({pipe: name, heading, attributes}) => {
    const pipe = project.pipes.get(name);
    if (!pipe) return [];
    const {id, file, templates} = pipe;
    const byName = new Map<string, TemplateParameter>();
    for (const {parameters} of templates.values()) {
      for (const parameter of parameters) {
        if (!byName.has(parameter.name)) byName.set(parameter.name, parameter);
      }
    }
    const parameters = [...byName.values()];
    return [{name, id, description: file.description, heading, attributes, parameters}];
  });
  return known;
}
