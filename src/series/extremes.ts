/** Places of the lowest, highest and last value; -1 where there is none. */
export interface Extremes {
  readonly low: number;
  readonly high: number;
  readonly end: number;
}

/** Finds the extremes of `count` values, NaN left out; of equal ones the first. */
export function findExtremes(count: number, valueAt: (at: number) => number): Extremes {
  let [low, high, end] = [-1, -1, -1];
  for (let at = 0; at < count; at += 1) {
    const value = valueAt(at);
    if (Number.isNaN(value)) continue;
    if (low === -1 || value < valueAt(low)) low = at;
    if (high === -1 || value > valueAt(high)) high = at;
    end = at;
  }
  return {low, high, end};
}
