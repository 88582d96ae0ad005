import type {SeriesSet} from '../series/series-set.js';
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
  const place = index.values[at];
  if (!chosen || place === undefined) return null;
  const row = rows[chosen.rows[at] ?? -1] ?? null;
  const value = chosen.values[at] ?? NaN;
  const cell = row?.[chosen.column];
  return {
    index:
      index.kind === 'time' && typeof place === 'number' ? new Date(place).toISOString() : place,
    category: chosen.name,
    // Text is an integer that a number would round.
    value: typeof cell === 'string' ? cell : Number.isNaN(value) ? null : value,
    row,
  };
}
