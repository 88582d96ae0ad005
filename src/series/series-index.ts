import {isTimeZone} from '../lib/intl-names.js';
import type {IndexKeys} from './read-index.js';
import type {SeriesIndex} from './series-set.js';

/**
 * Returns the axis on which `values` stand, in drawing order, of the kind that `keys` are. Times
 * finer than a day are written in `timeZone`, or UTC where the browser does not know it.
 */
export function toSeriesIndex(
  keys: IndexKeys,
  values: Float64Array | readonly string[],
  column: string,
  timeZone: string,
): SeriesIndex {
  if (keys.kind === 'category') return {kind: 'category', column, values: values as string[]};
  const numbers = values as Float64Array;
  if (keys.kind === 'number') return {kind: 'number', column, values: numbers};
  const {step, isCalendar} = keys;
  const zone = isCalendar || !isTimeZone(timeZone) ? 'UTC' : timeZone;
  return {kind: 'time', column, values: numbers, step, isCalendar, timeZone: zone};
}
