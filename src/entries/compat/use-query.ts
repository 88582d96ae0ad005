import {useContext, useEffect, useMemo, useRef, useSyncExternalStore} from 'react';
import {pageSettings} from '../../define.js';
import {stableKey} from '../../lib/stable-key.js';
import type {ColumnMeta, Row, Statistics} from '../../tinybird/pipe-response.js';
import {createTinybirdClient} from '../client/create-tinybird-client.js';
import {WAITING} from '../client/watch-state.js';
import {createWatchStore, IDLE_STORE} from '../react/watch-store.js';
import {CompatContext} from './chart-provider.js';
import type {ChartProps, CompatQuery} from './compat-props.js';
import {parseEndpoint} from './parse-endpoint.js';
import {getTokenOf} from './token-stream.js';

/** Rows of an endpoint, and where they stand. */
export interface ChartQuery {
  readonly data: readonly Row[] | null;
  readonly meta: readonly ColumnMeta[] | null;
  readonly statistics: Statistics | null;
  readonly error: string | null;
  readonly loading: boolean;
  readonly endpoint: string | undefined;
  readonly token: string | undefined;
  /** Asks now; resolves at once, `data` tells what comes of it. */
  readonly refresh: () => Promise<void>;
}

const serverSnapshot = () => WAITING;

/** Follows the rows of an endpoint, by its own settings and those of the `ChartProvider` around. */
export function useQuery(own: CompatQuery & Pick<ChartProps, 'params'>): ChartQuery {
  const {params = {}, ...given} = own;
  const config = {...useContext(CompatContext).queryConfig, ...given};
  const {endpoint, token, refreshInterval = 0} = config;
  const getToken =
    config.getToken ?? (token && typeof window !== 'undefined' ? getTokenOf(token) : undefined);
  const key = stableKey([endpoint, params, refreshInterval]);
  const store = useMemo(() => {
    if (endpoint === undefined || !getToken) return IDLE_STORE;
    const {host, pipe, params: named} = parseEndpoint(endpoint);
    const {allowedHosts} = pageSettings();
    const client = createTinybirdClient({host, getToken, allowedHosts});
    return createWatchStore(client, pipe, {...named, ...params}, refreshInterval / 1000);
    // `key` stands for the rest.
  }, [key, getToken]);
  const state = useSyncExternalStore(store.subscribe, store.getSnapshot, serverSnapshot);
  const {response, status} = state;

  const latest = useRef(config);
  latest.current = config;
  useEffect(() => {
    if (response) latest.current.onSuccess?.(response, endpoint ?? '');
  }, [response, endpoint]);
  const {error} = state;
  useEffect(() => {
    if (error) latest.current.onError?.(error, endpoint ?? '');
  }, [error, endpoint]);
  useEffect(() => {
    if (store.getSnapshot().error) store.refetch();
  }, [token, store]);

  return {
    data: response?.data ?? null,
    meta: response?.meta ?? null,
    statistics: response?.statistics ?? null,
    error: response ? null : (error?.message ?? null),
    loading: !response && ['waiting', 'loading', 'rate-limited'].includes(status) && !error,
    endpoint,
    token,
    refresh: () => {
      store.refetch();
      return Promise.resolve();
    },
  };
}
