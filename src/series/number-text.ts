import {LruMap} from '../lib/lru-map.js';
import type {NumberFormatName} from './column-options.js';

/** Intl objects cost tens of microseconds to make; a page needs a few dozen of them. */
const formats = new LruMap<string, Intl.NumberFormat>(100);

/** Seconds of the units that a duration is split into. */
const DAY_SECONDS = 86_400;
const DURATION_UNITS = [
  ['day', DAY_SECONDS],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte', 'petabyte'] as const;

const BINARY_UNITS = ['KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;

/** Amounts below this are written in full even where space is short. */
const COMPACT_FROM = 10_000;

/** Amounts from this on are powers of ten: Intl has no word beyond trillions. */
const HUGE = 1e17;

/** Amounts of the greatest unit that there is from this on are powers of ten. */
const MANY_UNITS = 1e6;

/** Amounts below this are powers of ten, as nobody counts zeros. */
const TINY = 1e-4;

/** Writes a number in few characters, for axes and headlines: three digits that matter. */
export function toShortNumber(value: number, format: NumberFormatName, locale: string): string {
  const size = Math.abs(value);
  const compact = {notation: 'compact', maximumSignificantDigits: 3, ...inPowers(size)} as const;
  switch (format) {
    case 'percent':
      return write(value, locale, {
        ...(size >= COMPACT_FROM
          ? compact
          : size < 0.001
            ? {maximumSignificantDigits: 2}
            : {maximumFractionDigits: 1}),
        ...inPowers(size * 100),
        style: 'percent',
      });
    case 'bytes':
      return toBytes(value, locale, {maximumSignificantDigits: 3});
    case 'bytes-binary':
      return toBinaryBytes(value, locale, {maximumSignificantDigits: 4});
    case 'duration':
      return toDuration(value, locale, 2);
    case 'decimal':
      return write(
        value,
        locale,
        size < TINY || size >= HUGE ? compact : {maximumFractionDigits: size < 1 ? 4 : 2},
      );
    case 'compact':
      return write(value, locale, compact);
    default:
      return toCurrency(
        value,
        format,
        locale,
        size < TINY || size >= COMPACT_FROM ? compact : {trailingZeroDisplay: 'stripIfInteger'},
      );
  }
}

/** Writes a number with all the digits that a reader can use: integers whole, six for fractions. */
export function toFullNumber(value: number, format: NumberFormatName, locale: string): string {
  switch (format) {
    case 'percent':
      return write(value, locale, {
        style: 'percent',
        ...(Math.abs(value) < 0.001 ? {maximumSignificantDigits: 3} : {maximumFractionDigits: 2}),
      });
    case 'bytes':
      return toBytes(value, locale, {maximumSignificantDigits: 5});
    case 'bytes-binary':
      return toBinaryBytes(value, locale, {maximumSignificantDigits: 6});
    case 'duration':
      return toDuration(value, locale, DURATION_UNITS.length);
    case 'decimal':
    case 'compact':
      return Math.abs(value) < 1
        ? write(value, locale, {maximumSignificantDigits: 6})
        : write(value, locale, {maximumFractionDigits: 6});
    default:
      return toCurrency(value, format, locale, {});
  }
}

/** Writes a ratio as a signed percentage, such as `+12.5%`. */
export function toChangeText(ratio: number, locale: string): string {
  return write(ratio, locale, {
    style: 'percent',
    maximumFractionDigits: Math.abs(ratio) < 1 ? 1 : 0,
    signDisplay: 'exceptZero',
  });
}

function toBytes(value: number, locale: string, options: Intl.NumberFormatOptions): string {
  const power = Math.floor(Math.log10(Math.max(1, Math.abs(value))) / 3);
  const step = Math.min(power, BYTE_UNITS.length - 1);
  return inBytes(value / 1000 ** step, BYTE_UNITS[step] ?? 'byte', locale, options);
}

function inBytes(
  value: number,
  unit: string,
  locale: string,
  options: Intl.NumberFormatOptions,
): string {
  const all = {...options, ...inPowers(Math.abs(value), MANY_UNITS), style: 'unit', unit} as const;
  if (unit !== 'byte') return write(value, locale, all);
  // A short byte is a whole word in many languages, beside "kB"; the narrow one lacks a space.
  const text = write(value, locale, {...all, unitDisplay: 'narrow'});
  return text.replace(/(\d)(\p{L}+)$/u, '$1\u00a0$2');
}

/** Units of 1024 (IEC 80000-13), whose names Intl does not know and languages do not translate. */
function toBinaryBytes(value: number, locale: string, options: Intl.NumberFormatOptions): string {
  const power = Math.floor(Math.log2(Math.max(1, Math.abs(value))) / 10);
  const step = Math.min(power, BINARY_UNITS.length);
  if (step === 0) return inBytes(value, 'byte', locale, options);
  const count = value / 1024 ** step;
  const text = write(count, locale, {...options, ...inPowers(Math.abs(count), MANY_UNITS)});
  return `${text} ${BINARY_UNITS[step - 1] ?? ''}`;
}

function toDuration(seconds: number, locale: string, maxParts: number): string {
  const rounded = Math.abs(seconds) >= 60 ? Math.round(seconds) : seconds;
  const first = DURATION_UNITS.findIndex(([, length]) => Math.abs(rounded) >= length);
  if (first === -1 && seconds !== 0) return part(seconds * 1000, 'millisecond', locale, 3);
  if (first === -1 || first === DURATION_UNITS.length - 1) {
    return part(rounded, 'second', locale, 3);
  }
  const days = rounded / DAY_SECONDS;
  if (Math.abs(days) >= MANY_UNITS && maxParts < DURATION_UNITS.length)
    return part(days, 'day', locale, 3);
  const parts: string[] = [];
  let rest = Math.abs(rounded);
  for (const [unit, length] of DURATION_UNITS.slice(first, first + maxParts)) {
    const count = Math.floor(rest / length);
    rest -= count * length;
    const signed = rounded < 0 && parts.length === 0 ? -count : count;
    if (count > 0) parts.push(part(signed, unit, locale));
  }
  return parts.join(' ');
}

function part(value: number, unit: string, locale: string, digits?: number): string {
  const options: Intl.NumberFormatOptions = {style: 'unit', unit, unitDisplay: 'narrow'};
  if (!digits) return write(value, locale, options);
  const powers = inPowers(Math.abs(value), MANY_UNITS);
  return write(value, locale, {...options, maximumSignificantDigits: digits, ...powers});
}

function toCurrency(
  value: number,
  format: string,
  locale: string,
  options: Intl.NumberFormatOptions,
): string {
  const code = format.slice('currency:'.length).toUpperCase();
  const all = {style: 'currency', currency: code, ...options} as const;
  const {maximumFractionDigits = 2} = formatOf(locale, all).resolvedOptions();
  // Of amounts of a few cents, parts of a cent count.
  const isSmall = value !== 0 && Math.abs(value) < 10 ** (1 - maximumFractionDigits);
  return write(value, locale, isSmall ? {...all, maximumSignificantDigits: 3} : all);
}

/** What writes a number as a power of ten where it would have too many digits or zeros. */
function inPowers(size: number, most = HUGE): Intl.NumberFormatOptions {
  return size >= most || (size > 0 && size < TINY) ? {notation: 'scientific'} : {};
}

function write(value: number, locale: string, options: Intl.NumberFormatOptions): string {
  // Minus zero is a rounding left-over that reads like a loss.
  return formatOf(locale, options).format(value === 0 ? 0 : value);
}

function formatOf(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  return formats.getOrCreate(key, () => new Intl.NumberFormat(locale, options));
}
