import type {ChartError} from '../errors/chart-error.js';
import type {QueryState, StaleReason} from '../query/query-state.js';
import type {PipeResponse} from '../tinybird/pipe-response.js';
import type {ChartState} from './events.js';

/** What the state of a chart is made of. */
export interface ChartFacts {
  /** Rows given by the `data` property; they need no query. */
  readonly given: PipeResponse | null;
  /** False while a lazy chart has not been near the viewport. */
  readonly isActive: boolean;
  /** A setting is wrong, or a column asked for is missing. */
  readonly problem: ChartError | null;
  readonly query: QueryState | null;
  /** Rows drawn last, of the same pipe and identity; what stays when the new ones cannot be had. */
  readonly previous: PipeResponse | null;
}

/** What a chart shows now. */
export interface ShownState {
  readonly state: ChartState;
  readonly response: PipeResponse | null;
  readonly error: ChartError | null;
  readonly staleReason: StaleReason | null;
  readonly isRefetching: boolean;
  readonly retryAtMs: number | null;
}

const NOTHING = {
  response: null,
  error: null,
  staleReason: null,
  isRefetching: false,
  retryAtMs: null,
} as const;

/** States in which rows of an earlier request may stay, as the identity is the same and known. */
const KEEPS_PREVIOUS: ReadonlySet<ChartState> = new Set([
  'loading',
  'rate-limited',
  'offline',
  'error',
]);

/**
 * Decides what is shown. Rows outlive failures and new parameters as a stale picture, never a
 * change of identity: `query` and `previous` hold none of another one.
 */
export function shownState(facts: ChartFacts): ShownState {
  const {given, isActive, problem, query, previous} = facts;
  if (problem)
    return {...NOTHING, ...(previous ? withRows(previous) : {}), ...failed(problem, previous)};
  if (given) return withRows(given);
  if (!isActive) return {...NOTHING, state: 'idle'};
  if (!query) return {...NOTHING, state: 'loading', ...keeping(previous, 'loading')};
  const rest = {
    error: query.error,
    isRefetching: query.isFetching,
    retryAtMs: query.retryAtMs,
  };
  if (query.response) return {...withRows(query.response), ...rest, staleReason: query.staleReason};
  if (query.status === 'ready') return {...NOTHING, ...rest, state: 'loading'};
  if (previous && KEEPS_PREVIOUS.has(query.status))
    return {...NOTHING, ...rest, ...keeping(previous, staleReasonOf(query.status))};
  return {...NOTHING, ...rest, state: query.status};
}

function withRows(response: PipeResponse): ShownState {
  return {...NOTHING, state: response.data.length > 0 ? 'ready' : 'empty', response};
}

function keeping(previous: PipeResponse | null, staleReason: StaleReason) {
  if (!previous) return {state: 'loading' as const};
  return {...withRows(previous), staleReason, isRefetching: true};
}

function failed(error: ChartError, rows: PipeResponse | null) {
  return rows === null ? {state: 'error' as const, error} : {error, staleReason: 'error' as const};
}

function staleReasonOf(status: ChartState): StaleReason {
  return status === 'rate-limited' || status === 'offline' || status === 'error'
    ? status
    : 'loading';
}
