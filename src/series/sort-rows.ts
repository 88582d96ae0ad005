import type {TableColumn, TableData} from './table-cells.js';
import type {TableSort} from './table-sort.js';

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
  const keys = readKeys(column, count, locale);
  const sign = sort.direction === 'ascending' ? 1 : -1;
  const present = order.filter((row) => !Number.isNaN(keys[row]));
  const absent = order.filter((row) => Number.isNaN(keys[row]));
  present.sort((left, right) => {
    const difference = (keys[left] ?? 0) - (keys[right] ?? 0);
    return sign * (difference || compareExactly(column.cell(left), column.cell(right)));
  });
  order.set(present);
  order.set(absent, present.length);
  return order;
}

/** One number for each row: its key, or the rank of its text; NaN where nothing is there. */
function readKeys(column: TableColumn, count: number, locale: string): Float64Array {
  const keys = Array.from({length: count}, (_, row) => column.key(row));
  const texts = [...new Set(keys.filter((key) => typeof key === 'string'))];
  const collator = collatorOf(locale);
  texts.sort((left, right) => collator.compare(left, right));
  const ranks = new Map<string, number>();
  let rank = 0;
  for (const [at, text] of texts.entries()) {
    if (at > 0 && collator.compare(texts[at - 1] ?? '', text) !== 0) rank += 1;
    ranks.set(text, rank);
  }
  return Float64Array.from(keys, (key) =>
    typeof key === 'string' ? (ranks.get(key) ?? NaN) : (key ?? NaN),
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
