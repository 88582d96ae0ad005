import {fileURLToPath} from 'node:url';
import type {GrantedPipe} from './clerk/demo-templates.js';
import {startClerk, type RunningClerk} from './clerk/server.js';
import {FaultRules} from './faults.js';
import {startPageServer, type ServeMode} from './page-server.js';
import {LIVE_DATASOURCE, UNSAFE_PIPE} from './project/catalogue.js';
import {startLiveTraffic, type LiveEvent} from './project/live-traffic.js';
import {readServices, type Services} from './services.js';
import {LOCAL_APPEND_TOKEN} from './settings.js';
import {describeStack, type StackDescription} from './stack-description.js';
import {loadProject} from './tinybird/load-project.js';
import {startTinybird, type TinybirdStandIn} from './tinybird/server.js';

const projectDir = fileURLToPath(new URL('project', import.meta.url));

/** How to start the local stack; port 0 takes a free one. */
export interface StackOptions {
  /** Port of the pages. @default 0 */
  readonly port?: number;
  /** @default 0 */
  readonly tinybirdPort?: number;
  /** @default 0 */
  readonly clerkPort?: number;
  /** Where data is kept; one stack at a time. @default `.stack` in the working directory */
  readonly dataDir?: string;
  /** @default 'dev' */
  readonly serve?: ServeMode;
  /** Sent with pages and scripts, for instance a Content-Security-Policy. @default none */
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether page views keep arriving in live_events. @default false */
  readonly liveTraffic?: boolean;
  /** Real services instead of stand-ins. @default stand-ins only */
  readonly services?: Services;
  /** The stand-ins' clock. @default the system's */
  readonly clock?: {now(): number};
  /** Takes one line at a time. @default nothing is logged */
  readonly log?: (line: string) => void;
}

/** A running stack. */
export interface Stack {
  /** Origin of the pages. */
  readonly origin: string;
  readonly tinybirdUrl: string;
  /** Null when a real Clerk application is used. */
  readonly clerkUrl: string | null;
  readonly stackJson: StackDescription;
  /** Null when a foreign workspace is used. */
  readonly tinybird: TinybirdStandIn | null;
  readonly clerk: RunningClerk | null;
  /** Faults of both stand-ins. */
  readonly faults: FaultRules;
  close(): Promise<void>;
}

/**
 * Starts the stand-ins and the page server on loopback. What has started is closed again when a
 * later part fails.
 *
 * @throws {ProjectError | EngineUnavailableError | PortInUseError} each with a message of its own.
 */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const {services = readServices({}), log, clock} = options;
  const faults = new FaultRules();
  const closers: (() => Promise<void> | void)[] = [];
  const close = async () => {
    for (const closePart of closers.splice(0).reverse()) await closePart();
  };
  const injected = {faults, ...(clock && {clock}), ...(log && {log})};

  try {
    const tinybird = services.tinybirdHost
      ? null
      : await startTinybird({
          ...injected,
          port: options.tinybirdPort ?? 0,
          projectDir,
          ...(options.dataDir !== undefined && {dataDir: options.dataDir}),
        });
    if (tinybird) closers.push(() => tinybird.close());
    const project = tinybird?.project ?? loadProject(projectDir);

    const endpoints = [...project.pipes.values()].filter(({file}) => file.type === 'endpoint');
    const clerk = services.clerkPublishableKey
      ? null
      : await startClerk({
          ...injected,
          faults: faults.forServer('clerk'),
          port: options.clerkPort ?? 0,
          settings: {
            workspaceId: services.signing.workspaceId,
            signingKey: services.signing.adminToken,
            pipes: endpoints.map(({name}) => ({name, ...fixedParamsOf(name)})),
          },
        });
    if (clerk) closers.push(() => clerk.close());

    const describe = (origin: string) =>
      describeStack({origin, services, project, tinybird, clerk});
    const {tinybird: api, clerk: auth} = describe('');
    const pages = await startPageServer({
      port: options.port ?? 0,
      serve: options.serve ?? 'dev',
      clerkUrl: clerk?.url ?? null,
      tinybirdUrl: tinybird?.url ?? null,
      describe,
      htmlValues: {
        TINYBIRD_HOST: api.host,
        TINYBIRD_PUBLIC_TOKEN: api.publicToken ?? '',
        CLERK_PUBLISHABLE_KEY: auth.publishableKey,
        CLERK_PROXY_URL: auth.proxyUrl ?? '',
        CLERK_JWT_TEMPLATE: auth.jwtTemplate,
      },
      headers: options.headers ?? {},
    });
    closers.push(() => pages.close());

    if (tinybird && options.liveTraffic) {
      closers.push(
        startLiveTraffic({
          send: (events) => appendLiveEvents(tinybird.url, events),
          onError: (error) => log?.(`Live traffic: ${String(error)}`),
        }),
      );
    }
    const stackJson = describe(pages.origin);
    return {
      origin: pages.origin,
      tinybirdUrl: stackJson.tinybird.host,
      clerkUrl: clerk?.url ?? null,
      stackJson,
      tinybird,
      clerk,
      faults,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function appendLiveEvents(url: string, events: readonly LiveEvent[]): Promise<void> {
  const response = await fetch(`${url}/v0/events?name=${LIVE_DATASOURCE}`, {
    method: 'POST',
    headers: {authorization: `Bearer ${LOCAL_APPEND_TOKEN}`},
    body: events.map((event) => JSON.stringify(event)).join('\n'),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
}

/** The pipe that warns of optional filters has no rows for the people of the demo by their id. */
function fixedParamsOf(pipe: string): Pick<GrantedPipe, 'fixedParams'> {
  return pipe === UNSAFE_PIPE ? {fixedParams: {org: '{{org.slug}}'}} : {};
}
