import type {ColumnMeta, Row} from '../tinybird/pipe-response.js';
import {toNumber} from './cell-value.js';
import {parseColumnType} from './column-type.js';
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

/** A comparison column: `previous_visits`, `visits_prev`, `prior_visits`, `visits_last_period`. */
const COMPARISON =
  /^(?:previous|prev|prior|last|comparison|compare)_(.+)$|^(.+)_(?:previous|prev|prior|last|comparison|compare|last_period|previous_period)$/i;

/** A comparison column of the only number there is: `previous`. */
const BARE_COMPARISON = /^(?:previous|prev|prior)$/i;

/**
 * Returns the headline numbers of an answer: those of its last row in time, each compared with its
 * comparison column when there is one, else with the row before when rows have a time.
 */
export function buildMetrics(
  meta: readonly ColumnMeta[],
  data: readonly Row[],
  encoding: Encoding,
): Metric[] {
  const index = meta.find(({name}) => name === encoding.index);
  const isTime = index !== undefined && parseColumnType(index.type).kind === 'time';
  const rows = isTime ? [...data].sort((left, right) => compare(left, right, index.name)) : data;
  const row = rows[isTime ? rows.length - 1 : 0];
  const before = isTime ? rows.at(-2) : undefined;
  if (!row) return [];
  const columns = metricColumns(encoding.categories);
  return columns.map((column) => {
    const comparison = findComparison(column, meta, columns.length === 1);
    const value = toNumber(row[column]);
    const previous = comparison === null ? toNumber(before?.[column]) : toNumber(row[comparison]);
    const change = previous === 0 ? NaN : (value - previous) / Math.abs(previous);
    return {column, cell: row[column], value, previous, change};
  });
}

/** Leaves out comparison columns of columns that are there themselves. */
function metricColumns(categories: readonly string[]): readonly string[] {
  return categories.filter((name) => {
    const base = comparedColumn(name);
    return base === null || !categories.includes(base);
  });
}

function findComparison(
  column: string,
  meta: readonly ColumnMeta[],
  isAlone: boolean,
): string | null {
  const named = meta.find(({name}) => comparedColumn(name) === column);
  const bare = isAlone ? meta.find(({name}) => BARE_COMPARISON.test(name)) : undefined;
  return (named ?? bare)?.name ?? null;
}

function comparedColumn(name: string): string | null {
  const match = COMPARISON.exec(name);
  return match?.[1] ?? match?.[2] ?? null;
}

/** ClickHouse writes times so that their texts sort as they do. */
function compare(left: Row, right: Row, column: string): number {
  const [first, second] = [String(left[column]), String(right[column])];
  return first < second ? -1 : first > second ? 1 : 0;
}
