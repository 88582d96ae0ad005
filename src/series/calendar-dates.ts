import {fromWallTime, toWallTime} from '../lib/zone-time.js';

/** Milliseconds of a calendar day in wall time, which knows no clock changes. */
export const DAY_MS = 86_400_000;

/**
 * Tells whether `epochMs` is the first instant of a day in `timeZone`, which is 01:00 where clocks
 * go forward at midnight.
 */
export function isStartOfDay(epochMs: number, timeZone: string): boolean {
  const midnightMs = Math.floor(toWallTime(timeZone, epochMs) / DAY_MS) * DAY_MS;
  return fromWallTime(timeZone, midnightMs) === epochMs;
}

/**
 * Returns the days that `values` begin in `timeZone`, as UTC midnights so that no zone moves them,
 * or null when any value is not the start of a day.
 */
export function toCalendarDates(values: Float64Array, timeZone: string): Float64Array | null {
  const dates = new Float64Array(values.length);
  for (const [at, value] of values.entries()) {
    if (Number.isNaN(value)) {
      dates[at] = NaN;
      continue;
    }
    if (!isStartOfDay(value, timeZone)) return null;
    dates[at] = Math.floor(toWallTime(timeZone, value) / DAY_MS) * DAY_MS;
  }
  return dates;
}
