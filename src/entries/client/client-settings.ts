import {type AuthSettings, getTokenSource} from '../../auth/create-token-source.js';
import type {TokenSource} from '../../auth/token-source.js';
import {ConfigurationError} from '../../errors/configuration-error.js';
import type {RequestSettings} from '../../query/to-query-request.js';

/**
 * Where a client asks, and for whom. They mean what the attributes of the same name do. The first
 * of `getToken`, `tokenEndpoint` and `clerk` wins; without them, Clerk is found on the page or
 * loaded with `publishableKey`.
 */
export interface ClientSettings extends RequestSettings, Omit<AuthSettings, 'pipe' | 'trusted'> {}

/**
 * Returns where tokens for `pipe` come from: the source that elements with these settings have.
 *
 * @throws {ConfigurationError | HostNotAllowedError} on a server, and for an endpoint elsewhere.
 */
export function toTokenSource(settings: ClientSettings, pipe: string): TokenSource {
  if (typeof window === 'undefined')
    throw new ConfigurationError(
      'createTinybirdClient() asks for the visitor of a page; on a server, fetch the pipe with a token of its own.',
    );
  // The page's own code says so, not markup.
  return getTokenSource({...settings, pipe, trusted: true});
}
