import type {Json, JwtTemplate} from './jwt-template.js';

/** A pipe that the templates may grant, and the parameters they fix for it. */
export interface GrantedPipe {
  readonly name: string;
  /** @default {org: '{{org.slug}}', user: '{{user.id}}'} */
  readonly fixedParams?: Readonly<Record<string, string>>;
}

/** What the demo's templates are made from. */
export interface TemplateSettings {
  readonly workspaceId: string;
  /** The Tinybird workspace's admin token, whose text is the HS256 key. */
  readonly signingKey: string;
  readonly pipes: readonly GrantedPipe[];
}

const DEFAULT_LIFETIME_S = 60;
const DEFAULT_SKEW_S = 5;
const REQUESTS_PER_SECOND = 10;

function scopes(pipes: readonly GrantedPipe[]): Json {
  return pipes.map(({name, fixedParams}) => ({
    type: 'PIPES:READ',
    resource: name,
    fixed_params: fixedParams ?? {org: '{{org.slug}}', user: '{{user.id}}'},
  }));
}

/**
 * The templates of the local stack. `tinybird` is the one to use; `tinybird_short` expires while a
 * page is open; `tinybird_published` has the shape of the template in Clerk's dashboard, with one
 * `name` for everybody and no organization claim; the last two are refused by Tinybird.
 */
export function demoTemplates(settings: TemplateSettings): JwtTemplate[] {
  const {workspaceId, signingKey, pipes} = settings;
  const claims = {
    name: 'tinybird_{{user.id}}_{{org.id}}',
    workspace_id: workspaceId,
    limits: {rps: REQUESTS_PER_SECOND},
    scopes: scopes(pipes),
  };
  const template = {
    id: '',
    name: 'tinybird',
    claims: {...claims, org_id: '{{org.id}}'},
    signingKey,
    lifetimeS: DEFAULT_LIFETIME_S,
    clockSkewS: DEFAULT_SKEW_S,
    createdAtMs: 0,
    updatedAtMs: 0,
  };
  const templates = [
    template,
    {...template, name: 'tinybird_short', lifetimeS: 30},
    {
      ...template,
      name: 'tinybird_published',
      claims: {...claims, name: 'frontend_jwt'},
    },
    {...template, name: 'tinybird_wrong_key', signingKey: `wrong.${signingKey}`},
    {...template, name: 'tinybird_no_scope', claims: {...template.claims, scopes: []}},
  ];
  return templates.map((each) => ({...each, id: `jtmp_${each.name}`}));
}
