import type {Tenancy, TokenSource} from '../auth/token-source.js';
import {DEFAULT_HOST, parseHost} from '../tinybird/host.js';
import {parsePipeName, toParamTexts} from '../tinybird/pipe-params.js';
import type {PipeParams} from '../tinybird/pipe-request.js';
import type {QueryRequest} from './query-key.js';

/** What settings say about a request, besides its pipe and where its token comes from. */
export interface RequestSettings {
  /** API base URL of the workspace's region. @default https://api.tinybird.co */
  readonly host?: string | undefined;
  /** Origins besides `*.tinybird.co` and the page's own that tokens may go to. @default none */
  readonly allowedHosts?: readonly string[] | undefined;
  /** How rows are bound to an organization. @default auto */
  readonly tenancy?: Tenancy | undefined;
  /** Dotted path of the claim that holds the organization. @default the usual places */
  readonly tenantClaim?: string | undefined;
  /** Replaces the page's `fetch` for queries. */
  readonly fetch?: typeof fetch | undefined;
}

/**
 * Returns what the page's shared cache is asked.
 *
 * @throws {ConfigurationError | HostNotAllowedError} when a setting or parameter is wrong.
 */
export function toQueryRequest(
  source: TokenSource,
  pipe: string,
  params: PipeParams,
  settings: RequestSettings,
): QueryRequest {
  const {host = DEFAULT_HOST, allowedHosts = [], tenancy = 'auto', tenantClaim = null} = settings;
  return {
    source,
    host: parseHost(host, {allowedHosts}),
    pipe: parsePipeName(pipe),
    params: toParamTexts(params),
    tenancy,
    tenantClaim,
    fetch: settings.fetch,
  };
}
