// The tags as React components, and hooks for rows without them. React 18 and 19.
export {TinybirdChart, type TinybirdChartProps} from './react/tinybird-chart.js';
export {TinybirdProvider, type TinybirdProviderProps} from './react/tinybird-provider.js';
export {
  type TinybirdQuery,
  type TinybirdQueryOptions,
  useTinybirdQuery,
} from './react/use-tinybird-query.js';
export {type TinybirdToken, useTinybirdToken} from './react/use-tinybird-token.js';
export {useTinybirdClient} from './react/use-tinybird-client.js';
export type {ElementProps} from './react/element-props.js';
export type {SettingProps} from './tags/tag-props.js';
export {configure, type PageSettings} from '../define.js';
export {ChartError, type ChartErrorCode, isChartError} from '../errors/chart-error.js';
