import {LruMap} from '../lib/lru-map.js';
import type {TimeStep} from './series-set.js';

/** Intl objects cost tens of microseconds to make; a page needs a few dozen of them. */
const formats = new LruMap<string, Intl.DateTimeFormat>(100);

const DAY = {year: 'numeric', month: 'short', day: 'numeric'} as const;
const MINUTE = {dateStyle: 'medium', timeStyle: 'short'} as const;
const SECOND = {dateStyle: 'medium', timeStyle: 'medium'} as const;
const MILLISECOND = {
  ...DAY,
  hour: 'numeric',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
} as const;

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

/** Writes an instant as precisely as buckets of `step` are long; single events to the millisecond. */
export function toTimeText(
  epochMs: number,
  step: TimeStep | null,
  timeZone: string,
  locale: string,
): string {
  return write(epochMs, timeZone, locale, titleFormat(epochMs, step));
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
  return write(epochMs, timeZone, locale, TICK_FORMATS[unit]);
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
      return {weekday: 'short', ...DAY};
    case 'hour':
    case 'minute':
      return MINUTE;
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
  if (Number.isNaN(epochMs)) return '';
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`;
  const create = () => new Intl.DateTimeFormat(locale, {timeZone, ...options});
  return formats.getOrCreate(key, create).format(epochMs);
}
