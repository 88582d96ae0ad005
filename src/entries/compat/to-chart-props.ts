import type {ChartType} from '../../elements/chart-settings.js';
import {warnOnce} from '../../lib/warn-once.js';
import type {TinybirdChartProps} from '../react/tinybird-chart.js';
import type {ChartProps, CompatLabel} from './compat-props.js';
import {parseEndpoint} from './parse-endpoint.js';
import {getTokenOf} from './token-stream.js';

/** Turns the props of a chart into those of the tag; says once what has no counterpart. */
export function toChartProps(props: ChartProps, name: string, type: ChartType): TinybirdChartProps {
  const {endpoint, token, getToken, refreshInterval, data, categoryConfig, indexConfig} = props;
  warnOfIgnored(props, name);
  const asked = data || endpoint === undefined ? null : parseEndpoint(endpoint);
  return {
    type,
    ...(data
      ? {data, meta: props.meta ?? undefined}
      : {pipe: asked?.pipe, host: asked?.host, params: {...asked?.params, ...props.params}}),
    getToken: getToken ?? (token && typeof window !== 'undefined' ? getTokenOf(token) : undefined),
    refreshInterval: refreshInterval ? refreshInterval / 1000 : undefined,
    index: props.index,
    categories: props.categories,
    groupBy: props.groupBy,
    stacked: props.stacked ?? false,
    heading: props.title ?? '',
    description: props.description,
    noLegend: !(props.showLegend ?? false),
    noActions: true,
    columns: toColumns({
      ...categoryConfig,
      ...(props.index && indexConfig ? {[props.index]: indexConfig} : {}),
    }),
  };
}

function toColumns(config: Readonly<Record<string, CompatLabel>>): TinybirdChartProps['columns'] {
  const labels = Object.entries(config).flatMap(([column, {label}]) =>
    typeof label === 'string' ? [[column, {label}] as const] : [],
  );
  return labels.length > 0 ? Object.fromEntries(labels) : undefined;
}

function warnOfIgnored(props: ChartProps, name: string): void {
  const ignored = (prop: string, advice: string) =>
    warnOnce(`tinybird-chart: \`${prop}\` of ${name} has no effect. ${advice}`);
  if (props.options)
    ignored('options', 'Those of ECharts do not fit; TinybirdChart takes those of Chart.js.');
  if (props.fetcher)
    ignored('fetcher', 'Renew `token`, or give `getToken`; tokens never go into an address.');
  if (props.sortDirection === 'asc') ignored('sortDirection', 'Sort the rows in the pipe.');
  const labels = [...Object.values(props.categoryConfig ?? {}), props.indexConfig ?? {}];
  const isRendered = ({label, renderValue, renderBarContent}: CompatLabel) =>
    renderValue || renderBarContent || (label && typeof label !== 'string');
  if (labels.some(isRendered)) ignored('categoryConfig', 'Only text is taken, as label.');
}
