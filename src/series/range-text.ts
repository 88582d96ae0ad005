import {fromWallTime, toWallTime} from '../lib/zone-time.js';
import type {SeriesIndex, TimeStep} from './series-set.js';

/** A range as query parameters take it. */
export interface RangeText {
  /** `YYYY-MM-DD` of a calendar date, `YYYY-MM-DD HH:MM:SS` in the column's zone, or a number. */
  readonly from: string | number;
  readonly to: string | number;
  /** Epoch milliseconds; null of numbers. */
  readonly fromMs: number | null;
  readonly toMs: number | null;
}

const SECOND_MS = 1000;
const DAY_MS = 86_400_000;
const STEP_MS: Readonly<Partial<Record<TimeStep['unit'], number>>> = {
  millisecond: 1,
  second: SECOND_MS,
  minute: 60_000,
  hour: 3_600_000,
};

/**
 * Writes the range from the bucket that begins at `first` to the one that begins at `last`, whole:
 * `to` is the last day or second that belongs to it, for pipes that compare with `<=`. `zone` is
 * the one in which the column's texts are read.
 */
export function rangeText(
  index: Exclude<SeriesIndex, {kind: 'category'}>,
  zone: string,
  first: number,
  last: number,
): RangeText {
  if (index.kind === 'number') return {from: first, to: last, fromMs: null, toMs: null};
  const bucketZone = index.isCalendar ? 'UTC' : zone;
  const endMs = endOfBucket(last, index.step, bucketZone);
  if (index.isCalendar) {
    const lastDayMs = Math.max(last, endMs - DAY_MS);
    return {from: dayText(first), to: dayText(lastDayMs), fromMs: first, toMs: lastDayMs};
  }
  const toMs = Math.max(last, endMs - SECOND_MS);
  const text = (ms: number) => new Date(toWallTime(zone, ms)).toISOString();
  const clock = (ms: number) => text(ms).slice(0, 19).replace('T', ' ');
  return {from: clock(first), to: clock(toMs), fromMs: first, toMs};
}

/** Returns where the bucket that begins at an instant ends; without a step at that instant. */
export function endOfBucket(startMs: number, step: TimeStep | null, zone: string): number {
  if (!step) return startMs;
  const fixedMs = STEP_MS[step.unit];
  if (fixedMs !== undefined) return startMs + fixedMs * step.count;
  const wall = new Date(toWallTime(zone, startMs));
  const {unit, count} = step;
  if (unit === 'month') wall.setUTCMonth(wall.getUTCMonth() + count);
  else if (unit === 'year') wall.setUTCFullYear(wall.getUTCFullYear() + count);
  else wall.setUTCDate(wall.getUTCDate() + count * (unit === 'week' ? 7 : 1));
  return fromWallTime(zone, wall.getTime());
}

function dayText(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 10);
}
