import type {PipeResponse} from '../tinybird/pipe-response.js';
import {toCalendarDates} from './calendar-dates.js';
import {toEpochMs, toNumber, toText} from './cell-value.js';
import type {ColumnOptionsByName} from './column-options.js';
import {parseColumnType, type ColumnType} from './column-type.js';
import {NO_VALUE, type ValueFormat} from './format-value.js';

/** A column of a table. */
export interface TableColumn {
  readonly name: string;
  readonly label: string;
  /** Any CSS colour that marks the header, or null. */
  readonly color: string | null;
  /** Numbers stand at the end of their cell, so that their digits line up. */
  readonly align: 'start' | 'end';
  /** True where `key` is a number of the data, not a place or a time. */
  readonly isNumber: boolean;
  /** The text of a row's cell; made on demand, since a table shows few of many rows. */
  text(row: number): string;
  /** All of the text, where `text` gives only its beginning. */
  fullText(row: number): string;
  /** What rows are sorted by: a number (NaN for none), or text (null for none). */
  key(row: number): number | string | null;
  /** The cell as it came, which tells apart what `key` has rounded. */
  cell(row: number): unknown;
}

/** Columns over a number of rows, ready to be written. */
export interface TableData {
  readonly columns: readonly TableColumn[];
  readonly count: number;
  /** True where the first cell of each row names the row. */
  readonly hasRowHeaders: boolean;
}

/** Longest text shown in a cell, and longest text there is of it; the rest is in the file. */
const MAX_TEXT = 200;
const MAX_FULL_TEXT = 4000;

/** Returns the columns of an answer that are not hidden, ready to be written. */
export function buildTable(
  {meta, data}: Pick<PipeResponse, 'meta' | 'data'>,
  format: ValueFormat,
  columns: ColumnOptionsByName | null = null,
): TableColumn[] {
  return meta
    .filter(({name}) => !columns?.[name]?.hidden)
    .map(({name, type: typeText}): TableColumn => {
      const type = parseColumnType(typeText);
      const isCalendar = type.kind === 'time' && isCalendarColumn(data, name, type);
      const cell = (row: number) => data[row]?.[name];
      const fullText = (row: number) => toCellText(cell(row), name, type, isCalendar, format);
      return {
        name,
        label: format.label(name),
        color: columns?.[name]?.color ?? null,
        align: type.kind === 'number' ? 'end' : 'start',
        isNumber: type.kind === 'number',
        text: (row) => truncate(fullText(row), MAX_TEXT),
        fullText: (row) => truncate(fullText(row), MAX_FULL_TEXT),
        key: (row) => toKey(cell(row), type),
        cell,
      };
    });
}

function toKey(cell: unknown, type: ColumnType): number | string | null {
  if (type.kind === 'number' || type.kind === 'boolean') return toNumber(cell);
  if (type.kind === 'time') return toEpochMs(cell, type);
  return cell === null || cell === undefined ? null : truncate(toText(cell), MAX_FULL_TEXT);
}

function toCellText(
  cell: unknown,
  column: string,
  type: ColumnType,
  isCalendar: boolean,
  format: ValueFormat,
): string {
  if (cell === null || cell === undefined) return NO_VALUE;
  if (type.kind === 'number') return format.full(cell, column);
  if (type.kind === 'time') {
    const epochMs = toEpochMs(cell, type);
    if (Number.isNaN(epochMs)) return toText(cell);
    const zone = type.timeZone ?? 'UTC';
    const dates = isCalendar ? toCalendarDates(Float64Array.of(epochMs), zone) : null;
    return format.time(dates?.[0] ?? epochMs, isCalendar);
  }
  return toText(cell);
}

function isCalendarColumn(data: PipeResponse['data'], column: string, type: ColumnType): boolean {
  const instants = Float64Array.from(data, (row) => toEpochMs(row[column], type));
  return toCalendarDates(instants, type.timeZone ?? 'UTC') !== null;
}

function truncate(text: string, length: number): string {
  if (text.length <= length) return text;
  // A cut between the halves of a surrogate pair would leave half a character.
  const end = /[\uD800-\uDBFF]/.test(text.charAt(length - 1)) ? length - 1 : length;
  return `${text.slice(0, end)}…`;
}
