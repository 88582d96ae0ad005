import type {ClerkInstance} from '../../auth/clerk-instance.js';
import {getTokenSource} from '../../auth/create-token-source.js';
import type {GetToken} from '../../auth/get-token-source.js';
import type {Tenancy, TokenSource} from '../../auth/token-source.js';
import {ConfigurationError} from '../../errors/configuration-error.js';
import type {QueryRequest} from '../../query/query-key.js';
import {DEFAULT_HOST, parseHost} from '../../tinybird/host.js';
import {parsePipeName, toParamTexts} from '../../tinybird/pipe-params.js';
import type {PipeParams} from '../../tinybird/pipe-request.js';

/**
 * Where a client asks, and for whom. They mean what the attributes of the same name do. The first
 * of `getToken`, `tokenEndpoint` and `clerk` wins; without them, Clerk is found on the page or
 * loaded with `publishableKey`.
 */
export interface ClientSettings {
  /** API base URL of the workspace's region. @default https://api.tinybird.co */
  readonly host?: string | undefined;
  /** Origins besides `*.tinybird.co` and the page's own that tokens may go to. @default none */
  readonly allowedHosts?: readonly string[] | undefined;
  /** Gives tokens without Clerk; null means that nobody is signed in. Keep one function. */
  readonly getToken?: GetToken | undefined;
  /** URL of the page's origin that answers `{token}`. */
  readonly tokenEndpoint?: string | undefined;
  /** The page's own Clerk instance, for pages that bundle Clerk. */
  readonly clerk?: ClerkInstance | undefined;
  /** Loads Clerk with this key when the page has none. */
  readonly publishableKey?: string | undefined;
  /** Proxy to Clerk's Frontend API. */
  readonly proxyUrl?: string | undefined;
  /** Address of Clerk's script. */
  readonly clerkJsUrl?: string | undefined;
  /** Name of the Clerk JWT template. @default tinybird */
  readonly jwtTemplate?: string | undefined;
  /** How rows are bound to an organization. @default auto */
  readonly tenancy?: Tenancy | undefined;
  /** Dotted path of the claim that holds the organization. @default the usual places */
  readonly tenantClaim?: string | undefined;
  /** A public, read-only token, used when there is no session. */
  readonly token?: string | undefined;
  /** Replaces the page's `fetch` for queries. */
  readonly fetch?: typeof fetch | undefined;
}

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
  const {getToken, tokenEndpoint, clerk, publishableKey, proxyUrl, clerkJsUrl, token} = settings;
  return getTokenSource({
    ...{getToken, tokenEndpoint, clerk, publishableKey, proxyUrl, clerkJsUrl, token, pipe},
    jwtTemplate: settings.jwtTemplate ?? 'tinybird',
    // The page's own code says so, not markup.
    trusted: true,
  });
}

/**
 * Returns what the page's shared cache is asked.
 *
 * @throws {ConfigurationError | HostNotAllowedError} when a setting or parameter is wrong.
 */
export function toQueryRequest(
  settings: ClientSettings,
  pipe: string,
  params: PipeParams,
): QueryRequest {
  const source = toTokenSource(settings, pipe);
  const {host = DEFAULT_HOST, allowedHosts = [], tenancy = 'auto', tenantClaim} = settings;
  return {
    source,
    host: parseHost(host, {allowedHosts}),
    pipe: parsePipeName(pipe),
    params: toParamTexts(params),
    tenancy,
    tenantClaim: tenantClaim ?? null,
    fetch: settings.fetch,
  };
}
