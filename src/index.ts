// Public names. Importing this file registers nothing and touches no DOM.
export {TinybirdChart} from './elements/tinybird-chart.js';
export {TinybirdProvider} from './elements/tinybird-provider.js';
export {configure, pageSettings, type PageSettings} from './elements/page-settings.js';
export type {ChartSettings, ChartType} from './elements/chart-settings.js';
export {
  ChartErrorEvent,
  ChartLoadEvent,
  type ChartRange,
  ChartRangeEvent,
  ChartRateLimitEvent,
  ChartSelectEvent,
  type ChartSelection,
  ChartSignInEvent,
  type ChartState,
  ChartStateEvent,
} from './elements/events.js';
export {ChartError, type ChartErrorCode, isChartError} from './errors/chart-error.js';
export type {ColumnMeta, PipeResponse, Row, Statistics} from './tinybird/pipe-response.js';
export type {ParamValue, PipeParams} from './tinybird/pipe-request.js';
export type {StaleReason} from './query/query-state.js';
