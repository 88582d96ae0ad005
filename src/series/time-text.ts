import {LruMap} from '../lib/lru-map.js';
import {fromWallTime, toWallTime} from '../lib/zone-time.js';
import type {TimeStep} from './series-set.js';
import {addTimeStep} from './time-step.js';

/** Intl objects cost tens of microseconds to make; a page needs a few dozen of them. */
const formats = new LruMap<string, Intl.DateTimeFormat>(100);

const DAY = {year: 'numeric', month: 'short', day: 'numeric'} as const;
const TIME = {hour: 'numeric', minute: '2-digit'} as const;
const HOUR = {weekday: 'short', ...DAY, ...TIME} as const;
const MINUTE = {...DAY, ...TIME} as const;
const SECOND = {...MINUTE, second: '2-digit'} as const;
const MILLISECOND = {...SECOND, fractionalSecondDigits: 3} as const;

/** A time of the day with its offset. */
const REPEATED = {...TIME, timeZoneName: 'short'} as const;

/** Quarters of languages that number them, beside the year; elsewhere their months are written. */
const QUARTERS: Readonly<Record<string, string>> = {
  en: 'Q# @',
  de: 'Q# @',
  fr: 'T# @',
  es: 'T# @',
  ja: '@第#四半期',
};

/** What a tick label says: the largest unit that begins at the tick. */
const TICK_FORMATS: Readonly<Record<TimeStep['unit'], Intl.DateTimeFormatOptions>> = {
  year: {year: 'numeric'},
  month: {month: 'short'},
  week: {month: 'short', day: 'numeric'},
  day: {month: 'short', day: 'numeric'},
  hour: {timeStyle: 'short'},
  minute: {timeStyle: 'short'},
  second: {timeStyle: 'medium'},
  millisecond: {minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3},
};

/**
 * Writes the bucket of `step` that begins at an instant, as the time it covers where that is not
 * plain: `2:00 – 3:00 PM`, `Mar 3 – 9`, `Q1 2026`. Single events are written to the millisecond. A
 * time of the day that clocks show twice is written with its offset.
 */
export function toTimeText(
  epochMs: number,
  step: TimeStep | null,
  timeZone: string,
  locale: string,
): string {
  if (Number.isNaN(epochMs)) return '';
  const options = titleFormat(epochMs, step);
  if (isRepeated(epochMs, timeZone, step))
    return write(epochMs, timeZone, locale, {...options, ...REPEATED});
  if (!step || !isSpan(step)) return write(epochMs, timeZone, locale, options);
  const quarter = quarterText(epochMs, step, timeZone, locale);
  if (quarter) return quarter;
  const isDays = step.unit !== 'hour' && step.unit !== 'minute';
  const endMs = addTimeStep(epochMs, step, timeZone) - (isDays ? 1 : 0);
  return formatOf(timeZone, locale, options).formatRange(epochMs, endMs);
}

/** Writes a calendar date, given as midnight UTC. */
export function toDateText(epochMs: number, locale: string): string {
  return write(epochMs, 'UTC', locale, DAY);
}

/** Writes the label of a tick at which a `unit` begins. */
export function toTickText(
  epochMs: number,
  unit: TimeStep['unit'],
  timeZone: string,
  locale: string,
): string {
  const isTwice = /^(hour|minute)$/.test(unit) && isRepeated(epochMs, timeZone, null);
  return write(epochMs, timeZone, locale, isTwice ? REPEATED : TICK_FORMATS[unit]);
}

/** Null for other steps, quarters of other years than the calendar's, and other languages. */
function quarterText(
  epochMs: number,
  {unit, count}: TimeStep,
  timeZone: string,
  locale: string,
): string | null {
  const month = new Date(toWallTime(timeZone, epochMs)).getUTCMonth();
  if (unit !== 'month' || count !== 3 || month % 3 > 0) return null;
  const [language = ''] = locale.split('-');
  // Other calendars and digits are asked for by an extension.
  const pattern = locale.includes('-u-') ? undefined : QUARTERS[language];
  const year = write(epochMs, timeZone, locale, {year: 'numeric'});
  return pattern?.replace('#', String(month / 3 + 1)).replace('@', year) ?? null;
}

/** Steps that are written from their beginning to their end. */
function isSpan({unit, count}: TimeStep): boolean {
  return unit === 'hour' || unit === 'week' || (count > 1 && !/second$/.test(unit));
}

/** True for times of the day that clocks show again, or have shown before, as they are set back. */
function isRepeated(epochMs: number, timeZone: string, step: TimeStep | null): boolean {
  if (step && !/^(hour|minute|second|millisecond)$/.test(step.unit)) return false;
  const wallMs = toWallTime(timeZone, epochMs);
  return fromWallTime(timeZone, wallMs) !== fromWallTime(timeZone, wallMs, 'later');
}

function titleFormat(epochMs: number, step: TimeStep | null): Intl.DateTimeFormatOptions {
  switch (step?.unit) {
    case 'year':
      return {year: 'numeric'};
    case 'month':
      return {year: 'numeric', month: 'long'};
    case 'week':
      return DAY;
    case 'day':
      return step.count > 1 ? DAY : {weekday: 'short', ...DAY};
    case 'hour':
      return HOUR;
    case 'minute':
      return step.count > 1 ? HOUR : MINUTE;
    case 'second':
      return SECOND;
    default:
      if (epochMs % 60_000 === 0) return MINUTE;
      return epochMs % 1000 === 0 ? SECOND : MILLISECOND;
  }
}

function write(
  epochMs: number,
  timeZone: string,
  locale: string,
  options: Intl.DateTimeFormatOptions,
): string {
  return Number.isNaN(epochMs) ? '' : formatOf(timeZone, locale, options).format(epochMs);
}

function formatOf(
  timeZone: string,
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`;
  const create = () => new Intl.DateTimeFormat(locale, {timeZone, ...options});
  return formats.getOrCreate(key, create);
}
