import {seriesTable} from '../series/series-table.js';
import {sortRows} from '../series/sort-rows.js';
import {buildTable, type TableData} from '../series/table-cells.js';
import type {PipeResponse} from '../tinybird/pipe-response.js';
import {dataTable} from './data-table.js';
import type {HtmlDrawing} from './html-view.js';
import type {ShapeSettings} from './shape-settings.js';
import type {Shaped} from './shape.js';

export {tableStyles} from './table-view.styles.js';

/** The table that says what a drawing shows, in the order in which it is drawn. */
export function drawnTable(
  shaped: Shaped,
  response: PipeResponse,
  {columns}: ShapeSettings,
): HtmlDrawing {
  const {format, say} = shaped;
  // Points of a scatter share no index.
  if ('set' in shaped && shaped.kind !== 'scatter')
    return dataTable(seriesTable(shaped.set, response.data, format), format.locale, say);
  const data: TableData = {
    columns: buildTable(response, format, columns),
    count: response.data.length,
    hasRowHeaders: true,
  };
  const isSorted = shaped.kind === 'pie' || shaped.kind === 'donut';
  const measure = isSorted ? shaped.encoding.categories[0] : undefined;
  const shown = measure ? largestFirst(data, measure, format.locale) : data;
  return dataTable(shown, format.locale, say);
}

/** Slices are drawn from the largest on. */
function largestFirst(data: TableData, column: string, locale: string): TableData {
  const order = sortRows(data, {column, direction: 'descending'}, locale);
  const at = (row: number) => order[row] ?? row;
  return {
    ...data,
    columns: data.columns.map((each) => ({
      ...each,
      text: (row) => each.text(at(row)),
      fullText: (row) => each.fullText(at(row)),
      key: (row) => each.key(at(row)),
      cell: (row) => each.cell(at(row)),
    })),
  };
}
