import type {Series} from '../series/series-set.js';

/**
 * Returns where the top of a stacked value stands: negative values are stacked below zero, the
 * others above it, as Chart.js does. NaN stays NaN.
 */
export function stackedValue(
  series: readonly Series[],
  isHidden: (name: string) => boolean,
  seriesIndex: number,
  at: number,
): number {
  const own = series[seriesIndex]?.values[at] ?? NaN;
  if (Number.isNaN(own)) return NaN;
  let top = own;
  for (let below = 0; below < seriesIndex; below += 1) {
    const other = series[below];
    const value = other?.values[at] ?? NaN;
    if (!other || isHidden(other.name) || Number.isNaN(value)) continue;
    if (own === 0 || Math.sign(value) === Math.sign(own)) top += value;
  }
  return top;
}

/** Returns the sum of all values shown at every place; a place without any is NaN. */
export function stackTotals(
  series: readonly Series[],
  isHidden: (name: string) => boolean,
): Float64Array {
  const totals = new Float64Array(series[0]?.values.length ?? 0).fill(NaN);
  for (const {name, values} of series) {
    if (isHidden(name)) continue;
    for (const [at, value] of values.entries()) {
      if (Number.isNaN(value)) continue;
      const total = totals[at] ?? NaN;
      totals[at] = Number.isNaN(total) ? value : total + value;
    }
  }
  return totals;
}
