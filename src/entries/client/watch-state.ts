import type {ChartError} from '../../errors/chart-error.js';
import {type QueryState, type QueryStatus, type StaleReason} from '../../query/query-state.js';
import type {PipeResponse} from '../../tinybird/pipe-response.js';

/** What a watch has to show. Never mutated: a change makes a new one. */
export interface WatchState {
  /** `ready` as long as there are rows of the visitor who is signed in now. */
  readonly status: QueryStatus;
  /** Those rows, or null. Whatever was made of older ones has to go with them. */
  readonly response: PipeResponse | null;
  /** The latest failure, also while older rows stay. */
  readonly error: ChartError | null;
  readonly isFetching: boolean;
  /** Why the rows are older than wanted, or null. */
  readonly staleReason: StaleReason | null;
  /** Wall-clock time of the next attempt in milliseconds, when one is planned. */
  readonly retryAtMs: number | null;
}

/** Before anything is known; what a server renders. */
export const WAITING: WatchState = {
  status: 'waiting',
  response: null,
  error: null,
  isFetching: false,
  staleReason: null,
  retryAtMs: null,
};

/** The state of a watch that cannot begin. */
export function toFailedWatch(error: ChartError): WatchState {
  return {...WAITING, status: 'error', error};
}

/** Leaves out what is the cache's own business. */
export function toWatchState(state: QueryState): WatchState {
  const {status, response, error, isFetching, staleReason, retryAtMs} = state;
  return {status, response, error, isFetching, staleReason, retryAtMs};
}
