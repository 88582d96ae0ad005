// The core without elements, for people with charts of their own. Loads neither Lit nor Chart.js.
export {createTinybirdClient} from './client/create-tinybird-client.js';
export type {ClientSettings} from './client/client-settings.js';
export type {
  ClientSession,
  QueryOptions,
  TinybirdQueryClient,
  TokenOptions,
  Watch,
  WatchOptions,
} from './client/query-client.js';
export type {WatchState} from './client/watch-state.js';
export type {ClerkInstance} from '../auth/clerk-instance.js';
export type {GetToken, GetTokenRequest} from '../auth/get-token-source.js';
export type {Organization, Tenancy} from '../auth/token-source.js';
export {ChartError, type ChartErrorCode, isChartError} from '../errors/chart-error.js';
export type {QueryStatus, StaleReason} from '../query/query-state.js';
export type {ParamValue, PipeParams} from '../tinybird/pipe-request.js';
export type {ColumnMeta, PipeResponse, Row, Statistics} from '../tinybird/pipe-response.js';
