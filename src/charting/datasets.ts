import type {ChartArea, ChartDataset, ScriptableContext} from 'chart.js';
import {decimate} from '../series/decimate.js';
import type {Series, SeriesSet} from '../series/series-set.js';
import type {ChartInput, ChartSize} from './chart-input.js';
import {withOpacity} from './css-color.js';
import {hatch} from './hatch.js';
import type {ChartLayout} from './layout.js';
import type {SeriesLook} from './series-look.js';
import {stackTotals} from './stack.js';

/** A dataset of the kinds this package draws. */
export type DrawnDataset = ChartDataset<'line' | 'bar', {x: number; y: number}[]>;

/** Widest bar, in px. */
const MAX_BAR_PX = 56;

/** How much areas that lie on each other may cover in all: lines are read through them. */
const VEIL = 0.36;

/** Returns one dataset per series, with no more points than the size can show. */
export function buildDatasets(
  input: ChartInput,
  layout: ChartLayout,
  looks: readonly SeriesLook[],
  size: ChartSize,
): DrawnDataset[] {
  const {set, hidden} = input;
  // Too many points for an object each: they are painted.
  if (layout.kind === 'scatter') return [];
  const isHidden = (name: string) => hidden?.has(name) ?? false;
  const shared =
    input.flags.stacked && layout.isContinuous
      ? reduce(input, stackTotals(set.series, isHidden), layout, size)
      : null;
  const last = set.series.findLastIndex(({name}) => !isHidden(name));
  return set.series.map((series, at) => {
    const look = looks[at] as SeriesLook;
    const places = shared ?? reduce(input, series.values, layout, size);
    const base = {
      label: series.name,
      data: toPoints(set, series, places, layout),
      hidden: isHidden(series.name),
      parsing: false as const,
    };
    return layout.kind === 'bar'
      ? {...base, ...barStyle(input, look, at === last)}
      : {...base, normalized: true, ...lineStyle(input, layout, look, at)};
  });
}

function reduce(
  {set: {index}, range}: ChartInput,
  values: Float64Array,
  layout: ChartLayout,
  size: ChartSize,
): Uint32Array {
  if (!layout.isContinuous || index.kind === 'category') return Uint32Array.from(values.keys());
  const {from, to} = range ?? {from: index.values[0] ?? 0, to: index.values.at(-1) ?? 0};
  return decimate(index.values, values, Math.round(size.width), from, to);
}

function toPoints(
  {index}: SeriesSet,
  {values}: Series,
  places: Uint32Array,
  layout: ChartLayout,
): {x: number; y: number}[] {
  const xs = layout.isContinuous && index.kind !== 'category' ? index.values : null;
  // Iterating over numbers makes an object of each.
  return Array.from({length: places.length}, (_, place) => {
    const at = places[place] ?? 0;
    const x = xs ? (xs[at] ?? NaN) : at;
    const y = values[at] ?? NaN;
    return layout.isHorizontal ? {x: y, y: x} : {x, y};
  });
}

function lineStyle(input: ChartInput, layout: ChartLayout, look: SeriesLook, at: number) {
  const {theme, flags, set} = input;
  const isArea = layout.kind === 'area';
  return {
    type: 'line' as const,
    borderColor: look.color,
    borderWidth: isArea && flags.stacked ? theme.lineWidth * 0.75 : theme.lineWidth,
    borderDash: [...look.dash],
    borderJoinStyle: 'round' as const,
    borderCapStyle: 'round' as const,
    pointRadius: 0,
    pointHitRadius: 0,
    pointHoverRadius: 0,
    spanGaps: false,
    ...(flags.smooth && {cubicInterpolationMode: 'monotone' as const}),
    ...(isArea && {
      fill: flags.stacked && at > 0 ? '-1' : 'origin',
      backgroundColor: areaFill(look, flags.stacked, set.series.length),
    }),
  };
}

function barStyle({theme, flags, set}: ChartInput, look: SeriesLook, isLast: boolean) {
  const isGrouped = set.series.length > 1 && !flags.stacked;
  return {
    type: 'bar' as const,
    backgroundColor: fillOf(look, look.color),
    borderWidth: 0,
    borderRadius: flags.stacked && !isLast ? 0 : theme.barRadius,
    // A hair of ground between touching bars tells them apart without colour.
    inflateAmount: flags.stacked ? -0.5 : 0,
    maxBarThickness: MAX_BAR_PX,
    minBarLength: flags.stacked ? 0 : 1,
    categoryPercentage: isGrouped ? 0.78 : 0.72,
    barPercentage: isGrouped ? 0.92 : 1,
  };
}

/** Where colours repeat, stripes tell areas apart. */
function fillOf({stripes = 0}: SeriesLook, color: string): CanvasPattern | string {
  return stripes > 0 ? hatch(color, stripes) : color;
}

function areaFill(look: SeriesLook, isStacked: boolean, seriesCount: number) {
  const {color} = look;
  if (isStacked) return fillOf(look, withOpacity(color, 0.72));
  if (seriesCount > 1) return withOpacity(color, Math.min(0.12, VEIL / seriesCount));
  return ({chart}: ScriptableContext<'line'>) => {
    // Its type says always, but there is no area before the first layout.
    const area = chart.chartArea as ChartArea | undefined;
    if (!area) return 'transparent';
    const {top, bottom} = area;
    const gradient = chart.ctx.createLinearGradient(0, top, 0, bottom);
    gradient.addColorStop(0, withOpacity(color, 0.26));
    gradient.addColorStop(1, withOpacity(color, 0.02));
    return gradient;
  };
}
