import {createElement, forwardRef, type ForwardRefExoticComponent, type RefAttributes} from 'react';
import type {
  ChartErrorEvent,
  ChartLoadEvent,
  ChartRangeEvent,
  ChartRateLimitEvent,
  ChartSelectEvent,
  ChartSignInEvent,
  ChartStateEvent,
} from '../../elements/events.js';
import type {TinybirdChart as TinybirdChartElement} from '../../elements/tinybird-chart.js';
import type {ColumnMeta, Row} from '../../tinybird/pipe-response.js';
import '../../define.js';
import {type ElementProps, type SettingProps, splitProps} from './element-props.js';
import {useElement} from './use-element.js';

/** Listeners of everything that a chart tells; of a provider, for all charts inside. */
export interface ChartListeners {
  readonly onLoad?: ((event: ChartLoadEvent) => void) | undefined;
  readonly onError?: ((event: ChartErrorEvent) => void) | undefined;
  readonly onStateChange?: ((event: ChartStateEvent) => void) | undefined;
  readonly onSelect?: ((event: ChartSelectEvent) => void) | undefined;
  readonly onRange?: ((event: ChartRangeEvent) => void) | undefined;
  readonly onRateLimit?: ((event: ChartRateLimitEvent) => void) | undefined;
  readonly onSignIn?: ((event: ChartSignInEvent) => void) | undefined;
}

/** Everything a `<tinybird-chart>` takes. Children go into its slots. */
export interface TinybirdChartProps extends SettingProps, ElementProps, ChartListeners {
  /** Name or id of the pipe. */
  readonly pipe?: string | undefined;
  /** Id of a form whose controls are query parameters. */
  readonly form?: string | undefined;
  /** Visible title and accessible name; empty for none. */
  readonly heading?: string | undefined;
  /** Visible subtitle. */
  readonly description?: string | undefined;
  /** Rows to draw in place of a query. */
  readonly data?: readonly Row[] | undefined;
  /** Columns of `data`. */
  readonly meta?: readonly ColumnMeta[] | undefined;
}

/** The event of each listener. */
export const CHART_EVENTS = {
  onLoad: 'tinybird-chart-load',
  onError: 'tinybird-chart-error',
  onStateChange: 'tinybird-chart-state',
  onSelect: 'tinybird-chart-select',
  onRange: 'tinybird-chart-range',
  onRateLimit: 'tinybird-chart-rate-limit',
  onSignIn: 'tinybird-chart-sign-in',
} as const satisfies Record<keyof ChartListeners, string>;

/**
 * `<tinybird-chart>` with properties and typed events. `ref` is the element. `getToken`, `fetch`,
 * `data` and `meta` should stay the same between renders: another one begins anew.
 */
export const TinybirdChart: ForwardRefExoticComponent<
  TinybirdChartProps & RefAttributes<TinybirdChartElement>
> = forwardRef<TinybirdChartElement, TinybirdChartProps>((props, forwarded) => {
  const split = splitProps(props, CHART_EVENTS);
  const ref = useElement(split, forwarded);
  return createElement('tinybird-chart', {
    ...split.attributes,
    ref,
    suppressHydrationWarning: true,
  });
});
TinybirdChart.displayName = 'TinybirdChart';
