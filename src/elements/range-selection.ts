import {placesIn, type IndexRange} from '../charting/index-range.js';
import {columnZone} from '../series/column-zone.js';
import {rangeText} from '../series/range-text.js';
import type {SeriesIndex} from '../series/series-set.js';
import type {PipeResponse} from '../tinybird/pipe-response.js';
import {type ChartRange, NO_RANGE} from './events.js';

/** An axis that has ranges. */
export type TimeOrNumber = Exclude<SeriesIndex, {kind: 'category'}>;

/** Returns the range of whole buckets, of which both ends are named; null where there is none. */
export function rangeOfPlaces(
  {values}: TimeOrNumber,
  [first, last]: readonly [number, number],
): IndexRange | null {
  if (first > last) return null;
  const at = (place: number) => values[Math.max(0, Math.min(values.length - 1, place))] ?? 0;
  return {from: at(first), to: at(last)};
}

/** Says which buckets begin in a range, as parameters of the column that `response` describes. */
export function rangeSelection(
  index: TimeOrNumber,
  range: IndexRange,
  response: Pick<PipeResponse, 'meta'>,
): ChartRange {
  const buckets = rangeOfPlaces(index, placesIn(index, range));
  if (!buckets) return NO_RANGE;
  const zone = columnZone(response, index.column);
  return rangeText(index, zone, buckets.from, buckets.to);
}
