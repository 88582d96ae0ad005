import {valueExtent} from './value-extent.js';

/** What values are high or low on. */
export interface ToneScale {
  readonly min: number;
  readonly max: number;
  /** True where equal ratios are equal steps; what a logarithm does not have is then a gap. */
  readonly isLog: boolean;
}

/** Returns the scale of values from a first to a last place; gaps do not count. */
export function toneScale(
  columns: readonly Float64Array[],
  places: readonly [first: number, last: number],
  isLog = false,
): ToneScale {
  const {min, max} = valueExtent(columns, places);
  return {min: isLog && min <= 0 ? leastAboveZero(columns, places) : min, max, isLog};
}

function leastAboveZero(
  columns: readonly Float64Array[],
  [first, last]: readonly [number, number],
): number {
  let least = Infinity;
  for (const values of columns)
    for (let at = first; at <= last; at += 1) {
      const value = values[at] ?? NaN;
      if (value > 0 && value < least) least = value;
    }
  return least;
}
