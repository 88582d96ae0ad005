import type {ColumnMeta, Row} from '../tinybird/pipe-response.js';
import {toNumber} from './cell-value.js';
import {parseColumnType} from './column-type.js';
import {comparisonFinder, withoutComparisons} from './comparison.js';
import type {Encoding} from './series-set.js';

/** One headline number. */
export interface Metric {
  readonly column: string;
  /** The cell as it came, so that integers beyond 2^53 stay whole. */
  readonly cell: unknown;
  /** The cell as a number; NaN when it is empty. */
  readonly value: number;
  /** What it is compared with: a column of its own or the row before; NaN for nothing. */
  readonly previous: number;
  /** Relative change since `previous`; NaN where there is none or it was zero. */
  readonly change: number;
}

/**
 * Returns the headline numbers of an answer: those of its last row in time, each compared with its
 * column in `compare`, else with one whose name says so, else with the row before when rows have a
 * time.
 */
export function buildMetrics(
  meta: readonly ColumnMeta[],
  data: readonly Row[],
  encoding: Encoding,
  compare: readonly string[] | null = null,
): Metric[] {
  const index = meta.find(({name}) => name === encoding.index);
  const isTime = index !== undefined && parseColumnType(index.type).kind === 'time';
  const rows = isTime ? [...data].sort((left, right) => byText(left, right, index.name)) : data;
  const row = rows[isTime ? rows.length - 1 : 0];
  const before = isTime ? rows.at(-2) : undefined;
  if (!row) return [];
  const columns = withoutComparisons(encoding.categories);
  const findComparison = comparisonFinder(meta);
  return columns.map((column, at) => {
    const comparison = compare?.[at] ?? findComparison(column, columns.length === 1);
    const value = toNumber(row[column]);
    const previous = comparison === null ? toNumber(before?.[column]) : toNumber(row[comparison]);
    const change = previous === 0 ? NaN : (value - previous) / Math.abs(previous);
    return {column, cell: row[column], value, previous, change};
  });
}

/** ClickHouse writes times so that their texts sort as they do. */
function byText(left: Row, right: Row, column: string): number {
  const [first, second] = [String(left[column]), String(right[column])];
  return first < second ? -1 : first > second ? 1 : 0;
}
