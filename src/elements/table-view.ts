import {toText} from '../series/cell-value.js';
import {buildTable} from '../series/table-cells.js';
import type {Row} from '../tinybird/pipe-response.js';
import {dataTable} from './data-table.js';
import type {ChartSelection} from './events.js';
import type {HtmlView} from './html-view.js';
import {tableStyles} from './table-view.styles.js';

/** The rows of an answer, in its order until the reader sorts them; each can be chosen. */
export const tableView: HtmlView = {
  styles: tableStyles,
  shape({response, format, say, settings}) {
    const columns = buildTable(response, format, settings.columns);
    const data = {columns, count: response.data.length, hasRowHeaders: false};
    const [first] = columns;
    const select =
      first && ((row: number) => selectionOfRow(first.cell(row), response.data[row] ?? null));
    return dataTable(data, format.locale, say, select);
  },
};

/** A row is known by its first cell, as it came. */
function selectionOfRow(cell: unknown, row: Row | null): ChartSelection {
  const isPlain = typeof cell === 'number' || typeof cell === 'string';
  const index = isPlain ? cell : toText(cell) || null;
  return {index, category: null, value: null, row};
}
