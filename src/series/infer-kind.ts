// The guess goes down the ladder of demo/docs/charts.md ("What auto picks"), from the first rung that holds.
import type {ColumnMeta, Row} from '../tinybird/pipe-response.js';
import {toEpochMs, toLabel, toNumber, toText} from './cell-value.js';
import {parseColumnType, type ColumnKind} from './column-type.js';
import type {ChartKind, Encoding} from './series-set.js';

/** Most bars that can be labelled and compared; longer lists are read better in a table. */
const MAX_BARS = 30;

/** Most number columns that make one readable drawing of a list. */
const MAX_CATEGORIES = 8;

/** Most buckets of a week or longer that are looked at one by one. */
const MAX_BUCKETS = 12;

/** Shortest such bucket, in ms. */
const WEEK_MS = 6.5 * 86_400_000;

/** Texts longer than this are read, not compared. */
const LONG_TEXT = 80;

/** Rows that are looked at for long texts. */
const SAMPLE = 50;

/** Most parts of a whole that can be compared by angle. */
const MAX_PARTS = 6;

/** Least names on each side of a grid, and the share of its cells that is filled. */
const GRID = {names: 3, most: 60, filled: 0.6};

/** Least rows that make a cloud. */
const MIN_POINTS = 8;

/** Picks the kind of chart an analyst would. */
export function inferChartKind(
  meta: readonly ColumnMeta[],
  data: readonly Row[],
  encoding: Encoding,
): ChartKind {
  const {index, categories, groupBy} = encoding;
  const kindOf = (name: string | null): ColumnKind | null => {
    const column = meta.find((one) => one.name === name);
    return column ? parseColumnType(column.type).kind : null;
  };
  const kind = kindOf(index);
  const [measure = ''] = categories;
  if (categories.length === 0 || hasLongText(meta, data)) return 'table';
  // One bucket of a time is a line that has just begun: it must not turn into a metric and back.
  if (kind === 'time') return groupBy === null && isCoarse(encoding, data, meta) ? 'bar' : 'line';
  if (data.length === 1) return 'metric';
  if (categories.length > MAX_CATEGORIES) return 'table';
  if (index === null) return isCloud(meta, data) ? 'scatter' : 'table';
  if (kind === 'number') return 'line';
  if (isGrid(index, groupBy, categories, data)) return 'heatmap';
  if (categories.length === 1 && isFunnel(index, measure, data)) return 'funnel';
  if (categories.length === 1 && isWhole(measure, data)) return 'donut';
  const distinct = new Set(data.map((row) => row[index]));
  return distinct.size <= MAX_BARS ? 'bar' : 'table';
}

function hasLongText(meta: readonly ColumnMeta[], data: readonly Row[]): boolean {
  const texts = meta.filter(({type}) => /^(category|other)$/.test(parseColumnType(type).kind));
  return texts.some(({name}) =>
    data.slice(0, SAMPLE).some((row) => toText(row[name]).length > LONG_TEXT),
  );
}

/** Few weeks, months or years of one or two numbers: sums to compare, not a course. */
function isCoarse(
  {index, categories}: Encoding,
  data: readonly Row[],
  meta: readonly ColumnMeta[],
): boolean {
  if (data.length < 2 || data.length > MAX_BUCKETS || categories.length > 2) return false;
  const type = parseColumnType(meta.find(({name}) => name === index)?.type ?? '');
  const times = data.map((row) => toEpochMs(row[index ?? ''], type)).sort((a, b) => a - b);
  return times.every((time, at) => at === 0 || time - (times[at - 1] ?? 0) >= WEEK_MS);
}

function isCloud(meta: readonly ColumnMeta[], data: readonly Row[]): boolean {
  const numbers = meta.filter(({type}) => parseColumnType(type).kind === 'number');
  return numbers.length === 2 && data.length >= MIN_POINTS;
}

/** Two columns that cross in each cell once: two names, or a name and a small whole number. */
function isGrid(
  index: string,
  groupBy: string | null,
  categories: readonly string[],
  data: readonly Row[],
): boolean {
  const isOrdinal = (name: string) => data.every((row) => Number.isInteger(toNumber(row[name])));
  const [first = ''] = categories;
  const other = groupBy ?? (categories.length === 2 && isOrdinal(first) ? first : null);
  if (other === null) return false;
  const distinct = (name: string) => new Set(data.map((row) => toLabel(row[name]))).size;
  const [width, height] = [distinct(index), distinct(other)];
  const cells = new Set(data.map((row) => `${toLabel(row[index])}\n${toLabel(row[other])}`)).size;
  const isLarge = Math.min(width, height) >= GRID.names && Math.max(width, height) <= GRID.most;
  return isLarge && cells === data.length && cells >= width * height * GRID.filled;
}

/** Steps that say so and never grow. */
function isFunnel(index: string, measure: string, data: readonly Row[]): boolean {
  if (!/step|stage|phase|funnel/i.test(index) || data.length > 10) return false;
  const values = data.map((row) => toNumber(row[measure]));
  return values.every((value, at) => value >= 0 && (at === 0 || value <= (values[at - 1] ?? 0)));
}

/** A few shares that make up one, or a hundred percent. */
function isWhole(measure: string, data: readonly Row[]): boolean {
  const isNamed = /share|percent|pct|ratio|fraction/i.test(measure);
  if (!isNamed || data.length < 2 || data.length > MAX_PARTS) return false;
  const values = data.map((row) => toNumber(row[measure]));
  const sum = values.reduce((total, value) => total + value, 0);
  const isFull = Math.abs(sum - 1) < 0.01 || Math.abs(sum - 100) < 1;
  return isFull && values.every((value) => value >= 0);
}
