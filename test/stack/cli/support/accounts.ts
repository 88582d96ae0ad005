import {after, afterEach, before} from 'node:test';
import {startClerk, type RunningClerk} from '../../../../demo/stack/clerk/server.js';
import {
  LOCAL_ADMIN_TOKEN,
  LOCAL_CLERK_SECRET_KEY,
  LOCAL_WORKSPACE_ID,
} from '../../../../demo/stack/settings.js';
import {startTinybird, type TinybirdStandIn} from '../../../../demo/stack/tinybird/server.js';
import {VISITS_FILES, writeTempProject} from '../../tinybird/support/temp-project.js';

const endpoint = (sql: string, type = 'endpoint') =>
  `NODE rows\nSQL >\n    %\n    ${sql}\n\nTYPE ${type}\n`;

/** A safe endpoint, three that leak, one that needs more, and a pipe that is no endpoint. */
const FILES: Readonly<Record<string, string>> = {
  ...VISITS_FILES,
  'datasources/copies.datasource': VISITS_FILES['datasources/visits.datasource'] ?? '',
  'endpoints/unfiltered.pipe': endpoint('SELECT count() AS visits FROM visits'),
  'endpoints/optional.pipe': endpoint(
    'SELECT count() AS visits FROM visits {% if defined(org) %} WHERE org = {{ String(org) }} {% end %}',
  ),
  'endpoints/defaulted.pipe': endpoint(
    "SELECT count() AS visits FROM visits WHERE org = {{ String(org, 'acme') }}",
  ),
  'endpoints/dated.pipe': endpoint(
    'SELECT count() AS visits FROM visits WHERE org = {{ String(org, required=True) }} AND timestamp > {{ Date(day, required=True) }}',
  ),
  'copies/copied.pipe': `${endpoint('SELECT * FROM visits', 'copy')}TARGET_DATASOURCE copies\n`,
};

/** Secrets as a person has them in the environment. */
export const SECRETS = {
  TINYBIRD_TOKEN: LOCAL_ADMIN_TOKEN,
  CLERK_SECRET_KEY: LOCAL_CLERK_SECRET_KEY,
} as const;

/** Stand-ins of both services. Usable inside tests only. */
export interface Accounts {
  readonly tinybird: TinybirdStandIn;
  readonly clerk: RunningClerk;
  /** `--host`, `--clerk-api`, and the rest of the flags. */
  flags(...flags: readonly string[]): string[];
  /** Asks Clerk's Backend API. */
  clerkApi(method: string, path: string, body?: unknown): Promise<unknown>;
  /** Changes the template `tinybird`. */
  changeTemplate(changes: object): Promise<void>;
}

/** Starts both around the tests of a `describe`; Clerk forgets what a test did. */
export function useAccounts(): Accounts {
  let started: {tinybird: TinybirdStandIn; clerk: RunningClerk} | undefined;
  const now = () => {
    if (!started) throw new Error('The accounts are used outside their tests.');
    return started;
  };
  const folder = writeTempProject(FILES);
  before(async () => {
    const tinybird = await startTinybird(folder);
    const clerk = await startClerk({
      port: 0,
      settings: {
        workspaceId: LOCAL_WORKSPACE_ID,
        signingKey: LOCAL_ADMIN_TOKEN,
        pipes: [{name: 'visits_by_org', fixedParams: {org: "{{org.slug || 'none'}}"}}],
      },
    });
    started = {tinybird, clerk};
  });
  afterEach(() => now().clerk.control({reset: true}));
  after(async () => {
    await now().clerk.close();
    await now().tinybird.close();
    folder.remove();
  });

  const clerkApi: Accounts['clerkApi'] = async (method, path, body) => {
    const response = await fetch(`${now().clerk.url}${path}`, {
      method,
      headers: {authorization: `Bearer ${LOCAL_CLERK_SECRET_KEY}`},
      ...(body !== undefined && {body: JSON.stringify(body)}),
    });
    return response.json();
  };
  return {
    get tinybird() {
      return now().tinybird;
    },
    get clerk() {
      return now().clerk;
    },
    flags: (...flags) => ['--host', now().tinybird.url, '--clerk-api', now().clerk.url, ...flags],
    clerkApi,
    changeTemplate: async (changes) => {
      await clerkApi('PATCH', '/v1/jwt_templates/jtmp_tinybird', changes);
    },
  };
}
