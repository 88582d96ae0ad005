import {SignJWT} from 'jose';
import {systemClock} from '../../lib/clock.js';
import {TokenOptionError} from './token-option-error.js';
import {type FixedParams, type TinybirdScope, toScopes} from './token-scopes.js';

/** What a token says, and what it is signed with. */
export interface TinybirdTokenOptions {
  /** Id of the workspace: a UUID, shown by `tb info`. */
  readonly workspaceId: string;
  /** The workspace admin token, from an environment variable of the server. */
  readonly adminToken: string;
  /** Label of the token, and the key under which `rps` is counted: one for each visitor. */
  readonly name: string;
  /** Pipes that the token opens, all with `fixedParams`. */
  readonly pipes?: readonly string[] | undefined;
  /** Parameters that the visitor cannot change, such as `{org: 'acme'}`. */
  readonly fixedParams?: FixedParams | undefined;
  /** In place of both: scopes one by one, as Tinybird writes them. */
  readonly scopes?: readonly TinybirdScope[] | undefined;
  /** Says that pipes without fixed parameters are meant. @default false */
  readonly allowAllRows?: boolean | undefined;
  /** Requests per second of all tokens with this `name`. @default no limit but the plan's */
  readonly rps?: number | undefined;
  /** Whole seconds until the token ends, 30 to 86,400: nothing can take it back. @default 600 */
  readonly expiresInSeconds?: number | undefined;
  /** Id of the visitor, for the claim `sub`. @default none */
  readonly subject?: string | undefined;
  /** Milliseconds since the epoch. @default the server's clock */
  readonly now?: (() => number) | undefined;
}

const MIN_LIFETIME_S = 30;
const MAX_LIFETIME_S = 86_400;
const DEFAULT_LIFETIME_S = 600;

/**
 * Returns a JWT that Tinybird accepts: HS256, signed with the text of the workspace admin token. For
 * servers alone, behind a session that says who the visitor is.
 *
 * @throws {TokenOptionError} naming the option that is wrong, without its value.
 */
export async function signTinybirdToken(options: TinybirdTokenOptions): Promise<string> {
  const {adminToken, now = () => systemClock.now()} = options;
  checkKey(options);
  const claims = {
    workspace_id: options.workspaceId,
    name: readName(options.name),
    scopes: toScopes(options),
    ...toLimits(options.rps),
    ...(options.subject === undefined ? {} : {sub: options.subject}),
  };
  const lifetimeS = readLifetime(options.expiresInSeconds);
  const nowS = Math.floor(now() / 1000);
  return new SignJWT(claims)
    .setProtectedHeader({alg: 'HS256', typ: 'JWT'})
    .setIssuedAt(nowS)
    .setExpirationTime(nowS + lifetimeS)
    .sign(new TextEncoder().encode(adminToken));
}

function checkKey({workspaceId, adminToken}: TinybirdTokenOptions): void {
  if (typeof document !== 'undefined')
    throw new TokenOptionError('adminToken', 'must never reach a browser: sign on your server.');
  if (typeof adminToken !== 'string' || !/^p\.[\w-]+\.[\w-]+$/.test(adminToken))
    throw new TokenOptionError(
      'adminToken',
      'must be the text of the workspace admin token, which begins with "p.".',
    );
  if (
    typeof workspaceId !== 'string' ||
    !/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(workspaceId)
  )
    throw new TokenOptionError('workspaceId', "must be the workspace's id, a UUID, not its name.");
}

function readName(name: unknown): string {
  if (typeof name === 'string' && name.trim() !== '') return name;
  throw new TokenOptionError('name', 'is empty: rate limits are counted by it.');
}

function toLimits(rps: unknown): {limits?: {rps: number}} {
  if (rps === undefined) return {};
  if (typeof rps === 'number' && Number.isInteger(rps) && rps >= 1) return {limits: {rps}};
  throw new TokenOptionError('rps', 'must be a whole number of at least 1; less is no limit.');
}

function readLifetime(seconds: unknown = DEFAULT_LIFETIME_S): number {
  const isWhole = typeof seconds === 'number' && Number.isInteger(seconds);
  if (isWhole && seconds >= MIN_LIFETIME_S && seconds <= MAX_LIFETIME_S) return seconds;
  throw new TokenOptionError('expiresInSeconds', 'must be whole seconds from 30 to 86400.');
}
