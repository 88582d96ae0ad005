import type {Highlight} from '../charting/marks.js';
import type {SeriesIndex, SeriesSet} from '../series/series-set.js';
import type {Row} from '../tinybird/pipe-response.js';
import type {ChartSelection} from './events.js';

/** Says which row, series and value stand at a point of a drawing; null where there is none. */
export function selectionOf(
  {index, series}: SeriesSet,
  rows: readonly Row[],
  at: number,
  seriesIndex: number,
): ChartSelection | null {
  const chosen = series[seriesIndex];
  if (!chosen || index.values[at] === undefined) return null;
  const row = rows[chosen.rows[at] ?? -1] ?? null;
  const value = chosen.values[at] ?? NaN;
  const cell = row?.[chosen.column];
  return {
    index: indexValue(index, at),
    category: chosen.name,
    // Text is an integer that a number would round.
    value: typeof cell === 'string' ? cell : Number.isNaN(value) ? null : value,
    row,
  };
}

/** Says which point of a drawing was selected; null where it is not drawn. */
export function placeOf({index, series}: SeriesSet, selection: ChartSelection): Highlight | null {
  const seriesIndex = series.findIndex(({name}) => name === selection.category);
  const wanted = index.kind === 'time' ? Date.parse(String(selection.index)) : selection.index;
  const at = index.values.findIndex((value: number | string) => value === wanted);
  return at === -1 || seriesIndex === -1 ? null : {index: at, seriesIndex};
}

/** Tells whether two selections mean the same point, whatever its value is by now. */
export function isSamePlace(left: ChartSelection, right: ChartSelection): boolean {
  return left.index === right.index && left.category === right.category;
}

/** A place of the index as events give it: label, number, or ISO 8601 text of a time. */
export function indexValue({kind, values}: SeriesIndex, at: number): string | number | null {
  const place = values[at] ?? null;
  const isTime = kind === 'time' && typeof place === 'number';
  return isTime ? new Date(place).toISOString() : place;
}
