import type {Say} from '../messages/catalogue.js';
import {findExtremes} from './extremes.js';
import type {ValueFormat} from './format-value.js';
import type {Grid} from './grid.js';

/** Returns what a heatmap shows at a glance: its size, and its highest and lowest cell. */
export function summarizeGrid(grid: Grid, format: ValueFormat, say: Say): string {
  const {columns, rows, measure, values} = grid;
  const width = columns.values.length;
  const size = {rows: rows.values.length, columns: width};
  const intro = say('summary.cells', {chart: say('kind.heatmap'), ...size});
  const {low, high, end} = findExtremes(values.length, (at) => values[at] ?? NaN);
  const name = format.label(measure);
  if (end === -1) return `${intro} ${say('summary.none', {name})}`;
  const text = (at: number) => format.short(values[at] ?? NaN, measure);
  const place = (at: number) =>
    `${format.indexText(rows, Math.floor(at / width))}, ${format.indexText(columns, at % width)}`;
  if (values[low] === values[high])
    return `${intro} ${say('summary.same', {name, value: text(end)})}`;
  const extremes = {
    name,
    highest: text(high),
    highestAt: place(high),
    lowest: text(low),
    lowestAt: place(low),
  };
  return `${intro} ${say('summary.extremes', extremes)}`;
}
