import {ApiError} from './api-error.js';
import type {JwtChecks, VerifiedClaims} from './read-jwt.js';
import {readJwt} from './read-jwt.js';

/** Who a request comes from, once its token has been checked. */
export type Caller =
  {kind: 'admin'} | {kind: 'static'; tokenName: string} | {kind: 'jwt'; claims: VerifiedClaims};

/** What a caller may do with one pipe. */
export interface PipeGrant {
  /** Parameters the caller cannot override. */
  fixedParams: Readonly<Record<string, unknown>>;
  /** The JWT's own rate limit, counted per name; absent when it has none. */
  limit?: {name: string; requestsPerSecond: number};
}

/** What names a pipe, and the static tokens its file grants. */
export interface GrantedPipe {
  name: string;
  id: string;
  readTokenNames: readonly string[];
}

/** Static tokens by their text. */
export type StaticTokens = ReadonlyMap<string, string>;

/**
 * Reads the token from `Authorization: Bearer` or else `?token=`.
 * @throws {ApiError} 403 when there is none.
 */
export function readToken(authorization: string | undefined, queryToken: string | null): string {
  const bearer = /^bearer\s+(\S+)\s*$/i.exec(authorization ?? '')?.[1];
  const token = bearer ?? queryToken;
  if (!token) throw new ApiError(403, 'No token: send it as Authorization: Bearer or as ?token=');
  return token;
}

/**
 * Tells whose token this is: the workspace admin's, a static one, or a JWT.
 * @throws {ApiError} 403 for every other text.
 */
export function identifyCaller(token: string, tokens: StaticTokens, checks: JwtChecks): Caller {
  if (token === checks.adminToken) return {kind: 'admin'};
  const tokenName = tokens.get(token);
  if (tokenName !== undefined) return {kind: 'static', tokenName};
  if (token.startsWith('p.'))
    throw new ApiError(403, 'Invalid token: no such token in this workspace');
  return {kind: 'jwt', claims: readJwt(token, checks)};
}

/**
 * Decides whether a caller may read a pipe, asked for by name or id, which may not exist.
 *
 * A JWT without a scope gets the same 403 for an absent pipe as for a forbidden one.
 * @throws {ApiError} 403 without the right, 404 with the right but no such pipe.
 */
export function authorizePipe<P extends GrantedPipe>(
  caller: Caller,
  asked: string,
  pipe: P | undefined,
): {pipe: P; grant: PipeGrant} {
  const grant = grantOf(caller, asked, pipe);
  if (!grant) throw new ApiError(403, `The token has no PIPES:READ scope for the pipe '${asked}'`);
  if (!pipe) throw new ApiError(404, `The pipe '${asked}' does not exist`);
  return {pipe, grant};
}

function grantOf(
  caller: Caller,
  asked: string,
  pipe: GrantedPipe | undefined,
): PipeGrant | undefined {
  if (caller.kind === 'admin') return {fixedParams: {}};
  if (caller.kind === 'static') {
    return !pipe || pipe.readTokenNames.includes(caller.tokenName) ? {fixedParams: {}} : undefined;
  }
  const {name, scopes, limits} = caller.claims;
  const resources = pipe ? [pipe.name, pipe.id] : [asked];
  // DATASOURCES:READ says nothing about pipes.
  const granted = scopes.filter(
    (scope) => scope.type === 'PIPES:READ' && resources.includes(scope.resource),
  );
  if (granted.length === 0) return undefined;
  const requestsPerSecond = limits?.rps ?? 0;
  return {
    fixedParams: Object.assign(Object.create(null), ...granted.map((each) => each.fixed_params)),
    ...(requestsPerSecond > 0 ? {limit: {name, requestsPerSecond}} : {}),
  };
}

/** Whether a caller may append to a data source whose file grants these tokens. */
export function mayAppend(caller: Caller, appendTokenNames: readonly string[]): boolean {
  if (caller.kind === 'admin') return true;
  return caller.kind === 'static' && appendTokenNames.includes(caller.tokenName);
}
