import {LOCAL_ADMIN_TOKEN, LOCAL_WORKSPACE_ID} from './settings.js';

/** Which services the demo pages talk to: stand-ins, real ones, or Tinybird Local. */
export interface Services {
  /** Publishable key of a real Clerk application; null starts the stand-in. */
  readonly clerkPublishableKey: string | null;
  /** API base URL of a real workspace or of Tinybird Local; null starts the stand-in. */
  readonly tinybirdHost: string | null;
  readonly jwtTemplate: string;
  /** What the Clerk stand-in signs template tokens with, and for which workspace. */
  readonly signing: {readonly adminToken: string; readonly workspaceId: string};
}

/** The environment asks for services that cannot work together; the message says what is missing. */
export class ServicesError extends Error {
  override readonly name = 'ServicesError';
}

/**
 * Reads `CLERK_PUBLISHABLE_KEY`, `TINYBIRD_HOST`, `TINYBIRD_ADMIN_TOKEN`, `TINYBIRD_WORKSPACE_ID`
 * and `CLERK_JWT_TEMPLATE`. All absent or empty means stand-ins only.
 *
 * @throws {ServicesError} when a foreign Tinybird would get tokens that it cannot verify.
 */
export function readServices(environment: Readonly<Record<string, string | undefined>>): Services {
  const read = (name: string) => environment[name] || null;
  const clerkPublishableKey = read('CLERK_PUBLISHABLE_KEY');
  const tinybirdHost = read('TINYBIRD_HOST')?.replace(/\/+$/, '') ?? null;
  const adminToken = read('TINYBIRD_ADMIN_TOKEN');
  const workspaceId = read('TINYBIRD_WORKSPACE_ID');
  if (tinybirdHost && !URL.canParse(tinybirdHost)) {
    throw new ServicesError(`TINYBIRD_HOST is not a URL: ${tinybirdHost}`);
  }
  if (tinybirdHost && !clerkPublishableKey && !(adminToken && workspaceId)) {
    throw new ServicesError(
      'TINYBIRD_HOST needs either CLERK_PUBLISHABLE_KEY, or TINYBIRD_ADMIN_TOKEN and ' +
        'TINYBIRD_WORKSPACE_ID for the Clerk stand-in to sign tokens with.',
    );
  }
  if (clerkPublishableKey && !tinybirdHost) {
    throw new ServicesError(
      'CLERK_PUBLISHABLE_KEY needs TINYBIRD_HOST: the Tinybird stand-in cannot verify real tokens.',
    );
  }
  return {
    clerkPublishableKey,
    tinybirdHost,
    jwtTemplate: read('CLERK_JWT_TEMPLATE') ?? 'tinybird',
    signing: tinybirdHost
      ? {adminToken: adminToken ?? '', workspaceId: workspaceId ?? ''}
      : {adminToken: LOCAL_ADMIN_TOKEN, workspaceId: LOCAL_WORKSPACE_ID},
  };
}
