import type {ChartInput} from './chart-input.js';
import type {DrawnState} from './marks-plugin.js';
import type {PlotGeometry, PlotPoint} from './plot-geometry.js';

/** Farthest that the pointer may be from a point that it means, in px. */
const REACH_PX = 40;

/** Two points that no one sees, from which Chart.js finds its scales. */
export function corners(values: Float64Array, {set, hidden}: ChartInput, label: string) {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [at, value] of values.entries()) {
    if (Number.isNaN(value)) continue;
    const x = set.index.kind === 'category' ? at : (set.index.values[at] ?? NaN);
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [low, high] = [Math.min(low, value), Math.max(high, value)];
  }
  const data =
    left > right
      ? []
      : [
          {x: left, y: low},
          {x: right, y: high},
        ];
  const isHidden = hidden?.has(label) ?? false;
  return {
    type: 'line' as const,
    label,
    data,
    hidden: isHidden,
    showLine: false,
    pointRadius: 0,
    parsing: false as const,
  };
}

/** A point of a cloud in px. */
export interface CloudPoint extends PlotPoint {
  readonly seriesIndex: number;
  readonly row: number;
}

/** Returns the points of all series that are not switched off. */
export function listPoints({input}: DrawnState, geometry: PlotGeometry): CloudPoint[] {
  const points: CloudPoint[] = [];
  for (const [seriesIndex, {name, values, rows}] of input.set.series.entries()) {
    if (input.hidden?.has(name)) continue;
    for (let at = 0; at < values.length; at += 1) {
      if (Number.isNaN(values[at])) continue;
      points.push({...geometry.point(seriesIndex, at), seriesIndex, row: rows[at] ?? -1});
    }
  }
  return points;
}

/** Returns the place of the point nearest to one of the drawing; -1 far from all. */
export function nearestPlace(
  {x, y}: PlotPoint,
  geometry: PlotGeometry,
  {set, hidden}: ChartInput,
): number {
  let [best, bestPx] = [-1, REACH_PX];
  for (let at = 0; at < set.index.values.length; at += 1) {
    const across = Math.abs(geometry.indexPx(at) - x);
    if (across > bestPx) continue;
    for (const [seriesIndex, {name}] of set.series.entries()) {
      const distancePx = Math.hypot(across, geometry.valuePx(seriesIndex, at) - y);
      if (distancePx < bestPx && !hidden?.has(name)) [best, bestPx] = [at, distancePx];
    }
  }
  return best;
}
