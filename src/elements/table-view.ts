import {buildTable} from '../series/table-cells.js';
import {dataTable} from './data-table.js';
import type {HtmlView} from './html-view.js';
import {tableStyles} from './table-view.styles.js';

/** The rows of an answer, in its order until the reader sorts them. */
export const tableView: HtmlView = {
  styles: tableStyles,
  shape({response, format, say, settings}) {
    const columns = buildTable(response, format, settings.columns);
    const data = {columns, count: response.data.length, hasRowHeaders: false};
    return dataTable(data, format.locale, say);
  },
};
