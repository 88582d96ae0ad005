import {fromWallTime, toWallTime} from '../lib/zone-time.js';
import {endOfBucket} from './range-text.js';
import type {SeriesIndex} from './series-set.js';

/** A place of an x axis, in words that another chart understands. */
export type LinkedPlace = AxisPlace & {
  /** For charts that have no such place: the row of a heatmap's cell. */
  readonly other?: AxisPlace;
};

type AxisPlace =
  | {
      readonly kind: 'time';
      readonly ms: number;
      readonly zone: string;
      readonly isCalendar: boolean;
    }
  | {readonly kind: 'number'; readonly value: number}
  | {readonly kind: 'category'; readonly label: string};

/** Says which instant, number or label stands at a place; null where none does. */
export function toLinkedPlace(index: SeriesIndex, at: number): LinkedPlace | null {
  const value = index.values[at];
  if (value === undefined) return null;
  if (index.kind === 'category') return {kind: 'category', label: String(value)};
  if (index.kind === 'number') return {kind: 'number', value: Number(value)};
  return {kind: 'time', ms: Number(value), zone: index.timeZone, isCalendar: index.isCalendar};
}

/** Returns where that is on another axis, or where the place in its stead is; -1 for nowhere. */
export function placeOfLinked(index: SeriesIndex, place: LinkedPlace): number {
  const at = placeOf(index, place);
  return at === -1 && place.other ? placeOf(index, place.other) : at;
}

/**
 * Returns where that is on another axis: the bucket that covers the instant, whatever its length,
 * the nearest place where there are no buckets, the same number or label; -1 for nowhere. A
 * calendar date and an instant meet in the zone that the instant is written in.
 */
function placeOf(index: SeriesIndex, place: AxisPlace): number {
  if (index.kind === 'category')
    return place.kind === 'category' ? index.values.indexOf(place.label) : -1;
  if (index.kind === 'number')
    return place.kind === 'number' ? index.values.indexOf(place.value) : -1;
  if (place.kind !== 'time') return -1;
  const {values, step, isCalendar, timeZone} = index;
  const ms = translated(place, isCalendar, timeZone);
  const at = lastUpTo(values, ms);
  const [from = NaN, next = NaN] = [values[at], values[at + 1]];
  if (at === -1) return -1;
  if (step) return ms < endOfBucket(from, step, isCalendar ? 'UTC' : timeZone) ? at : -1;
  if (ms === from) return at;
  if (Number.isNaN(next)) return -1;
  return next - ms < ms - from ? at + 1 : at;
}

function translated(
  {ms, zone, isCalendar}: Extract<AxisPlace, {kind: 'time'}>,
  isWanted: boolean,
  wantedZone: string,
): number {
  if (isCalendar === isWanted) return ms;
  return isCalendar ? fromWallTime(wantedZone, ms) : toWallTime(zone, ms);
}

/** The place of the last of rising values that is not above a limit; -1 for none. */
function lastUpTo(values: Float64Array, limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? NaN) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
