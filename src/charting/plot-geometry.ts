import type {Chart} from 'chart.js';
import type {ChartInput} from './chart-input.js';
import {placesIn, type IndexRange} from './index-range.js';
import type {ChartLayout} from './layout.js';
import {stackedValue} from './stack.js';

/** How far outside of the drawing the pointer still means its edge, in px: over its labels. */
const REACH_PX = 40;

/** A point in CSS px from the canvas's top left corner. */
export interface PlotPoint {
  readonly x: number;
  readonly y: number;
}

/** A drawing that stands still: turns places of the index into px and back. */
export interface PlotGeometry {
  readonly area: {left: number; right: number; top: number; bottom: number};
  /** Where along the index axis a place is. */
  indexPx(at: number): number;
  /** Top of a series' value, stacked or not; NaN for a gap. */
  valuePx(seriesIndex: number, at: number): number;
  /** Where across the index axis a value of the first scale is. */
  scalePx(value: number): number;
  point(seriesIndex: number, at: number): PlotPoint;
  /** Where a tooltip points: the point, else its place on the edge of the drawing. */
  anchor(seriesIndex: number, at: number): PlotPoint;
  /** The place nearest to a point; -1 outside of the drawing or without places. */
  indexAt(point: PlotPoint): number;
  /** The x value at a point, that of the nearest place where the axis is one of places. */
  valueAt(point: PlotPoint): number;
  /** Where along the index axis a range begins and ends, whole bars included. */
  rangePx(range: IndexRange): readonly [start: number, end: number];
  /** The visible series nearest to a point at a place; -1 when all have gaps. */
  seriesAt(point: PlotPoint, at: number): number;
}

/** What a geometry is read from. */
export type ChartGeometrySource = Pick<Chart, 'scales' | 'chartArea'>;

/** Reads the geometry of a chart that has been laid out. */
export function readGeometry(
  chart: ChartGeometrySource,
  input: ChartInput,
  layout: ChartLayout,
): PlotGeometry {
  const {index, series} = input.set;
  const {isHorizontal} = layout;
  const isHidden = (name: string) => input.hidden?.has(name) ?? false;
  const indexScale = chart.scales[isHorizontal ? 'y' : 'x'];
  const valueScale = chart.scales[isHorizontal ? 'x' : 'y'];
  const toIndexValue = (at: number) =>
    layout.isContinuous && index.kind !== 'category' ? (index.values[at] ?? NaN) : at;
  const area = chart.chartArea;

  const indexPx = (at: number) => indexScale?.getPixelForValue(toIndexValue(at)) ?? NaN;
  const valuePx = (seriesIndex: number, at: number) => {
    const value = input.flags.stacked
      ? stackedValue(series, isHidden, seriesIndex, at)
      : (series[seriesIndex]?.values[at] ?? NaN);
    return Number.isNaN(value) ? NaN : (valueScale?.getPixelForValue(value) ?? NaN);
  };
  return {
    area,
    indexPx,
    valuePx,
    scalePx: (value) => valueScale?.getPixelForValue(value) ?? NaN,
    point(seriesIndex, at) {
      const [along, across] = [indexPx(at), valuePx(seriesIndex, at)];
      return isHorizontal ? {x: across, y: along} : {x: along, y: across};
    },
    anchor(seriesIndex, at) {
      const across = seriesIndex < 0 ? NaN : valuePx(seriesIndex, at);
      const along = indexPx(at);
      if (isHorizontal) return {x: Number.isNaN(across) ? area.left : across, y: along};
      return {x: along, y: Number.isNaN(across) ? area.top : across};
    },
    indexAt({x, y}) {
      const isInside =
        x >= area.left - REACH_PX &&
        x <= area.right + REACH_PX &&
        y >= area.top - REACH_PX &&
        y <= area.bottom + REACH_PX;
      if (!isInside || index.values.length === 0) return -1;
      const value = indexScale?.getValueForPixel(isHorizontal ? y : x) ?? NaN;
      if (Number.isNaN(value)) return -1;
      const isLinear = layout.isContinuous && index.kind !== 'category';
      const at = isLinear ? nearest(index.values, value) : Math.round(value);
      const [first, last] = placesIn(index, input.range);
      return Math.max(first, Math.min(last, at));
    },
    valueAt({x, y}) {
      const value = indexScale?.getValueForPixel(isHorizontal ? y : x) ?? NaN;
      if (index.kind === 'category' || layout.isContinuous) return value;
      const at = Math.max(0, Math.min(index.values.length - 1, Math.round(value)));
      return index.values[at] ?? NaN;
    },
    rangePx(range) {
      if (layout.isContinuous)
        return [range.from, range.to].map(
          (value) => indexScale?.getPixelForValue(value) ?? NaN,
        ) as [number, number];
      const [first, last] = placesIn(index, range);
      const halfPx = Math.abs(indexPx(1) - indexPx(0)) / 2 || 0;
      return [indexPx(first) - halfPx, indexPx(last) + halfPx];
    },
    seriesAt({x, y}, at) {
      const across = isHorizontal ? x : y;
      let [best, bestPx] = [-1, Infinity];
      for (const [seriesIndex, {name}] of series.entries()) {
        if (isHidden(name)) continue;
        const distancePx = Math.abs(valuePx(seriesIndex, at) - across);
        if (distancePx < bestPx) [best, bestPx] = [seriesIndex, distancePx];
      }
      return best;
    },
  };
}

/** Returns the place of the value nearest to `wanted` in rising `values`. */
export function nearest(values: Float64Array, wanted: number): number {
  let low = 0;
  let high = values.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) <= wanted) low = middle;
    else high = middle;
  }
  const isLower = wanted - (values[low] ?? 0) <= (values[high] ?? 0) - wanted;
  return isLower ? low : high;
}
