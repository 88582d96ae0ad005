import type {PipeResponse} from '../tinybird/pipe-response.js';
import {toText} from './cell-value.js';
import type {ColumnOptionsByName} from './column-options.js';
import {parseColumnType} from './column-type.js';

/** Text that a spreadsheet would run as a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A number in text form: `-12`, `1.5e-7`. */
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Returns an answer as CSV (RFC 4180: CRLF, quotes doubled) with the columns' own names and the
 * cells as they came; null is empty, arrays and objects are JSON. Text that a spreadsheet would run
 * as a formula begins with an apostrophe.
 */
export function toCsv(
  {meta, data}: Pick<PipeResponse, 'meta' | 'data'>,
  columns: ColumnOptionsByName | null = null,
): string {
  const shown = meta
    .filter(({name}) => !columns?.[name]?.hidden)
    .map(({name, type}) => ({name, isNumber: parseColumnType(type).kind === 'number'}));
  const lines = [shown.map(({name}) => toField(name, false)).join(',')];
  for (const row of data) {
    lines.push(shown.map(({name, isNumber}) => toField(row[name], isNumber)).join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}

function toField(cell: unknown, isNumber: boolean): string {
  const text = toText(cell);
  const isSafe = typeof cell === 'number' || (isNumber && NUMBER.test(text));
  const field = !isSafe && FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
