import {TemplateError} from './template-error.js';

/** A Python tuple; lists are plain arrays. */
export class Tuple {
  readonly items: readonly Value[];

  constructor(items: readonly Value[]) {
    this.items = items;
  }
}

/** A number that prints as `toInt32('5')`, and is a plain number in arithmetic and comparisons. */
export class TypedNumber {
  readonly value: bigint | number;
  /** ClickHouse type, such as Int32 or Float64. */
  readonly type: string;

  constructor(value: bigint | number, type: string) {
    this.value = value;
    this.type = type;
  }
}

/**
 * Text that goes into the SQL as it is. Only functions that have quoted or checked every part of it
 * make one; nothing turns a string back into one.
 */
export class SqlFragment {
  readonly sql: string;

  constructor(sql: string) {
    this.sql = sql;
  }
}

/** A value while a template runs. bigint is Python's int, number its float, Map its dict. */
export type Value =
  | null
  | boolean
  | bigint
  | number
  | string
  | Tuple
  | TypedNumber
  | SqlFragment
  | readonly Value[]
  | ReadonlyMap<string, Value>;

/** True for a list; narrows better than Array.isArray does on readonly arrays. */
export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** True for a dict. */
export function isDict(value: Value): value is ReadonlyMap<string, Value> {
  return value instanceof Map;
}

/** Lists and objects inside one another that a parameter may have; the stack is not endless. */
const MAX_DEPTH = 64;

/**
 * Turns JSON-like data from a request into template values; whole numbers become integers.
 *
 * @throws {TemplateError} for lists and objects nested more than 64 deep.
 */
export function toValue(input: unknown, depth = 0): Value {
  if (depth > MAX_DEPTH) throw new TemplateError('a parameter is nested too deeply');
  switch (typeof input) {
    case 'string':
    case 'boolean':
    case 'bigint':
      return input;
    case 'number':
      return Number.isInteger(input) ? BigInt(input) : input;
    case 'object':
      if (input === null) return null;
      if (Array.isArray(input)) return input.map((item) => toValue(item, depth + 1));
      return new Map(Object.entries(input).map(([key, item]) => [key, toValue(item, depth + 1)]));
    default:
      return null;
  }
}

/** Python's truth of a value: empty, zero and None are false. */
export function isTruthy(value: Value): boolean {
  if (value instanceof TypedNumber) return Number(value.value) !== 0;
  if (value instanceof Tuple) return value.items.length > 0;
  if (value instanceof SqlFragment) return value.sql !== '';
  if (isList(value)) return value.length > 0;
  if (isDict(value)) return value.size > 0;
  return Boolean(value);
}

/** Python's `str()`: what a value looks like as text, before any quoting for SQL. */
export function toText(value: Value): string {
  if (typeof value === 'string') return value;
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number') return floatText(value);
  if (value instanceof SqlFragment) return value.sql;
  if (value instanceof TypedNumber) return `to${value.type}('${toText(value.value)}')`;
  if (value instanceof Tuple) {
    const [only] = value.items;
    if (value.items.length === 1 && only !== undefined) return `(${itemText(only)},)`;
    return `(${value.items.map(itemText).join(', ')})`;
  }
  if (isList(value)) return `[${value.map(itemText).join(', ')}]`;
  return `{${[...value].map(([key, item]) => `${itemText(key)}: ${itemText(item)}`).join(', ')}}`;
}

/** Python's name of a value's type, for error messages. */
export function typeName(value: Value): string {
  if (value === null) return 'NoneType';
  if (typeof value === 'string' || value instanceof SqlFragment) return 'str';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'bigint') return 'int';
  if (typeof value === 'number') return 'float';
  if (value instanceof TypedNumber) return typeof value.value === 'bigint' ? 'int' : 'float';
  if (value instanceof Tuple) return 'tuple';
  return isList(value) ? 'list' : 'dict';
}

/** Returns what a `for` runs over. @throws {TemplateError} for a value that cannot be iterated. */
export function toItems(value: Value): readonly Value[] {
  if (isList(value)) return value;
  if (value instanceof Tuple) return value.items;
  if (isDict(value)) return [...value.keys()];
  if (typeof value === 'string') return Array.from(value);
  throw new TemplateError(`'${typeName(value)}' object is not iterable`);
}

function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const text = Object.is(value, -0) ? '-0' : String(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

function itemText(value: Value): string {
  if (typeof value !== 'string') return toText(value);
  const quote = value.includes("'") && !value.includes('"') ? '"' : "'";
  const escaped = value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
  return quote + escaped.replaceAll('\t', '\\t').replaceAll(quote, `\\${quote}`) + quote;
}
