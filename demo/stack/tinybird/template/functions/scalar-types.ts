import {toText, TypedNumber, type Value} from '../value.js';

/** How one ClickHouse type checks the text of a parameter and reads it. */
export interface ScalarType {
  /** The name that error messages give. */
  readonly name: string;
  readonly accepts: (text: string) => boolean;
  /** Reads text that `accepts` allowed; numbers come without their type. */
  readonly read: (text: string) => bigint | number | string;
}

/** Digits of 2^256, the widest integer, with room for leading zeros. */
const MAX_DIGITS = 100;
const FLOAT = /^\s*[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|inf(?:inity)?|nan)\s*$/i;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
// 2026-01-31T10:20:30Z and 31.01.2026 1:2:3 pass: only the beginning is checked, as on Tinybird.
const DATE_TIME =
  /^(?:\d{4}.\d{2}.\d{2}[T\s]\d{2}:\d{2}:\d{2}|\d{2}.\d{2}.\d{4}.\d{1,2}:\d{1,2}:\d{1,2})/;
const DATE_TIME_64 =
  /^(?:\d{4}.\d{2}.\d{2}[T\s]\d{2}:\d{2}:\d{2}.\d{3}|\d{2}.\d{2}.\d{4}.\d{1,2}:\d{1,2}:\d{1,2}.\d{1,3})/;

/** Widths of the integer types, in bits. */
const WIDTHS = [8n, 16n, 32n, 64n, 128n, 256n];
const INT_32 = integerType('Int32', -(1n << 31n), (1n << 31n) - 1n);

/** The types whose functions print a conversion, such as `toInt32('5')`. */
export const NUMERIC_TYPES: ReadonlyMap<string, ScalarType> = new Map(
  [
    ...WIDTHS.map((bits) =>
      integerType(`Int${bits}`, -(1n << (bits - 1n)), (1n << (bits - 1n)) - 1n),
    ),
    ...WIDTHS.map((bits) => integerType(`UInt${bits}`, 0n, (1n << bits) - 1n)),
    floatType('Float32'),
    floatType('Float64'),
  ].map((type) => [type.name, type]),
);

/** Every scalar type by the name that templates use; Int and Integer are checked as Int32. */
export const SCALAR_TYPES: ReadonlyMap<string, ScalarType> = new Map([
  ...NUMERIC_TYPES,
  ['Int', INT_32],
  ['Integer', INT_32],
  ['String', textType('String', () => true)],
  ['Date', textType('Date', (text) => DATE.test(text))],
  ['DateTime', textType('DateTime', (text) => DATE_TIME.test(text))],
  ['DateTime64', textType('DateTime64', (text) => DATE_TIME_64.test(text))],
]);

/** Returns the text of a parameter as the type checks see it. */
export function scalarText(value: Value): string {
  return toText(value instanceof TypedNumber ? value.value : value);
}

function integerType(name: string, min: bigint, max: bigint): ScalarType {
  const pattern = name.startsWith('UInt') ? /^\d+$/ : /^[+-]?\d+$/;
  const read = (text: string): bigint => BigInt(text.replace(/^\+/, ''));
  const accepts = (text: string): boolean => {
    if (!pattern.test(text) || text.length > MAX_DIGITS) return false;
    const value = read(text);
    return value >= min && value <= max;
  };
  return {name, accepts, read};
}

function floatType(name: string): ScalarType {
  return {name, accepts: (text) => FLOAT.test(text), read: readFloat};
}

function readFloat(text: string): number {
  const word = text.trim().toLowerCase();
  if (word.includes('inf')) return word.startsWith('-') ? -Infinity : Infinity;
  return Number(word);
}

function textType(name: string, accepts: (text: string) => boolean): ScalarType {
  return {name, accepts, read: (text) => text};
}
