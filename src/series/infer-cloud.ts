import {ColumnError} from '../errors/column-error.js';
import type {ColumnMeta, Row} from '../tinybird/pipe-response.js';
import {toLabel} from './cell-value.js';
import {parseColumnType} from './column-type.js';
import {MAX_GROUPS} from './series-in-steps.js';
import type {EncodingRequest} from './encoding-in-steps.js';

/**
 * Fills in what the author left open of a cloud of points: the first number is x, the next one y,
 * and a column with a few names that come again and again splits it.
 *
 * @throws {ColumnError} when there are no two numbers.
 */
export function inferCloud(
  meta: readonly ColumnMeta[],
  data: readonly Row[],
  request: EncodingRequest,
): EncodingRequest {
  const {index, categories, groupBy, size, hidden} = request;
  const taken = new Set([index, groupBy, size, ...(categories ?? [])]);
  const free = meta.filter(({name}) => !hidden?.has(name) && !taken.has(name));
  const kindOf = ({type}: ColumnMeta) => parseColumnType(type).kind;
  const numbers = free.filter((column) => kindOf(column) === 'number').map(({name}) => name);
  const time = free.find((column) => kindOf(column) === 'time');
  const x = index || (numbers.length > 1 || categories?.length ? numbers.shift() : time?.name);
  const y = categories?.[0] ?? numbers[0];
  if (!x || !y) {
    const names = meta.map(({name}) => name).join(', ');
    throw new ColumnError('', `A scatter needs two number columns (columns: ${names}).`);
  }
  const group = free.find((column) => kindOf(column) === 'category' && isGroup(column.name, data));
  return {...request, index: x, categories: [y], groupBy: groupBy || (group?.name ?? null)};
}

/** Tells whether a column holds a few names, each for several rows. */
export function isGroup(column: string, data: readonly Row[]): boolean {
  const names = new Set(data.map((row) => toLabel(row[column])));
  return names.size > 1 && names.size <= MAX_GROUPS && names.size * 2 <= data.length;
}
