import type {ColumnMeta, Row} from '../tinybird/pipe-response.js';
import {parseColumnType} from './column-type.js';
import type {ChartKind, Encoding} from './series-set.js';

/** Most bars that can be labelled and compared; longer lists are read better in a table. */
const MAX_BARS = 30;

/** Most number columns that make one readable drawing of a list. */
const MAX_CATEGORIES = 8;

/**
 * Picks the kind of chart an analyst would: a time is a line, a short list bars, a single row of
 * numbers a metric, everything else a table.
 */
export function inferChartKind(
  meta: readonly ColumnMeta[],
  data: readonly Row[],
  encoding: Encoding,
): ChartKind {
  if (encoding.categories.length === 0) return 'table';
  const index = meta.find(({name}) => name === encoding.index);
  const kind = index ? parseColumnType(index.type).kind : null;
  // One bucket of a time is a line that has just begun: it must not turn into a metric and back.
  if (kind === 'time') return 'line';
  if (data.length === 1) return 'metric';
  if (kind === null || encoding.categories.length > MAX_CATEGORIES) return 'table';
  if (kind === 'number') return 'line';
  const distinct = new Set(data.map((row) => row[encoding.index ?? '']));
  return distinct.size <= MAX_BARS ? 'bar' : 'table';
}
