import {LruMap} from '../lib/lru-map.js';
import type {NumberFormatName} from './column-options.js';

/** Intl objects cost tens of microseconds to make; a page needs a few dozen of them. */
const formats = new LruMap<string, Intl.NumberFormat>(100);

/** Seconds of the units that a duration is split into. */
const DURATION_UNITS = [
  ['day', 86_400],
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

/** Amounts below this are powers of ten, as nobody counts zeros. */
const TINY = 1e-4;

/** Writes a number in few characters, for axes and headlines: three digits that matter. */
export function toShortNumber(value: number, format: NumberFormatName, locale: string): string {
  const size = Math.abs(value);
  switch (format) {
    case 'percent':
      return write(value, locale, {
        style: 'percent',
        ...(size < 0.001 ? {maximumSignificantDigits: 2} : {maximumFractionDigits: 1}),
      });
    case 'bytes':
      return toBytes(value, locale, {maximumSignificantDigits: 3});
    case 'bytes-binary':
      return toBinaryBytes(value, locale, {maximumSignificantDigits: 4});
    case 'duration':
      return toDuration(value, locale, 2);
    case 'decimal':
      return size < 1e-4
        ? write(value, locale, {maximumSignificantDigits: 3})
        : write(value, locale, {maximumFractionDigits: size < 1 ? 4 : 2});
    case 'compact':
      return write(value, locale, {
        notation: size >= HUGE || (value !== 0 && size < TINY) ? 'scientific' : 'compact',
        maximumSignificantDigits: 3,
      });
    default:
      return size < COMPACT_FROM
        ? write(value, locale, currency(format, {trailingZeroDisplay: 'stripIfInteger'}))
        : write(
            value,
            locale,
            currency(format, {notation: 'compact', maximumSignificantDigits: 3}),
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
      return write(value, locale, currency(format, {}));
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
  const unit = BYTE_UNITS[step] ?? 'byte';
  return write(value / 1000 ** step, locale, {style: 'unit', unit, ...options});
}

/** Units of 1024 (IEC 80000-13), whose names Intl does not know and languages do not translate. */
function toBinaryBytes(value: number, locale: string, options: Intl.NumberFormatOptions): string {
  const power = Math.floor(Math.log2(Math.max(1, Math.abs(value))) / 10);
  const step = Math.min(power, BINARY_UNITS.length);
  if (step === 0) return write(value, locale, {style: 'unit', unit: 'byte', ...options});
  return `${write(value / 1024 ** step, locale, options)} ${BINARY_UNITS[step - 1] ?? ''}`;
}

function toDuration(seconds: number, locale: string, maxParts: number): string {
  const rounded = Math.abs(seconds) >= 60 ? Math.round(seconds) : seconds;
  const first = DURATION_UNITS.findIndex(([, length]) => Math.abs(rounded) >= length);
  if (first === -1 && seconds !== 0) return part(seconds * 1000, 'millisecond', locale, 3);
  if (first === -1 || first === DURATION_UNITS.length - 1) {
    return part(rounded, 'second', locale, 3);
  }
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
  return write(value, locale, digits ? {...options, maximumSignificantDigits: digits} : options);
}

function currency(format: string, options: Intl.NumberFormatOptions): Intl.NumberFormatOptions {
  const code = format.slice('currency:'.length).toUpperCase();
  return {style: 'currency', currency: code, ...options};
}

function write(value: number, locale: string, options: Intl.NumberFormatOptions): string {
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = formats.getOrCreate(key, () => new Intl.NumberFormat(locale, options));
  // Minus zero is a rounding left-over that reads like a loss.
  return format.format(value === 0 ? 0 : value);
}
