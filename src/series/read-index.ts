import type {Steps} from '../lib/steps.js';
import type {Row} from '../tinybird/pipe-response.js';
import {toCalendarDates} from './calendar-dates.js';
import {toEpochMs, toLabel, toNumber} from './cell-value.js';
import type {ColumnType} from './column-type.js';
import {mapRows} from './map-rows.js';
import type {TimeStep} from './series-set.js';
import {inferTimeStep} from './time-step.js';

/** The x value of every row, before rows are sorted and merged. NaN for a row without a place. */
export type IndexKeys =
  | {
      readonly kind: 'time';
      readonly keys: Float64Array;
      readonly step: TimeStep | null;
      readonly isCalendar: boolean;
      /** Zone in which buckets begin: the column's own, UTC for calendar dates. */
      readonly bucketZone: string;
    }
  | {readonly kind: 'number'; readonly keys: Float64Array}
  | {readonly kind: 'category'; readonly keys: readonly string[]};

/**
 * Reads the index column. Without one, rows are numbered from 1. Text in a zone's repeated hour is
 * the later instant when `groupOf` has had the earlier one.
 */
export function* readIndex(
  data: readonly Row[],
  column: string | null,
  type: ColumnType | null,
  groupOf: Int32Array,
): Steps<IndexKeys> {
  if (column === null || type === null) {
    return {kind: 'number', keys: yield* mapRows(data, (_, at) => at + 1)};
  }
  if (type.kind === 'number') {
    return {kind: 'number', keys: yield* mapRows(data, (row) => toNumber(row[column]))};
  }
  if (type.kind !== 'time') {
    return {kind: 'category', keys: data.map((row) => toLabel(row[column]))};
  }
  const zone = type.timeZone ?? 'UTC';
  const instants = yield* readInstants(data, column, {...type, timeZone: zone}, groupOf);
  const dates = toCalendarDates(instants, zone);
  const dateStep = dates && inferTimeStep(sortedDistinct(dates), 'UTC');
  if (dates)
    return {kind: 'time', keys: dates, step: dateStep, isCalendar: true, bucketZone: 'UTC'};
  const sorted = sortedDistinct(instants);
  yield;
  const step = inferTimeStep(sorted, zone);
  yield;
  return {kind: 'time', keys: instants, step, isCalendar: false, bucketZone: zone};
}

/** Returns the values in rising order, each once, without NaN. */
export function sortedDistinct(values: Float64Array): Float64Array {
  if (isRising(values)) return values;
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  return sorted.filter((value, at) => value !== sorted[at - 1]);
}

/** Tells whether every value is above the one before, which NaN never is. */
export function isRising(values: Float64Array): boolean {
  // By place, as iterating makes two objects of each number.
  let last = -Infinity;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? NaN;
    if (!(value > last)) return false;
    last = value;
  }
  return true;
}

function readInstants(
  data: readonly Row[],
  column: string,
  type: ColumnType,
  groupOf: Int32Array,
): Steps<Float64Array> {
  const seen = new Set<string>();
  return mapRows(data, (row, at) => {
    const cell = row[column];
    const earlier = toEpochMs(cell, type);
    if (type.timeZone === 'UTC') return earlier;
    const later = toEpochMs(cell, type, 'later');
    if (later === earlier || Number.isNaN(later)) return earlier;
    const key = `${groupOf[at] ?? 0} ${earlier}`;
    if (seen.has(key)) return later;
    seen.add(key);
    return earlier;
  });
}
