import type {TokenSource} from '../../auth/token-source.js';
import {type ChartError, isChartError} from '../../errors/chart-error.js';
import {ConfigurationError} from '../../errors/configuration-error.js';
import {getSharedQueryCache, type QueryCache} from '../../query/query-cache.js';
import type {ObserverOptions} from '../../query/query.js';
import {toQueryRequest} from '../../query/to-query-request.js';
import {parsePipeName} from '../../tinybird/pipe-params.js';
import type {PipeParams} from '../../tinybird/pipe-request.js';
import {awaitRows} from './await-rows.js';
import {awaitToken} from './await-token.js';
import {type ClientSettings, toTokenSource} from './client-settings.js';
import type {ClientSession, TinybirdQueryClient, Watch, WatchOptions} from './query-client.js';
import {toFailedWatch, toWatchState, type WatchState} from './watch-state.js';

/** Smallest refresh interval, in seconds. */
const MIN_REFRESH_S = 1;

const NOBODY: ClientSession = {
  status: 'waiting',
  userId: null,
  organization: null,
  error: null,
};

/**
 * Makes a client for these settings. Never throws; wrong settings fail each question. Clients with
 * equal settings share everything, so that one for each component costs nothing.
 */
export function createTinybirdClient(
  settings: ClientSettings = {},
  getCache: () => QueryCache = getSharedQueryCache,
): TinybirdQueryClient {
  let source: TokenSource | null = null;
  const sessionSource = () => (source ??= toTokenSource(settings, ''));
  const requestFor = (pipe: string, params: PipeParams) =>
    toQueryRequest(toTokenSource(settings, pipe), pipe, params, settings);
  return {
    async query(pipe, params = {}, {signal} = {}) {
      const request = requestFor(pipe, params);
      return awaitRows(getCache(), request, signal);
    },

    watch(pipe, params, options, callback) {
      try {
        const observerOptions = toObserverOptions(options);
        const request = requestFor(pipe, params);
        let shown: WatchState | null = null;
        const observation = getCache().observe(request, observerOptions, (state) => {
          shown = toWatchState(state);
          callback(shown);
        });
        const watch: Watch = {
          get state() {
            return (shown ??= toWatchState(observation.state));
          },
          refetch: () => observation.refetch(),
          stop: () => {
            options.signal?.removeEventListener('abort', watch.stop);
            observation.stop();
          },
        };
        if (options.signal?.aborted) watch.stop();
        else options.signal?.addEventListener('abort', watch.stop, {once: true});
        return watch;
      } catch (error) {
        const state = toFailedWatch(asChartError(error));
        return {state, refetch: () => undefined, stop: () => undefined};
      }
    },

    get session(): ClientSession {
      try {
        return toSession(sessionSource());
      } catch (error) {
        // Nobody is known on a server, where this is rendered all the same.
        if (typeof window === 'undefined') return NOBODY;
        return {...NOBODY, status: 'failed', error: asChartError(error)};
      }
    },

    observeSession(callback) {
      try {
        return sessionSource().observe(callback);
      } catch (error) {
        asChartError(error);
        return () => undefined;
      }
    },

    async getToken({pipe, signal = new AbortController().signal}) {
      const {tenancy = 'auto', tenantClaim = null} = settings;
      const asked = {pipe: parsePipeName(pipe), tenancy, tenantClaim, signal};
      return awaitToken(toTokenSource(settings, pipe), asked);
    },
  };
}

function toObserverOptions({refreshInterval, onScreen = true}: WatchOptions): ObserverOptions {
  if (!refreshInterval) return {refreshIntervalMs: null, onScreen};
  if (!Number.isFinite(refreshInterval) || refreshInterval < 0)
    throw new ConfigurationError('`refreshInterval` must be a number of seconds.');
  return {refreshIntervalMs: Math.max(MIN_REFRESH_S, refreshInterval) * 1000, onScreen};
}

function toSession({state}: TokenSource): ClientSession {
  switch (state.status) {
    case 'signed-in': {
      const {userId, organization} = state.identity;
      return {...NOBODY, status: 'signed-in', userId, organization};
    }
    case 'failed':
      return {...NOBODY, status: 'failed', error: state.error};
    case 'waiting':
      return {...NOBODY, error: state.error ?? null};
    case 'signed-out':
      return {...NOBODY, status: 'signed-out'};
  }
}

function asChartError(error: unknown): ChartError {
  if (isChartError(error)) return error;
  throw error;
}
