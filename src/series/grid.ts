import {ColumnError} from '../errors/column-error.js';
import {runAtOnce} from '../lib/steps.js';
import {toWallTime} from '../lib/zone-time.js';
import type {PipeResponse, Row} from '../tinybird/pipe-response.js';
import {DAY_MS} from './calendar-dates.js';
import {toNumber} from './cell-value.js';
import {parseColumnType} from './column-type.js';
import {fillGaps} from './fill-gaps.js';
import type {GridEncoding} from './infer-grid.js';
import {readIndex, sortedDistinct, type IndexKeys} from './read-index.js';
import {toSeriesIndex} from './series-index.js';
import type {SeriesIndex} from './series-set.js';
import {weekStart} from './week-start.js';

/** Most cells that are drawn; more cannot be told apart on a screen. */
const MAX_CELLS = 5000;

/** Whole numbers missing between others get their place on axes up to this long. */
const MAX_FILLED = 60;

const HOUR_MS = 3_600_000;

/** Monday, 5 January 1970. */
const MONDAY_MS = 96 * HOUR_MS;

/** Values at the crossings of two axes. */
export interface Grid {
  readonly columns: SeriesIndex;
  readonly rows: SeriesIndex;
  readonly measure: string;
  /** Row by row; NaN where the answer has nothing. Several rows of one cell are added up. */
  readonly values: Float64Array;
  /** Row of the answer behind each cell; -1 for none or several. */
  readonly sources: Int32Array;
}

interface Axis {
  readonly index: SeriesIndex;
  /** Place of each row of the answer; -1 for none. */
  readonly placeOf: Int32Array;
}

/**
 * Crosses two columns, or the weekdays and hours of one time column in `timeZone`. Times and
 * numbers rise, categories keep the order of the answer.
 *
 * @throws {ColumnError} when there are too many cells to draw.
 */
export function buildGrid(
  {meta, data}: Pick<PipeResponse, 'meta' | 'data'>,
  {columns, rows, measure}: GridEncoding,
  {locale, timeZone}: {readonly locale: string; readonly timeZone: string},
): Grid {
  const typeOf = (name: string) => meta.find((column) => column.name === name)?.type ?? '';
  const read = (name: string) => readKeys(data, name, typeOf(name));
  const [across, down] =
    rows === null
      ? weekAxes(read(columns), locale, timeZone, columns)
      : [toAxis(read(columns), columns, timeZone), toAxis(read(rows), rows, timeZone)];
  const width = across.index.values.length;
  const height = down.index.values.length;
  if (width * height > MAX_CELLS)
    throw new ColumnError(
      columns,
      `A heatmap of ${width} × ${height} cells is too large; ask for fewer, larger steps.`,
    );
  const values = new Float64Array(width * height).fill(NaN);
  const sources = new Int32Array(width * height).fill(-1);
  for (const [at, row] of data.entries()) {
    const [x = -1, y = -1] = [across.placeOf[at], down.placeOf[at]];
    const value = toNumber(row[measure]);
    if (x < 0 || y < 0 || Number.isNaN(value)) continue;
    const cell = y * width + x;
    const before = values[cell] ?? NaN;
    sources[cell] = Number.isNaN(before) ? at : -1;
    values[cell] = Number.isNaN(before) ? value : before + value;
  }
  return {columns: across.index, rows: down.index, measure, values, sources};
}

function readKeys(data: readonly Row[], column: string, type: string): IndexKeys {
  return runAtOnce(readIndex(data, column, parseColumnType(type), new Int32Array(data.length)));
}

function toAxis(keys: IndexKeys, column: string, timeZone: string): Axis {
  const values = keys.kind === 'category' ? [...new Set(keys.keys)] : filled(keys);
  return placeKeys(keys, toSeriesIndex(keys, values, column, timeZone));
}

function placeKeys({keys}: Pick<IndexKeys, 'keys'>, index: SeriesIndex): Axis {
  const places = new Map<number | string, number>();
  for (const [at, value] of index.values.entries()) places.set(value, at);
  const toPlace = (key: number | string) => places.get(key) ?? -1;
  return {index, placeOf: Int32Array.from(keys as ArrayLike<number | string>, toPlace)};
}

function filled(keys: Exclude<IndexKeys, {kind: 'category'}>): Float64Array {
  const values = sortedDistinct(keys.keys);
  if (keys.kind === 'time')
    return keys.step ? fillGaps(values, keys.step, keys.bucketZone) : values;
  const [first = 0, last = 0] = [values[0], values.at(-1)];
  if (last - first >= MAX_FILLED || !values.every(Number.isInteger)) return values;
  return Float64Array.from({length: last - first + 1}, (_, at) => first + at);
}

/** Hours across, weekdays down from the day on which the reader's weeks begin. */
function weekAxes(
  {keys}: IndexKeys,
  locale: string,
  timeZone: string,
  column: string,
): readonly [Axis, Axis] {
  const walls = Array.from(keys as ArrayLike<number | string>, (key) =>
    toWallTime(timeZone, Number(key)),
  );
  const weekday = new Intl.DateTimeFormat(locale, {weekday: 'short', timeZone: 'UTC'});
  const startMs = MONDAY_MS + (weekStart(locale) - 1) * DAY_MS;
  const names = Array.from({length: 7}, (_, day) => weekday.format(startMs + day * DAY_MS));
  const hours = Float64Array.from({length: 24}, (_, hour) => hour);
  const hourOf = walls.map((wall) => Math.floor(wall / HOUR_MS) % 24);
  const dayOf = walls.map((wall) => names.at(Math.floor((wall - startMs) / DAY_MS) % 7) ?? '');
  return [
    placeKeys({keys: Float64Array.from(hourOf)}, {kind: 'number', column, values: hours}),
    placeKeys({keys: dayOf}, {kind: 'category', column, values: names}),
  ];
}
