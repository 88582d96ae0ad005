import type {SeriesIndex} from '../series/series-set.js';

/** A part of an axis of times (epoch ms) or numbers; both ends belong to it. */
export interface IndexRange {
  readonly from: number;
  readonly to: number;
}

/** Returns the first and the last place inside a range, in this order reversed where none is. */
export function placesIn(
  {kind, values}: SeriesIndex,
  range: IndexRange | null | undefined,
): readonly [first: number, last: number] {
  if (!range || kind === 'category') return [0, values.length - 1];
  return [countBelow(values, range.from), countBelow(values, range.to, true) - 1];
}

/** Returns how many of rising `values` are below `limit`, or at it where that counts. */
export function countBelow(values: Float64Array, limit: number, isInclusive = false): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = values[middle] ?? NaN;
    if (value < limit || (isInclusive && value === limit)) low = middle + 1;
    else high = middle;
  }
  return low;
}
