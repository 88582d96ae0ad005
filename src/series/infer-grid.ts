import {ColumnError} from '../errors/column-error.js';
import type {PipeResponse} from '../tinybird/pipe-response.js';
import {parseColumnType, type ColumnKind} from './column-type.js';
import type {EncodingRequest} from './encoding-in-steps.js';
import type {Encoding} from './series-set.js';

/** Columns of a grid; `rows` is null when one time column gives weekdays and hours. */
export interface GridEncoding {
  readonly columns: string;
  readonly rows: string | null;
  readonly measure: string;
}

/**
 * Picks what stands side by side (index), below each other (group-by) and in the cells. Without a
 * group-by it is another column that is no measure, else the first of several number columns.
 *
 * @throws {ColumnError} when there is nothing to cross, or no number to show.
 */
export function inferGrid(
  {meta, data}: Pick<PipeResponse, 'meta' | 'data'>,
  {index, groupBy, categories}: Encoding,
  request: EncodingRequest,
): GridEncoding {
  const all = meta.map(({name, type}) => ({name, kind: parseColumnType(type).kind}));
  const kindOf = (name: string | null): ColumnKind | undefined =>
    all.find((column) => column.name === name)?.kind;
  const free = all.filter(({name}) => name !== index && !request.hidden?.has(name));
  const isGiven = (request.categories?.length ?? 0) > 0;
  const unused = free.filter(({name}) => !(isGiven && categories.includes(name)));
  const numbers = unused.filter(({kind}) => kind === 'number');
  // A time that never comes twice is not crossed with a measure but split into weekdays and hours.
  const isSingle =
    kindOf(index) === 'time' && new Set(data.map((row) => row[index ?? ''])).size === data.length;
  const hasSpare = !isSingle && (isGiven || numbers.length > 1);
  const spare = hasSpare ? numbers[0] : undefined;
  const other = unused.find(({kind}) => /^(category|boolean|time)$/.test(kind)) ?? spare;
  const second = groupBy ?? other?.name ?? null;
  const measure = isGiven ? categories[0] : numbers.find(({name}) => name !== second)?.name;
  const needs = 'A heatmap needs two columns to cross, such as weekday and hour, and a number';
  if (index === null || !measure || (second === null && kindOf(index) !== 'time')) {
    const names = all.map(({name}) => name).join(', ');
    throw new ColumnError('', `${needs} (columns: ${names}).`);
  }
  // Hours go from left to right, whatever the order of the columns.
  const isTurned =
    !request.index && !request.groupBy && second !== null && kindOf(second) === 'number';
  if (isTurned && kindOf(index) !== 'number') return {columns: second, rows: index, measure};
  return {columns: index, rows: second, measure};
}
