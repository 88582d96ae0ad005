/** Least and greatest of some values, Infinity and -Infinity of none; whether all are integers. */
export interface ValueExtent {
  readonly min: number;
  readonly max: number;
  readonly areIntegers: boolean;
}

/** Returns the extent of values from a first to a last place; gaps (NaN) do not count. */
export function valueExtent(
  columns: readonly Float64Array[],
  [first, last]: readonly [number, number],
): ValueExtent {
  let [min, max, areIntegers] = [Infinity, -Infinity, true];
  for (const values of columns) {
    // By place, which is ten times faster than by iterator; no comparison holds for a gap.
    for (let at = first; at <= last; at += 1) {
      const value = values[at] ?? NaN;
      if (value < min) min = value;
      if (value > max) max = value;
      areIntegers &&= Number.isInteger(value) || Number.isNaN(value);
    }
  }
  return {min, max, areIntegers};
}
