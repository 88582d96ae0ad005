// The guess goes down this ladder; whatever the author names is taken as it is.
// 1. Index: the first time column, else the first category or boolean column, else the first of
//    several number columns when its values only rise, else none.
// 2. Group-by: when the index repeats, the first category column left that tells the rows apart.
// 3. Categories: the number columns left, without ids; only the first of them when there is a split.

import {ColumnError} from '../errors/column-error.js';
import {isRest, type Steps} from '../lib/steps.js';
import type {ColumnMeta, Row} from '../tinybird/pipe-response.js';
import {toNumber} from './cell-value.js';
import {mapRows} from './map-rows.js';
import {isRising} from './read-index.js';
import {withoutComparisons} from './comparison.js';
import {parseColumnType, type ColumnKind} from './column-type.js';
import type {Encoding} from './series-set.js';

/** What the author says about the columns; null, empty or absent is inferred. */
export interface EncodingRequest {
  readonly index?: string | null;
  readonly categories?: readonly string[] | null;
  readonly groupBy?: string | null;
  readonly size?: string | null;
  /** Columns with earlier values. */
  readonly compare?: readonly string[] | null;
  /** Columns that are never chosen by inference. */
  readonly hidden?: ReadonlySet<string>;
}

interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
}

/**
 * Picks x, y and split columns for an answer.
 *
 * @throws {ColumnError} when a column named by the author is absent.
 */
export function* encodingInSteps(
  meta: readonly ColumnMeta[],
  data: readonly Row[],
  request: EncodingRequest = {},
): Steps<Encoding> {
  const {size, compare, categories: given} = request;
  const named = [request.index, request.groupBy, size, ...(given ?? []), ...(compare ?? [])];
  for (const name of named) if (name) checkColumn(name, meta);
  const taken = new Set(named.filter((name) => !!name));
  const free = meta
    .filter(({name}) => !request.hidden?.has(name) && !taken.has(name))
    .map(({name, type}): Column => ({name, kind: parseColumnType(type).kind}));

  const index = request.index || (yield* inferIndex(free, data));
  const rest = free.filter(({name}) => name !== index);
  const groupBy = request.groupBy || (yield* inferGroupBy(rest, data, index));
  const categories = request.categories?.length
    ? request.categories
    : inferCategories(rest, groupBy !== null);
  return {index, categories, groupBy};
}

function checkColumn(name: string, meta: readonly ColumnMeta[]): void {
  if (meta.some((column) => column.name === name)) return;
  const columns = meta.map((column) => column.name).join(', ');
  throw new ColumnError(name, `The answer has no column "${name}" (columns: ${columns}).`);
}

function* inferIndex(columns: readonly Column[], data: readonly Row[]): Steps<string | null> {
  const time = columns.find(({kind}) => kind === 'time');
  if (time) return time.name;
  const category = columns.find(({kind}) => kind === 'category' || kind === 'boolean');
  if (category) return category.name;
  const [first, second] = columns.filter(({kind}) => kind === 'number');
  if (!first || !second || data.length < 2) return null;
  const values = yield* mapRows(data, (row) => toNumber(row[first.name]));
  return isRising(values) ? first.name : null;
}

function* inferGroupBy(
  columns: readonly Column[],
  data: readonly Row[],
  index: string | null,
): Steps<string | null> {
  if (index === null || !columns.some(({kind}) => kind === 'number')) return null;
  const candidates = columns.filter(({kind}) => kind === 'category' || kind === 'boolean');
  if (candidates.length === 0 || !(yield* repeats(data, [index]))) return null;
  for (const {name} of candidates) if (!(yield* repeats(data, [index, name]))) return name;
  return candidates[0]?.name ?? null;
}

function inferCategories(columns: readonly Column[], isSplit: boolean): readonly string[] {
  const numbers = columns.filter(({kind}) => kind === 'number').map(({name}) => name);
  const measures = withoutComparisons(numbers).filter((name) => !/^(id|uuid|pk)$|_id$/i.test(name));
  const chosen = measures.length > 0 ? measures : numbers;
  return isSplit ? chosen.slice(0, 1) : chosen;
}

function* repeats(data: readonly Row[], columns: readonly string[]): Steps<boolean> {
  const seen = new Set<string>();
  for (const [at, row] of data.entries()) {
    if (isRest(at)) yield;
    const key = JSON.stringify(columns.map((column) => row[column] ?? null));
    if (seen.has(key)) return true;
    seen.add(key);
  }
  return false;
}
