// The steps between the states of a query, as pure functions. When to take them is `Query`'s.

import type {AuthState} from '../auth/token-source.js';
import type {ChartError} from '../errors/chart-error.js';
import type {PipeResponse} from '../tinybird/pipe-response.js';
import type {QueryState, QueryStatus, StaleReason} from './query-state.js';

/** Rows with the identity they belong to. */
export interface OwnedRows {
  readonly response: PipeResponse;
  readonly identityKey: string;
}

/** What a failure leads to. */
export interface FailurePlan {
  readonly retryAtMs: number | null;
  readonly isOnline: boolean;
  /** True for a first hiccup that is over before anyone could act on it. */
  readonly isQuiet: boolean;
}

const NOTHING = {
  response: null,
  identityKey: null,
  error: null,
  isFetching: false,
  staleReason: null,
  retryAtMs: null,
  answers: 0,
} as const;

/** State of a query that nobody has asked yet. */
export const INITIAL_STATE: QueryState = {...NOTHING, status: 'waiting'};

/** The identity is not certain, or another one: no rows, whatever was there. */
export function toIdentity(state: QueryState, auth: AuthState): QueryState {
  const {answers} = state;
  switch (auth.status) {
    case 'signed-in':
      return {...NOTHING, answers, status: 'loading'};
    case 'failed':
      return {...NOTHING, answers, status: 'error', error: auth.error};
    case 'waiting':
      return {...NOTHING, answers, status: 'waiting', error: auth.error ?? null};
    case 'signed-out':
      return {...NOTHING, answers, status: 'signed-out'};
  }
}

/** There is no tenant whose rows could be shown: nobody, or no organization. */
export function toWithoutTenant(state: QueryState, error: ChartError): QueryState {
  const status = error.code === 'signed-out' ? 'signed-out' : 'no-organization';
  return {...NOTHING, answers: state.answers, status, error};
}

/** The identity turned out to be the one the concealed rows belong to. */
export function toRevealed(state: QueryState, rows: OwnedRows): QueryState {
  return {...state, ...rows, status: 'ready', error: null, staleReason: null};
}

/** A request begins. A view that an automatic retry may still replace stays until it has. */
export function toStarted(state: QueryState, cause: 'asked' | 'timer'): QueryState {
  const {status, response, staleReason} = state;
  const isAsked = cause === 'asked';
  return {
    ...state,
    status: response ? 'ready' : isAsked || status === 'waiting' ? 'loading' : status,
    error: isAsked && !response ? null : state.error,
    isFetching: true,
    staleReason: response && (staleReason ?? (isAsked ? 'loading' : null)),
    retryAtMs: null,
  };
}

/** Rows arrived. */
export function toAnswered(state: QueryState, rows: OwnedRows): QueryState {
  return {...NOTHING, ...rows, status: 'ready', answers: state.answers + 1};
}

/** A request failed: rows stay and are marked stale; without rows the failure is what is shown. */
export function toFailed(state: QueryState, error: ChartError, plan: FailurePlan): QueryState {
  const {retryAtMs, isOnline, isQuiet} = plan;
  const failed = {...state, error, isFetching: false, retryAtMs};
  const reason = toReason(error, isOnline);
  if (state.response) return {...failed, status: 'ready', staleReason: reason};
  if (isQuiet && isOnline && state.status === 'loading') return {...failed, error: null};
  return {...failed, status: reason, staleReason: null};
}

/** Nothing can be asked before the network is back. */
export function toOffline(state: QueryState): QueryState {
  return state.response
    ? {...state, isFetching: false, staleReason: 'offline', retryAtMs: null}
    : {...state, isFetching: false, status: 'offline', error: null, retryAtMs: null};
}

function toReason(error: ChartError, isOnline: boolean): StaleReason & QueryStatus {
  if (error.code === 'rate-limited') return 'rate-limited';
  if (error.code === 'tenant-mismatch') return 'waiting';
  // Clerk without a network is as late with its token as Tinybird is with its answer.
  const isUnreachable = error.code === 'network' || error.code === 'token-unavailable';
  return isUnreachable && !isOnline ? 'offline' : 'error';
}
