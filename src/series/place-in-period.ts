import {runAtOnce} from '../lib/steps.js';
import {toWallTime} from '../lib/zone-time.js';
import type {Row} from '../tinybird/pipe-response.js';
import type {ColumnType} from './column-type.js';
import {addMonths} from './previous-range.js';
import {readIndex} from './read-index.js';
import type {TimeStep} from './series-set.js';

/** Lengths of the steps that have one, in ms. */
const STEP_MS: Readonly<Record<string, number>> = {
  week: 604_800_000,
  day: 86_400_000,
  hour: 3_600_000,
  minute: 60_000,
  second: 1000,
  millisecond: 1,
};

/** Times of rows on the wall of their column's zone, as epoch milliseconds in UTC. */
export interface WallTimes {
  readonly walls: Float64Array;
  readonly step: TimeStep | null;
}

/** Reads the times of rows; null where the column holds none. `groups` tells rows of one time apart. */
export function readWallTimes(
  data: readonly Row[],
  column: string,
  type: ColumnType,
  groups: Int32Array,
): WallTimes | null {
  const index = runAtOnce(readIndex(data, column, type, groups));
  if (index.kind !== 'time') return null;
  const {keys, step, isCalendar, bucketZone} = index;
  return {walls: isCalendar ? keys : keys.map((key) => toWallTime(bucketZone, key)), step};
}

/**
 * Returns which bucket of a period a time is in, counted from 0: the one that holds `fromMs`, or
 * begins with it. Without a step it is the time that has passed.
 */
export function placeInPeriod(wallMs: number, fromMs: number, step: TimeStep | null): number {
  if (!step) return wallMs - fromMs;
  const {unit, count} = step;
  const stepMs = STEP_MS[unit];
  const steps =
    stepMs === undefined
      ? (monthsOf(wallMs) - monthsOf(fromMs)) / (unit === 'year' ? 12 : 1)
      : (wallMs - fromMs) / stepMs;
  // A bucket that has begun before the period is its first one. Not -0, which is another key.
  return Math.ceil(steps / count) + 0;
}

/** Returns the shorter of two steps: rows that are missing make one longer than it is. */
export function finerStep(left: TimeStep | null, right: TimeStep | null): TimeStep | null {
  if (!left || !right) return left ?? right;
  return lengthMs(left) <= lengthMs(right) ? left : right;
}

/** Returns the wall time some months later; NaN of a day that the month does not have. */
export function sameDayLater(wallMs: number, months: number): number {
  const later = addMonths(wallMs, months);
  return new Date(later).getUTCDate() === new Date(wallMs).getUTCDate() ? later : NaN;
}

function lengthMs({unit, count}: TimeStep): number {
  const monthMs = 30 * (STEP_MS['day'] ?? 0);
  return count * (STEP_MS[unit] ?? (unit === 'year' ? 12 : 1) * monthMs);
}

function monthsOf(wallMs: number): number {
  const date = new Date(wallMs);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
