import type {TokenSource} from '../../auth/token-source.js';
import {
  NoOrganizationError,
  SignedOutError,
  TokenUnavailableError,
} from '../../errors/auth-errors.js';
import type {ChartError} from '../../errors/chart-error.js';
import {NetworkError} from '../../errors/network-error.js';
import type {QueryCache} from '../../query/query-cache.js';
import type {QueryRequest} from '../../query/query-key.js';
import type {QueryState} from '../../query/query-state.js';
import type {PipeResponse} from '../../tinybird/pipe-response.js';

/**
 * Resolves with rows that need no refetch: those of the cache, or those that it asks for. Waits for
 * a visitor and through rate limits.
 *
 * @throws {ChartError} when nobody is signed in, when the visitor changes meanwhile, and for the
 *   first failure that a chart would show; `signal.reason` when aborted.
 */
export function awaitRows(
  cache: QueryCache,
  request: QueryRequest,
  signal?: AbortSignal,
): Promise<PipeResponse> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason as Error);
      return;
    }
    const identity = new FirstIdentity(request.source);
    const observation = cache.observe(request, {refreshIntervalMs: null, onScreen: true}, settle);
    const onAbort = () => end(() => reject(signal?.reason as Error));
    signal?.addEventListener('abort', onAbort, {once: true});
    settle(observation.state);

    function settle(state: QueryState): void {
      const error = identity.hasChanged
        ? new TokenUnavailableError(`Another visitor came while "${request.pipe}" was asked for.`)
        : failureOf(state, request.pipe);
      if (error) end(() => reject(error));
      else if (isSettled(state)) end(() => resolve(state.response));
    }

    function end(act: () => void): void {
      signal?.removeEventListener('abort', onAbort);
      observation.stop();
      act();
    }
  });
}

/** Remembers for whom a question was asked, so that nobody else's rows answer it. */
class FirstIdentity {
  readonly #source: TokenSource;
  #key: string | null = null;

  constructor(source: TokenSource) {
    this.#source = source;
  }

  get hasChanged(): boolean {
    const {state} = this.#source;
    if (state.status !== 'signed-in') return false;
    this.#key ??= state.identity.key;
    return this.#key !== state.identity.key;
  }
}

function isSettled(state: QueryState): state is QueryState & {readonly response: PipeResponse} {
  return state.response !== null && !state.isFetching && state.staleReason === null;
}

function failureOf(state: QueryState, pipe: string): ChartError | null {
  const {status, staleReason, isFetching, error} = state;
  if (status === 'signed-out') return error ?? new SignedOutError(undefined, {pipe});
  if (status === 'no-organization') return error ?? new NoOrganizationError(undefined, {pipe});
  if (isFetching) return null;
  if (status === 'offline' || staleReason === 'offline')
    return error ?? new NetworkError(`There is no network to ask for "${pipe}".`, {pipe});
  return status === 'error' || staleReason === 'error' ? error : null;
}
