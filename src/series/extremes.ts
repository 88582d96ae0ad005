/** Places of the lowest, highest and last value; -1 where there is none. */
export interface Extremes {
  readonly low: number;
  readonly high: number;
  readonly end: number;
}

/** A scale may leave out zero where its lowest value is above this share of its highest. */
const ZERO_SHARE = 0.6;

/** Tells whether values with these extremes would use too little of a scale that begins at zero. */
export function mayLeaveOutZero(min: number, max: number): boolean {
  return min > max * ZERO_SHARE;
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
