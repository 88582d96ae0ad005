import type {PipeResponse} from '../tinybird/pipe-response.js';
import {toCalendarDates} from './calendar-dates.js';
import {toEpochMs, toText} from './cell-value.js';
import type {ColumnOptionsByName} from './column-options.js';
import {parseColumnType, type ColumnType} from './column-type.js';
import {NO_VALUE, type ValueFormat} from './format-value.js';

/** A column of a table. */
export interface TableColumn {
  readonly name: string;
  readonly label: string;
  readonly type: ColumnType;
  /** Numbers stand at the end of their cell, so that their digits line up. */
  readonly align: 'start' | 'end';
  /** The text of a row's cell; made on demand, since a table shows few of many rows. */
  text(row: number): string;
}

/** Longest text shown in a cell; the rest is in the file. */
const MAX_TEXT = 200;

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
      return {
        name,
        label: format.label(name),
        type,
        align: type.kind === 'number' ? 'end' : 'start',
        text: (row) => toCellText(data[row]?.[name], name, type, isCalendar, format),
      };
    });
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
    if (Number.isNaN(epochMs)) return truncate(toText(cell));
    const zone = type.timeZone ?? 'UTC';
    const dates = isCalendar ? toCalendarDates(Float64Array.of(epochMs), zone) : null;
    return format.time(dates?.[0] ?? epochMs, isCalendar);
  }
  return truncate(toText(cell));
}

function isCalendarColumn(data: PipeResponse['data'], column: string, type: ColumnType): boolean {
  const instants = Float64Array.from(data, (row) => toEpochMs(row[column], type));
  return toCalendarDates(instants, type.timeZone ?? 'UTC') !== null;
}

function truncate(text: string): string {
  if (text.length <= MAX_TEXT) return text;
  // A cut between the halves of a surrogate pair would leave half a character.
  const end = /[\uD800-\uDBFF]/.test(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT;
  return `${text.slice(0, end)}…`;
}
