import type {TableColumn, TableData} from './table-cells.js';
import type {TableSort} from './table-sort.js';
import {textRanks} from './text-ranks.js';

/**
 * Returns the rows in their order on screen. Numbers and times go by value, integers beyond 2^53 by
 * all their digits, text by the rules of `locale` (its numbers by value); what is absent comes
 * last in both directions, and equal rows keep their order.
 */
export function sortRows(
  {columns, count}: Pick<TableData, 'columns' | 'count'>,
  sort: TableSort | null,
  locale: string,
): Uint32Array {
  const order = Uint32Array.from({length: count}, (_, row) => row);
  const column = sort && columns.find(({name}) => name === sort.column);
  if (!column) return order;
  const keys = keysOf(column, count, locale);
  const present = order.filter((row) => !Number.isNaN(keys[row]));
  const absent = order.filter((row) => Number.isNaN(keys[row]));
  const isAscending = sort.direction === 'ascending';
  const sorted = sortByRank(present, denseRanks(keys, present), isAscending);
  sortExactly(sorted, keys, column, isAscending ? 1 : -1);
  order.set(sorted);
  order.set(absent, present.length);
  return order;
}

/** Sorts numbers alone, whose last digits say which row they are of: without a call for each pair. */
function sortByRank(rows: Uint32Array, ranks: Float64Array, isAscending: boolean): Uint32Array {
  const {length} = rows;
  const last = isAscending ? 0 : length;
  const keys = ranks.map((rank, at) => Math.abs(last - rank) * length + at).sort();
  return Uint32Array.from(keys, (key) => rows[key % length] ?? 0);
}

/** Places of rows among the distinct values, from 0. */
function denseRanks(keys: Float64Array, rows: Uint32Array): Float64Array {
  const values = Float64Array.from(rows, (row) => keys[row] ?? 0);
  const places = new Map<number, number>();
  for (const value of values.toSorted()) if (!places.has(value)) places.set(value, places.size);
  return values.map((value) => places.get(value) ?? 0);
}

/** Orders rows of one key by what it has no room for, where there is such a thing. */
function sortExactly(
  rows: Uint32Array,
  keys: Float64Array,
  column: TableColumn,
  sign: number,
): void {
  let first = 0;
  for (let at = 1; at <= rows.length; at += 1) {
    if (keys[rows[at] ?? -1] === keys[rows[first] ?? -1]) continue;
    if (at - first > 1 && typeof column.key(rows[first] ?? 0) === 'number')
      rows
        .subarray(first, at)
        .sort(
          (left, right) =>
            sign * compareExactly(column.cell(left), column.cell(right)) || left - right,
        );
    first = at;
  }
}

const kept = new WeakMap<TableColumn, Float64Array>();

/** Keys of a column, which stay for the other direction. */
function keysOf(column: TableColumn, count: number, locale: string): Float64Array {
  let keys = kept.get(column);
  if (keys?.length !== count) {
    keys = readKeys(column, count, locale);
    kept.set(column, keys);
  }
  return keys;
}

/** One number for each row: its key, or the rank of its text; NaN where nothing is there. */
function readKeys(column: TableColumn, count: number, locale: string): Float64Array {
  const keys = Array.from({length: count}, (_, row) => column.key(row));
  const places = new Map<string, number>();
  for (const key of keys)
    if (typeof key === 'string' && !places.has(key)) places.set(key, places.size);
  const ranks = textRanks([...places.keys()], collatorOf(locale));
  return Float64Array.from(keys, (key) =>
    typeof key === 'string' ? (ranks[places.get(key) ?? 0] ?? NaN) : (key ?? NaN),
  );
}

function collatorOf(locale: string): Intl.Collator {
  try {
    return new Intl.Collator(locale, {numeric: true});
  } catch {
    return new Intl.Collator('en', {numeric: true});
  }
}

/** A decimal number in text form. */
const DECIMAL = /^(-?)(\d*)(?:\.(\d*))?$/;

/** Compares digits that a number has no room for; cells without them are equal. */
function compareExactly(left: unknown, right: unknown): number {
  if (left === right || (typeof left !== 'string' && typeof right !== 'string')) return 0;
  const [before, after] = [DECIMAL.exec(String(left)), DECIMAL.exec(String(right))];
  if (!before || !after) return compareTimes(left, right);
  const digits = Math.max(before[3]?.length ?? 0, after[3]?.length ?? 0);
  const [low, high] = [toScaled(before, digits), toScaled(after, digits)];
  return low < high ? -1 : low > high ? 1 : 0;
}

function toScaled([, sign = '', whole = '', fraction = '']: RegExpExecArray, digits: number) {
  return BigInt(`${sign}${whole}${fraction.padEnd(digits, '0')}` || '0');
}

/** Times of one millisecond differ in later digits, which compare as text. */
function compareTimes(left: unknown, right: unknown): number {
  if (typeof left !== 'string' || typeof right !== 'string') return 0;
  if (!/^\d{4}-\d\d-\d\d.*\.\d{4,}$/.test(left) || left.length !== right.length) return 0;
  return left < right ? -1 : 1;
}
