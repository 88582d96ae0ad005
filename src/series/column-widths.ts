import type {TableColumn, TableData} from './table-cells.js';

/** Rows that are read to find out how wide a column of text is. */
const SAMPLE = 200;

/** Bounds of a column's width in characters; longer text is clipped, a number never is. */
const MIN_CHARS = 4;
const MAX_TEXT_CHARS = 36;
const MAX_NUMBER_CHARS = 90;

/** Room in a header for the arrow that says how the column is sorted, and for a mark in its colour. */
const ARROW_CHARS = 3;
const SWATCH_CHARS = 2;

/**
 * Returns a width in `ch` for each column, from a sample of its texts and the extremes of its
 * numbers, so that widths stay while rows come and go.
 */
export function columnWidths({columns, count}: TableData): number[] {
  const step = Math.max(1, Math.floor(count / SAMPLE));
  const sample = Array.from({length: Math.min(count, SAMPLE)}, (_, at) => at * step);
  return columns.map((column) => {
    const isNumber = column.align === 'end';
    const rows = isNumber ? [...sample, ...extremes(column, count)] : sample;
    const widest = rows.reduce((most, row) => Math.max(most, charsOf(column.text(row))), 0);
    const cells = Math.min(widest, isNumber ? MAX_NUMBER_CHARS : MAX_TEXT_CHARS);
    const marks = ARROW_CHARS + (column.color ? SWATCH_CHARS : 0);
    const header = Math.min(charsOf(column.label) * 1.1 + marks, MAX_TEXT_CHARS);
    return Math.ceil(Math.max(MIN_CHARS, cells, header));
  });
}

/** The rows of the lowest and the highest number. */
function extremes(column: TableColumn, count: number): readonly [number, number] {
  let [low, high] = [0, 0];
  let [least, most] = [Infinity, -Infinity];
  for (let row = 0; row < count; row += 1) {
    const key = column.key(row);
    if (typeof key !== 'number') continue;
    if (key < least) [least, low] = [key, row];
    if (key > most) [most, high] = [key, row];
  }
  return [low, high];
}

/** Scripts from Hangul on take twice the room of a digit. */
function charsOf(text: string): number {
  let chars = 0;
  for (const character of text) chars += character >= 'ᄀ' ? 2 : 1;
  return chars;
}
