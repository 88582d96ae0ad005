import type {Tenancy, TokenSource} from '../auth/token-source.js';
import {stableKey} from '../lib/stable-key.js';
import type {PipeRequest} from '../tinybird/pipe-request.js';
import type {FetchLike} from '../tinybird/request-attempt.js';

/** Everything that decides which rows a chart gets. `host` comes from `parseHost`. */
export interface QueryRequest extends PipeRequest {
  readonly source: TokenSource;
  readonly tenancy: Tenancy;
  /** Dotted path of the organization claim, or null for the usual places. */
  readonly tenantClaim: string | null;
  /** Replaces the page's `fetch`; its own cache entries. */
  readonly fetch?: FetchLike | undefined;
}

const fetchIds = new WeakMap<FetchLike, number>();
let lastFetchId = 0;

/** Returns equal text for requests that may share rows. The identity is the source's to tell. */
export function toQueryKey(request: QueryRequest): string {
  const {source, host, pipe, params, tenancy, tenantClaim, fetch} = request;
  return stableKey([source.key, host, pipe, params, tenancy, tenantClaim, fetch && toId(fetch)]);
}

function toId(fetch: FetchLike): number {
  const id = fetchIds.get(fetch) ?? (lastFetchId += 1);
  fetchIds.set(fetch, id);
  return id;
}
