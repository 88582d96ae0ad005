import {numberOrder} from './number-order.js';
import {sortPart} from './sort-part.js';
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
  const column = sort && columns.find(({name}) => name === sort.column);
  if (!column) return new Uint32Array(count).map((_, row) => row);
  const keys = sortKeys(column, count, locale);
  const isAscending = sort.direction === 'ascending';
  const order = numberOrder(keys, isAscending);
  sortExactly(order, keys, column, isAscending ? 1 : -1);
  return order;
}

/** Orders rows of one key by what it has no room for, where there is such a thing. */
function sortExactly(
  rows: Uint32Array,
  keys: Float64Array,
  column: TableColumn,
  sign: number,
): void {
  const compare = (left: number, right: number) =>
    sign * compareExactly(column.cell(left), column.cell(right)) || left - right;
  let first = 0;
  for (let at = 1; at <= rows.length; at += 1) {
    if (keys[rows[at] ?? -1] === keys[rows[first] ?? -1]) continue;
    if (at - first > 1 && isInexact(rows, first, at, column)) sortPart(rows, first, at, compare);
    first = at;
  }
}

/** Tells whether rows of one key have different cells that the key is a number for. */
function isInexact(rows: Uint32Array, from: number, to: number, column: TableColumn): boolean {
  const first = rows[from] ?? 0;
  if (typeof column.key(first) !== 'number') return false;
  const cell = column.cell(first);
  for (let at = from + 1; at < to; at += 1) if (column.cell(rows[at] ?? 0) !== cell) return true;
  return false;
}

const kept = new WeakMap<TableColumn, Float64Array>();

/** Numbers by which a column's rows go; NaN where nothing is there. Kept: each column is read once. */
export function sortKeys(column: TableColumn, count: number, locale: string): Float64Array {
  let keys = kept.get(column);
  if (keys?.length !== count) {
    keys = readKeys(column, count, locale);
    kept.set(column, keys);
  }
  return keys;
}

/** One number for each row: its key, or the rank of its text. */
function readKeys(column: TableColumn, count: number, locale: string): Float64Array {
  const keys = new Float64Array(count).fill(NaN);
  const [texts, rows]: [string[], number[]] = [[], []];
  for (let row = 0; row < count; row += 1) {
    const key = column.key(row);
    if (typeof key === 'number') keys[row] = key;
    else if (key !== null) {
      texts.push(key);
      rows.push(row);
    }
  }
  const ranks = textRanks(texts, collatorOf(locale));
  rows.forEach((row, at) => (keys[row] = ranks[at] ?? NaN));
  return keys;
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
const DIGITS = /^\d+$/;

/** Compares digits that a number has no room for; cells without them are equal. */
function compareExactly(left: unknown, right: unknown): number {
  if (left === right || (typeof left !== 'string' && typeof right !== 'string')) return 0;
  // Digits as many as the other's are in the order of texts.
  if (typeof left === 'string' && typeof right === 'string' && left.length === right.length)
    if (DIGITS.test(left) && DIGITS.test(right)) return left < right ? -1 : 1;
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
