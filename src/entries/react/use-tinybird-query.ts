import {useMemo, useSyncExternalStore} from 'react';
import {stableKey} from '../../lib/stable-key.js';
import type {PipeParams} from '../../tinybird/pipe-request.js';
import type {ColumnMeta, Row} from '../../tinybird/pipe-response.js';
import {WAITING, type WatchState} from '../client/watch-state.js';
import {useTinybirdClient} from './use-tinybird-client.js';
import {createWatchStore, IDLE_STORE} from './watch-store.js';

/** How a component asks. */
export interface TinybirdQueryOptions {
  /** Seconds between refetches, at least 1. @default off */
  readonly refreshInterval?: number | undefined;
}

/** Rows of a pipe, and where they stand. */
export interface TinybirdQuery extends WatchState {
  /** `response.data`, or null without rows of the visitor who is signed in now. */
  readonly data: readonly Row[] | null;
  readonly meta: readonly ColumnMeta[] | null;
  /** Asks now, also where an error had stopped the query. */
  readonly refetch: () => void;
}

const serverSnapshot = () => WAITING;

/**
 * Follows the rows of `pipe` for the visitor, by the settings of the providers around; null asks
 * for nothing. Equal parameters are the same ones. On a server, and before anything is known,
 * `status` is `waiting`.
 */
export function useTinybirdQuery(
  pipe: string | null,
  params: PipeParams = {},
  {refreshInterval}: TinybirdQueryOptions = {},
): TinybirdQuery {
  const client = useTinybirdClient();
  const key = stableKey([pipe, params, refreshInterval]);
  const store = useMemo(
    () => (pipe === null ? IDLE_STORE : createWatchStore(client, pipe, params, refreshInterval)),
    // `key` stands for the other three.
    [client, key],
  );
  const state = useSyncExternalStore(store.subscribe, store.getSnapshot, serverSnapshot);
  return useMemo(() => {
    const {data = null, meta = null} = state.response ?? {};
    return {...state, data, meta, refetch: store.refetch};
  }, [state, store]);
}
