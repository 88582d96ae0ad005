import type {PipeParams} from '../../tinybird/pipe-request.js';
import type {TinybirdQueryClient, Watch} from '../client/query-client.js';
import {WAITING, type WatchState} from '../client/watch-state.js';

/** A watch as React's `useSyncExternalStore` wants it: open while somebody subscribes. */
export interface WatchStore {
  readonly subscribe: (callback: () => void) => () => void;
  readonly getSnapshot: () => WatchState;
  /** Asks now; without subscribers it does nothing. */
  readonly refetch: () => void;
}

/** A store of nothing: no pipe is named yet. */
export const IDLE_STORE: WatchStore = {
  subscribe: () => () => undefined,
  getSnapshot: () => WAITING,
  refetch: () => undefined,
};

/** Makes a store of the rows of a pipe; `refreshInterval` in seconds. */
export function createWatchStore(
  client: TinybirdQueryClient,
  pipe: string,
  params: PipeParams,
  refreshInterval: number | undefined,
): WatchStore {
  const callbacks = new Set<() => void>();
  let watch: Watch | null = null;
  const notify = () => callbacks.forEach((callback) => callback());
  return {
    subscribe: (callback) => {
      callbacks.add(callback);
      watch ??= client.watch(pipe, params, {refreshInterval}, notify);
      return () => {
        callbacks.delete(callback);
        if (callbacks.size > 0) return;
        watch?.stop();
        watch = null;
      };
    },
    getSnapshot: () => watch?.state ?? WAITING,
    refetch: () => watch?.refetch(),
  };
}
