import type {PipeResponse} from '../tinybird/pipe-response.js';
import {toNumber} from './cell-value.js';
import {NO_VALUE, type ValueFormat} from './format-value.js';
import type {SeriesSet} from './series-set.js';
import type {TableColumn, TableData} from './table-cells.js';

/**
 * Returns what a drawing shows as a table: a row for each place of the index in its order, named by
 * its first cell, and a column for each series.
 */
export function seriesTable(
  {index, series}: SeriesSet,
  rows: PipeResponse['data'],
  format: ValueFormat,
): TableData {
  const label = (at: number) => format.indexText(index, at);
  const place: TableColumn = {
    name: ' index',
    label: format.label(index.column),
    color: null,
    align: index.kind === 'number' ? 'end' : 'start',
    isNumber: false,
    text: label,
    fullText: label,
    key: (at) => index.values[at] ?? null,
    cell: (at) => index.values[at],
  };
  const measures = series.map(({name, column, values, rows: sources}): TableColumn => {
    const cell = (at: number) => {
      const value = values[at] ?? NaN;
      const source = rows[sources[at] ?? -1]?.[column];
      // Integers beyond 2^53 are whole only in the answer.
      return toNumber(source) === value ? source : value;
    };
    const text = (at: number) =>
      Number.isNaN(values[at] ?? NaN) ? NO_VALUE : format.full(cell(at), column);
    return {
      name,
      label: name,
      color: null,
      align: 'end',
      isNumber: true,
      text,
      fullText: text,
      key: (at) => values[at] ?? NaN,
      cell,
    };
  });
  return {columns: [place, ...measures], count: index.values.length, hasRowHeaders: true};
}
