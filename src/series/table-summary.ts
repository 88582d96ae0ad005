import type {Say} from '../messages/catalogue.js';
import {findExtremes} from './extremes.js';
import type {TableColumn, TableData} from './table-cells.js';

/** Columns of numbers whose range is told; of more, only the number of columns is. */
const MAX_DESCRIBED = 4;

/** Returns what a table holds: its size, and the range of its first columns of numbers. */
export function summarizeTable({columns, count}: TableData, say: Say): string {
  const size = {rows: count, columns: columns.length};
  const measures = columns.filter(({isNumber}) => isNumber).slice(0, MAX_DESCRIBED);
  return [
    say('summary.cells', {chart: say('kind.table'), ...size}),
    ...measures.map((column) => describe(column, count, say)),
  ].join(' ');
}

function describe(column: TableColumn, count: number, say: Say): string {
  const name = column.label;
  const text = (row: number) => column.text(row);
  const valueAt = (row: number) => {
    const value = column.key(row);
    return typeof value === 'number' ? value : NaN;
  };
  const {low, high} = findExtremes(count, valueAt);
  if (low === -1) return say('summary.none', {name});
  if (valueAt(low) === valueAt(high)) return say('summary.same', {name, value: text(low)});
  return say('summary.between', {name, lowest: text(low), highest: text(high)});
}
