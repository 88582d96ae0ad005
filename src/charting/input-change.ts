import type {SeriesIndex} from '../series/series-set.js';
import type {ChartInput} from './chart-input.js';
import type {ChartLayout} from './layout.js';

/** More values than this jump to their new places: moving them would stutter. */
const MAX_ANIMATED_VALUES = 2000;

/** Tells whether two inputs draw the same picture; data and formats are compared by identity. */
export function isSameInput(left: ChartInput, right: ChartInput): boolean {
  return (
    left.kind === right.kind &&
    left.set === right.set &&
    left.format === right.format &&
    left.rows === right.rows &&
    left.options === right.options &&
    left.extras === right.extras &&
    isSameValue(left.theme, right.theme) &&
    isSameValue(left.flags, right.flags) &&
    isSameValue(left.columns ?? null, right.columns ?? null) &&
    isSameValue(left.range ?? null, right.range ?? null) &&
    isSameValue([...(left.hidden ?? [])], [...(right.hidden ?? [])])
  );
}

/** Tells whether one Chart.js object can go from one layout to the other. */
export function isSameShape(left: ChartLayout, right: ChartLayout): boolean {
  return (
    (left.kind === 'bar') === (right.kind === 'bar') &&
    left.isHorizontal === right.isHorizontal &&
    left.isContinuous === right.isContinuous
  );
}

/**
 * Tells whether values may glide to their new places: only while the index stays, because a moved
 * window would make every point wobble to its neighbour's value.
 */
export function canGlide(previous: ChartInput | null, next: ChartInput): boolean {
  if (!previous || !isSameValue(previous.range ?? null, next.range ?? null)) return false;
  const count = next.set.index.values.length * next.set.series.length;
  return count <= MAX_ANIMATED_VALUES && isSameIndex(previous.set.index, next.set.index);
}

function isSameIndex({values: left}: SeriesIndex, {values: right}: SeriesIndex): boolean {
  return left.length === right.length && left.every((value, at) => value === right[at]);
}

/** Tells whether two values say the same as JSON, where functions and patterns say nothing. */
export function isSameValue(left: unknown, right: unknown): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}
