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
  /** The code that draws these rows is on its way. */
  readonly needsCode: boolean;
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
  /** What is missing beside the rows, in the reader's words. */
  readonly note?: string | undefined;
}

/** A chart that has not begun. */
export const NO_FACTS: ChartFacts = {
  given: null,
  isActive: false,
  needsCode: false,
  problem: null,
  query: null,
  previous: null,
};

const NOTHING = {
  response: null,
  error: null,
  staleReason: null,
  isRefetching: false,
  retryAtMs: null,
} as const;

/** States in which rows of an earlier request may stay, as the identity is the same and known. */
const KEEPS_ROWS: ReadonlySet<ChartState> = new Set([
  'loading',
  'rate-limited',
  'offline',
  'error',
]);

const STALE_REASONS: Partial<Record<ChartState, StaleReason>> = {
  'rate-limited': 'rate-limited',
  offline: 'offline',
  error: 'error',
};

/**
 * Decides what is shown. Rows outlive failures and new parameters as a stale picture, never a
 * change of identity: `query` and `previous` hold none of another one.
 */
export function shownState(facts: ChartFacts): ShownState {
  const {given, isActive, needsCode, problem, query, previous} = facts;
  if (needsCode) return kept(previous, {state: 'loading', isRefetching: true});
  if (problem) return kept(previous, {state: 'error', error: problem});
  if (given) return withRows(given);
  if (!isActive) return {...NOTHING, state: 'idle'};
  if (!query) return {...NOTHING, state: 'waiting'};
  const {response, error, retryAtMs} = query;
  const rest = {error, retryAtMs, isRefetching: query.isFetching};
  if (response) return {...withRows(response), ...rest, staleReason: query.staleReason};
  const state = query.status === 'ready' ? 'loading' : query.status;
  return kept(KEEPS_ROWS.has(state) ? previous : null, {...rest, state});
}

function withRows(response: PipeResponse): ShownState {
  return {...NOTHING, state: response.data.length > 0 ? 'ready' : 'empty', response};
}

/** Keeps `previous` on screen as a stale picture; without it `next` is shown as it is. */
function kept(
  previous: PipeResponse | null,
  next: Partial<ShownState> & {readonly state: ChartState},
): ShownState {
  if (!previous) return {...NOTHING, ...next};
  const staleReason = STALE_REASONS[next.state] ?? 'loading';
  return {...NOTHING, ...next, ...withRowsOf(previous), staleReason};
}

function withRowsOf(previous: PipeResponse) {
  const {state, response} = withRows(previous);
  return {state, response};
}
