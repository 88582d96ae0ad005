import type {Chart, ChartConfiguration, Plugin} from 'chart.js';
import {buildIndexAxis, buildValueAxis} from './axes.js';
import type {ChartInput, ChartSize} from './chart-input.js';
import {buildDatasets} from './datasets.js';
import type {ChartLayout} from './layout.js';
import {mergeOptions} from './merge-options.js';
import type {SeriesLook} from './series-look.js';
import {StillPlatform} from './still-platform.js';
import {truncatedScale} from './truncation.js';

/** How long values take to move to their new places, in ms. */
const TRANSITION_MS = 250;

/** Room above a scale for a note, in sizes of its font: half of its uppermost label stands in it. */
const NOTE_LINES = 2.3;

/** A Chart.js configuration of the kinds this package draws. */
export type DrawnConfiguration = ChartConfiguration<
  'line' | 'bar',
  {x: number; y: number}[],
  string
>;

/**
 * Returns what Chart.js needs to draw `input`. It listens to no events and measures nothing: hover,
 * size and legend are the caller's. The author's options are merged last.
 */
export function buildChartConfig(
  input: ChartInput,
  layout: ChartLayout,
  looks: readonly SeriesLook[],
  size: ChartSize,
  plugins: Plugin[] = [],
): DrawnConfiguration {
  const {flags, theme, options} = input;
  const isAnimated = flags.animate && !theme.reducedMotion;
  const indexAxis = buildIndexAxis(input, layout, size);
  const valueAxis = buildValueAxis(input, layout, size);
  const stacked = flags.stacked;
  const own = {
    responsive: false,
    maintainAspectRatio: false,
    events: [],
    indexAxis: layout.isHorizontal ? 'y' : 'x',
    animation: isAnimated ? {duration: TRANSITION_MS, easing: 'easeOutQuad'} : false,
    animations: {colors: false},
    ...(theme.pixelRatio && {devicePixelRatio: theme.pixelRatio}),
    layout: {
      // Words about a scale stand above it.
      padding: flags.axes
        ? {
            top: (at: {chart: Chart}) =>
              truncatedScale(at.chart) ? Math.ceil(theme.fontSize * NOTE_LINES) : 8,
            right: 12,
          }
        : 4,
    },
    scales: layout.isHorizontal
      ? {x: valueAxis, y: {...indexAxis, stacked}}
      : {x: {...indexAxis, stacked}, y: valueAxis},
  };
  const plain = {datasets: buildDatasets(input, layout, looks, size), options: own};
  const plan = input.extras?.toPlan(plain, {input, layout, looks, size}) ?? plain;
  return {
    type: layout.kind === 'bar' ? 'bar' : 'line',
    data: {datasets: plan.datasets},
    options: mergeOptions(plan.options, options) as unknown as NonNullable<
      DrawnConfiguration['options']
    >,
    plugins: plugins,
    platform: StillPlatform,
  };
}
