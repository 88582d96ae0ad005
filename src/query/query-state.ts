import type {ChartError} from '../errors/chart-error.js';
import type {PipeResponse} from '../tinybird/pipe-response.js';

/** What a query has to show. `ready` holds as long as rows of the current identity are there. */
export type QueryStatus =
  | 'waiting'
  | 'signed-out'
  | 'no-organization'
  | 'loading'
  | 'ready'
  | 'rate-limited'
  | 'offline'
  | 'error';

/** Why the rows on screen are older than wanted. */
export type StaleReason = 'loading' | 'rate-limited' | 'offline' | 'error' | 'waiting';

/** One shared query as its observers see it. Never mutated; a change makes a new one. */
export interface QueryState {
  readonly status: QueryStatus;
  /** Rows of the current identity, or null. */
  readonly response: PipeResponse | null;
  /** Identity that `response` belongs to. */
  readonly identityKey: string | null;
  /** The latest failure, also while older rows stay on screen. */
  readonly error: ChartError | null;
  readonly isFetching: boolean;
  readonly staleReason: StaleReason | null;
  /** Wall-clock time of the next attempt, when one is planned. */
  readonly retryAtMs: number | null;
  /** Counts answers, so that an observer can tell new rows from a repeated notice. */
  readonly answers: number;
}
