import {toLabel} from '../series/cell-value.js';
import {columnZone} from '../series/column-zone.js';
import {rangeText} from '../series/range-text.js';
import type {SeriesIndex} from '../series/series-set.js';
import type {PipeResponse} from '../tinybird/pipe-response.js';
import type {ParamValue, PipeParams} from '../tinybird/pipe-request.js';
import type {ChartRange, ChartSelection} from './events.js';

/** What a choice was made in. */
export interface ChoicePlace {
  /** Column whose value is chosen; null where there is none. */
  readonly column: string | null;
  /** The axis of a canvas; null of a drawing in HTML. */
  readonly index: SeriesIndex | null;
  readonly response: Pick<PipeResponse, 'meta' | 'data'>;
}

/** Ends of a range of times, as most pipes call them. */
const RANGE_NAMES = ['date_from', 'date_to'] as const;

/** A date, alone or before a time of day. */
const DATE = /^\d{4}-\d\d-\d\d(?=$|[ T])/;

/**
 * Returns a time as the parameter takes it, cut to its day for `Date()`: where `present`, the value
 * without this filter, is a plain date, or where none is known and the name holds `date` or `day`
 * but not `time`.
 */
export function fitTime<Value>(name: string, value: Value, present: unknown): Value | string {
  const isDay =
    typeof present === 'string' && DATE.test(present)
      ? present.length === 'YYYY-MM-DD'.length
      : /date|day/i.test(name) && !/time/i.test(name);
  return isDay && typeof value === 'string' ? value.slice(0, 10) : value;
}

/** Reads the names in `filter-param`. */
export function readFilterNames(text: string | undefined): readonly string[] {
  const names = (text ?? '').split(',').map((name) => name.trim());
  return names.filter((name) => name !== '');
}

/**
 * Returns the parameters that say what was chosen: the cell as it came, a bucket of time as its
 * first day or second, or with two names as its first and last; none where no single value is
 * chosen, as in what `top` adds up.
 */
export function selectionParams(
  selection: Pick<ChartSelection, 'index' | 'row'>,
  {column, index, response}: ChoicePlace,
  names: readonly string[],
): PipeParams {
  const [first = column, last] = names;
  if (selection.index === null || column === null || first === null) return {};
  if (index?.kind === 'time') {
    const startMs = Date.parse(String(selection.index));
    const bucket = rangeText(index, columnZone(response, column), startMs, startMs);
    return last === undefined ? {[first]: bucket.from} : {[first]: bucket.from, [last]: bucket.to};
  }
  const label = String(selection.index);
  const row = selection.row ?? response.data.find((each) => toLabel(each[column]) === label);
  const cell = index?.kind === 'number' ? selection.index : row?.[column];
  return isValue(cell) ? {[first]: cell} : {};
}

/** Returns the parameters of a range: by default `date_from` and `date_to`, or named by the column of numbers. */
export function rangeParams(
  {from, to}: Pick<ChartRange, 'from' | 'to'>,
  {index}: Pick<ChoicePlace, 'index'>,
  names: readonly string[],
): PipeParams {
  if (from === null || to === null) return {};
  const column = index?.column ?? '';
  const standard = index?.kind === 'number' ? [`${column}_from`, `${column}_to`] : RANGE_NAMES;
  const [first = '', last = ''] = names.length === 2 ? names : standard;
  return {[first]: from, [last]: to};
}

function isValue(cell: unknown): cell is ParamValue {
  return (
    typeof cell === 'number' ||
    typeof cell === 'boolean' ||
    (typeof cell === 'string' && cell !== '')
  );
}
