import type {IndexRange} from '../charting/index-range.js';

/**
 * Returns the part of `all` that is seen after zooming `range` by `factor` (below 1 is closer)
 * around `center`, which stays where it is; null for all. It is never shorter than `least`.
 */
export function zoomed(
  range: IndexRange,
  factor: number,
  center: number,
  all: IndexRange,
  least: number,
): IndexRange | null {
  const span = Math.max(least, (range.to - range.from) * factor);
  const share = (center - range.from) / (range.to - range.from || 1);
  const from = center - span * share;
  return within({from, to: from + span}, all);
}

/** Returns the range moved by `distance`, as far as there is something. */
export function panned(range: IndexRange, distance: number, all: IndexRange): IndexRange | null {
  return within({from: range.from + distance, to: range.to + distance}, all);
}

/** Returns a range moved into `all`; null where it is all of it. */
export function within(range: IndexRange, all: IndexRange): IndexRange | null {
  const span = range.to - range.from;
  if (!(span < all.to - all.from)) return null;
  const from = Math.max(all.from, Math.min(all.to - span, range.from));
  return {from, to: from + span};
}
