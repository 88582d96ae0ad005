import {TokenUnavailableError} from '../errors/auth-errors.js';
import {ConfigurationError, HostNotAllowedError} from '../errors/configuration-error.js';
import type {GetToken} from './get-token-source.js';
import {isRecord} from './jwt-claims.js';

/** What `createEndpointGetToken` depends on. */
export interface TokenEndpointParts {
  readonly location: Pick<Location, 'href' | 'origin'>;
  readonly fetch: typeof fetch;
}

/**
 * Returns a `getToken` that asks `endpoint` with the page's cookies. The answer is `{"token": …}`,
 * null or status 401 when nobody is signed in.
 *
 * @throws {ConfigurationError | HostNotAllowedError} unless `endpoint` is on the page's origin.
 */
export function createEndpointGetToken(endpoint: string, parts: TokenEndpointParts): GetToken {
  const {location} = parts;
  if (!URL.canParse(endpoint, location.href)) {
    throw new ConfigurationError(`token-endpoint "${endpoint}" is not an address.`);
  }
  const url = new URL(endpoint, location.href);
  if (url.origin !== location.origin) {
    throw new HostNotAllowedError(`token-endpoint is on ${url.origin}: it must be the page's own.`);
  }
  return async ({signal}) => {
    const response = await parts.fetch(url, {
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      headers: {accept: 'application/json'},
      signal,
    });
    const {status, ok} = response;
    if (status === 401) return null;
    const unavailable = (what: string) =>
      new TokenUnavailableError(`token-endpoint ${url.pathname} ${what}.`, {
        status,
        retryable: status !== 404,
      });
    if (!ok) throw unavailable(`answered ${status}`);
    const body: unknown = await response.json().catch(() => undefined);
    const token = isRecord(body) ? body['token'] : undefined;
    if (token === null || (typeof token === 'string' && token !== '')) return token;
    throw unavailable('did not answer {"token": "…"}');
  };
}
