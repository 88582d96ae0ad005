import type {NumberFormatName} from './column-options.js';

/** Steps of clocks and calendars, in seconds. */
const SECONDS = [1, 2, 5, 10, 15, 30];
const MINUTES = [1, 2, 5, 10, 15, 30];
const HOURS = [1, 2, 3, 6, 12];
const DAYS = [1, 2, 7, 14, 28, 56, 140, 280];
const DURATIONS = [
  ...SECONDS,
  ...MINUTES.map((minutes) => minutes * 60),
  ...HOURS.map((hours) => hours * 3600),
  ...DAYS.map((days) => days * 86_400),
];

/**
 * Returns the smallest step of at least `least` whose multiples are round in a format that does not
 * count in tens, such as half an hour or 256 KiB; null where powers of ten are right.
 */
export function roundStep(least: number, format: NumberFormatName): number | null {
  if (!(least >= 1)) return null;
  if (format === 'duration') return DURATIONS.find((step) => step >= least) ?? null;
  return format === 'bytes-binary' ? 2 ** Math.ceil(Math.log2(least)) : null;
}
