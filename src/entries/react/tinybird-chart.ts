import {createElement, forwardRef, type ForwardRefExoticComponent, type RefAttributes} from 'react';
import type {TinybirdChart as TinybirdChartElement} from '../../elements/tinybird-chart.js';
import '../../define.js';
import type {ChartProps, TagEvents} from '../tags/tag-props.js';
import {type ElementProps, splitProps} from './element-props.js';
import {useElement} from './use-element.js';

/** Listeners of everything that a chart tells; of a provider, for all charts inside. */
export interface ChartListeners {
  readonly onLoad?: ((event: TagEvents['tinybird-chart-load']) => void) | undefined;
  readonly onError?: ((event: TagEvents['tinybird-chart-error']) => void) | undefined;
  readonly onStateChange?: ((event: TagEvents['tinybird-chart-state']) => void) | undefined;
  readonly onSelect?: ((event: TagEvents['tinybird-chart-select']) => void) | undefined;
  readonly onRange?: ((event: TagEvents['tinybird-chart-range']) => void) | undefined;
  readonly onRateLimit?: ((event: TagEvents['tinybird-chart-rate-limit']) => void) | undefined;
  readonly onSignIn?: ((event: TagEvents['tinybird-chart-sign-in']) => void) | undefined;
}

/** Everything a `<tinybird-chart>` takes. Children go into its slots. */
export interface TinybirdChartProps extends ChartProps, ElementProps, ChartListeners {}

/** The event of each listener. */
export const CHART_EVENTS = {
  onLoad: 'tinybird-chart-load',
  onError: 'tinybird-chart-error',
  onStateChange: 'tinybird-chart-state',
  onSelect: 'tinybird-chart-select',
  onRange: 'tinybird-chart-range',
  onRateLimit: 'tinybird-chart-rate-limit',
  onSignIn: 'tinybird-chart-sign-in',
} as const satisfies Record<keyof ChartListeners, keyof TagEvents>;

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
