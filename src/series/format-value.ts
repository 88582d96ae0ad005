import {humanize} from '../lib/humanize.js';
import {isTimeZone} from '../lib/intl-names.js';
import {toNumber} from './cell-value.js';
import {
  type ColumnOptionsByName,
  DURATION_SECONDS,
  type NumberFormatName,
} from './column-options.js';
import {toChangeText, toFullNumber, toShortNumber} from './number-text.js';
import {roundStep} from './round-step.js';
import type {SeriesIndex, TimeStep} from './series-set.js';
import {toDateText, toTickText, toTimeText} from './time-text.js';

/** How values are written for the page's readers. */
export interface ValueFormatOptions {
  /** BCP 47 language tag. */
  readonly locale: string;
  /** IANA zone for times finer than a day. */
  readonly timeZone: string;
  /** @default 'compact' */
  readonly numberFormat?: NumberFormatName;
  readonly columns?: ColumnOptionsByName | null;
}

/** Writes numbers, times and names in one locale and zone. */
export interface ValueFormat {
  readonly locale: string;
  readonly timeZone: string;
  /** The column's label, else its name humanised. */
  label(column: string): string;
  /** A number in few characters, for axes and headlines. */
  short(value: number, column: string): string;
  /** A number with its digits, for tooltips and tables. Text that a number cannot hold stays. */
  full(value: unknown, column: string): string;
  /** The smallest step of ticks from `least` on that is round in the column's format, if not in tens. */
  roundStep(least: number, column: string): number | null;
  /** A relative change, signed: `+12.5%`. */
  change(ratio: number): string;
  /** The x value at a place of the index. */
  indexText(index: SeriesIndex, at: number): string;
  /** The label of a tick at which `unit` begins. */
  tick(epochMs: number, unit: TimeStep['unit'], timeZone: string): string;
  /** A time cell: calendar dates stay, instants are written in the zone of the page. */
  time(epochMs: number, isCalendar: boolean): string;
}

/** Step of a single calendar date. */
const DAY_STEP: TimeStep = {unit: 'day', count: 1};

/** Shown for null, missing and undrawable values. */
export const NO_VALUE = '–';

/**
 * Returns a `ValueFormat`. What Intl refuses falls back: a locale to English, a zone to UTC, a
 * currency to `compact`.
 */
export function createValueFormat(options: ValueFormatOptions): ValueFormat {
  const {columns = null} = options;
  const timeZone = isTimeZone(options.timeZone) ? options.timeZone : 'UTC';
  const locale = supportedLocale(options.locale);
  const formatOf = (column: string) =>
    supportedFormat(columns?.[column]?.format ?? options.numberFormat ?? 'compact');
  const write = (value: number, column: string, toText: typeof toShortNumber) => {
    const format = formatOf(column);
    const unit = columns?.[column]?.unit;
    const scale = unitScale(format, unit);
    const text = toText(value * (scale ?? 1), format, locale);
    return unit && scale === null ? `${text} ${unit}` : text;
  };
  return {
    locale,
    timeZone,
    label: (column) => columns?.[column]?.label ?? humanize(column),
    short: (value, column) =>
      Number.isFinite(value) ? write(value, column, toShortNumber) : NO_VALUE,
    full(value, column) {
      if (isBeyondNumber(value)) {
        const unit = columns?.[column]?.unit;
        return unit ? `${value} ${unit}` : String(value);
      }
      const number = toNumber(value);
      return Number.isNaN(number) ? NO_VALUE : write(number, column, toFullNumber);
    },
    roundStep(least, column) {
      const format = formatOf(column);
      const scale = unitScale(format, columns?.[column]?.unit) ?? 1;
      const step = roundStep(least * scale, format);
      return step === null ? null : step / scale;
    },
    change: (ratio) => (Number.isFinite(ratio) ? toChangeText(ratio, locale) : NO_VALUE),
    indexText(index, at) {
      if (index.kind === 'category') return index.values[at] ?? NO_VALUE;
      const value = index.values[at] ?? NaN;
      if (Number.isNaN(value)) return NO_VALUE;
      if (index.kind === 'time') {
        const step = index.step ?? (index.isCalendar ? DAY_STEP : null);
        return toTimeText(value, step, index.timeZone, locale);
      }
      return toFullNumber(value, 'decimal', locale);
    },
    tick: (epochMs, unit, zone) => toTickText(epochMs, unit, zone, locale),
    time: (epochMs, isCalendar) =>
      isCalendar ? toDateText(epochMs, locale) : toTimeText(epochMs, null, timeZone, locale),
  };
}

/** Tells whether a cell is an integer in text form that a number would round. */
export function isBeyondNumber(value: unknown): value is string | bigint {
  if (typeof value !== 'string' && typeof value !== 'bigint') return false;
  return /^-?\d{16,}$/.test(String(value)) && !Number.isSafeInteger(Number(value));
}

/** What a value is multiplied with because its unit is part of the format; null where it is not. */
function unitScale(format: NumberFormatName, unit = ''): number | null {
  if (format === 'percent' && unit === '%') return 0.01;
  return format === 'duration' ? (DURATION_SECONDS[unit] ?? null) : null;
}

function supportedLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

function supportedFormat(format: NumberFormatName): NumberFormatName {
  if (!format.startsWith('currency:')) return format;
  return /^currency:[A-Za-z]{3}$/.test(format) ? format : 'compact';
}
