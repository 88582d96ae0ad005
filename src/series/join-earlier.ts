import type {ColumnMeta, PipeResponse, Row} from '../tinybird/pipe-response.js';
import {toText} from './cell-value.js';
import {parseColumnType} from './column-type.js';
import {withoutComparisons} from './comparison.js';
import {
  finerStep,
  placeInPeriod,
  readWallTimes,
  sameDayLater,
  type WallTimes,
} from './place-in-period.js';
import {periodEndMs, periodMs, type PeriodText} from './previous-range.js';
import type {Encoding} from './series-set.js';
import {addTimeStep} from './time-step.js';

/** What is known of the periods of two answers; null where parameters do not tell. */
export interface Periods {
  readonly present: PeriodText | null;
  readonly earlier: PeriodText | null;
  /** Calendar months between them, where days of the month stand at the same place; else 0. */
  readonly months: number;
}

/** Returns the name of the column with earlier values, or earlier times, of another one. */
export function earlierName(column: string): string {
  return `previous_${column}`;
}

/**
 * Returns the rows of `present` with the numbers of `earlier` beside them, in columns that
 * `earlierName` names, and with the time that those are of. Times meet by their place in their
 * period, everything else by name. A time that only the earlier period has rows for gets a row, as
 * long as the present period has it. Returns null where rows cannot be told apart, or where those of
 * `earlier` are later than its period, as of a pipe that does not read the parameters.
 */
export function joinEarlier(
  present: PipeResponse,
  earlier: PipeResponse,
  {index, groupBy}: Pick<Encoding, 'index' | 'groupBy'>,
  periods: Periods,
): PipeResponse | null {
  const {meta} = present;
  const kindOf = ({type}: ColumnMeta) => parseColumnType(type).kind;
  const indexColumn = meta.find(({name}) => name === index);
  const time = indexColumn && kindOf(indexColumn) === 'time' ? indexColumn : null;
  const measures = numbersOf(meta.filter(({name}) => name !== index && name !== groupBy));
  const names = [time ? null : index, groupBy].filter((name) => name !== null);
  const others = meta.filter((each) => !/^(number|time)$/.test(kindOf(each)));
  const sets = [names, [...new Set([...names, ...others.map(({name}) => name)])]];
  const keys = sets.find((columns) =>
    isDistinct(present.data, time ? [...columns, time.name] : columns),
  );
  if (!keys || measures.length === 0) return null;
  const keyOf = (row: Row) => JSON.stringify(keys.map((name) => toText(row[name])));
  const places = time && placesOf(present.data, earlier.data, time, keyOf, periods);
  if (time && !places) return null;
  const slots = {
    present: present.data.map((row, at) => `${places?.present[at] ?? 0} ${keyOf(row)}`),
    earlier: earlier.data.map((row, at) => `${places?.earlier[at] ?? 0} ${keyOf(row)}`),
  };
  const rowAt = new Map(slots.earlier.map((slot, at) => [slot, earlier.data[at]]));
  const beside = (row: Row | undefined): Row => ({
    ...Object.fromEntries(measures.map(({name}) => [earlierName(name), row?.[name] ?? null])),
    ...(time && {[earlierName(time.name)]: row?.[time.name] ?? null}),
  });
  const joined = present.data.map((row, at): Row => ({
    ...row,
    ...beside(rowAt.get(slots.present[at] ?? '')),
  }));
  const had = new Set(slots.present);
  const blank = Object.fromEntries(meta.map(({name}) => [name, null]));
  const added = slots.earlier.flatMap((slot, at): Row[] => {
    const row = earlier.data[at];
    const cell = row && time && !had.has(slot) ? places?.timeAt(places.earlier[at] ?? NaN) : null;
    if (!row || !time || cell == null) return [];
    const named = keys.map((name) => [name, row[name]] as const);
    return [{...blank, ...Object.fromEntries(named), [time.name]: cell, ...beside(row)}];
  });
  const data =
    added.length > 0 && time ? inOrder([...joined, ...added], present.data, time.name) : joined;
  return {...present, meta: withEarlier(meta, measures, time), data, rows: data.length};
}

/** Number columns that have no earlier values of their own. */
function numbersOf(meta: readonly ColumnMeta[]): ColumnMeta[] {
  const names = meta.map(({name}) => name);
  const present = withoutComparisons(names);
  return meta.filter(
    ({name, type}) =>
      parseColumnType(type).kind === 'number' &&
      present.includes(name) &&
      !names.includes(earlierName(name)),
  );
}

function withEarlier(
  meta: readonly ColumnMeta[],
  measures: readonly ColumnMeta[],
  time: ColumnMeta | null,
): ColumnMeta[] {
  const optional = ({name, type}: ColumnMeta) => ({
    name: earlierName(name),
    type: parseColumnType(type).nullable ? type : `Nullable(${type})`,
  });
  const columns = meta.flatMap((each) =>
    measures.includes(each) ? [each, optional(each)] : [each],
  );
  return time ? [...columns, optional(time)] : columns;
}

function isDistinct(data: readonly Row[], columns: readonly string[]): boolean {
  const keys = data.map((row) => JSON.stringify(columns.map((name) => toText(row[name]))));
  return new Set(keys).size === keys.length;
}

interface Places {
  readonly present: readonly number[];
  readonly earlier: readonly number[];
  /** The time of the present period at a place, as its column has it; null beyond its end. */
  readonly timeAt: (place: number) => string | null;
}

function placesOf(
  present: readonly Row[],
  earlier: readonly Row[],
  {name, type}: ColumnMeta,
  keyOf: (row: Row) => string,
  periods: Periods,
): Places | null {
  const column = parseColumnType(type);
  const read = (data: readonly Row[]) => readWallTimes(data, name, column, numbered(data, keyOf));
  const [now, before] = [read(present), read(earlier)];
  if (!now || !before) return null;
  const step = finerStep(now.step, before.step);
  const startOf = ({walls}: WallTimes, period: PeriodText | null) => {
    const ms = periodMs(period?.from);
    return Number.isNaN(ms) ? walls.reduce((least, wall) => Math.min(least, wall), Infinity) : ms;
  };
  const [nowStart, beforeStart] = [startOf(now, periods.present), startOf(before, periods.earlier)];
  const beforeEnd = periodEndMs(periods.earlier?.to);
  if (before.walls.some((wall) => wall >= beforeEnd)) return null;
  const isByDate = periods.months > 0 && !/^(week|month|year)$/.test(step?.unit ?? '');
  const placeBefore = (wall: number) =>
    isByDate
      ? placeInPeriod(sameDayLater(wall, periods.months), nowStart, step)
      : placeInPeriod(wall, beforeStart, step);
  const places = Array.from(now.walls, (wall) => placeInPeriod(wall, nowStart, step));
  const endMs = periodEndMs(periods.present?.to);
  const lastMs = now.walls.reduce((most, wall) => Math.max(most, wall), -Infinity);
  const timeAt = (place: number) => {
    const [wall, cell] = [now.walls[0] ?? NaN, present[0]?.[name]];
    if (!step || typeof cell !== 'string') return null;
    const ms = addTimeStep(wall, step, 'UTC', place - (places[0] ?? 0));
    const isInside = Number.isNaN(endMs) ? ms <= lastMs : ms < endMs;
    return isInside && place >= 0 ? likeCell(ms, cell) : null;
  };
  return {present: places, earlier: Array.from(before.walls, placeBefore), timeAt};
}

/** Numbers the keys of rows from 0. */
function numbered(data: readonly Row[], keyOf: (row: Row) => string): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(data, (row) => {
    const key = keyOf(row);
    numbers.set(key, numbers.get(key) ?? numbers.size);
    return numbers.get(key) ?? 0;
  });
}

/** Writes a wall time as another cell of its column is written. */
function likeCell(wallMs: number, cell: string): string {
  const text = new Date(wallMs)
    .toISOString()
    .replace('T', cell[10] ?? ' ')
    .slice(0, Math.min(19, cell.length));
  return text + cell.slice(19);
}

/** Sorts rows by time the way in which they had come, where they had. */
function inOrder(data: readonly Row[], given: readonly Row[], column: string): readonly Row[] {
  const texts = given.map((row) => String(row[column]));
  const isRising = texts.every((text, at) => at === 0 || (texts[at - 1] ?? '') <= text);
  const isFalling =
    !isRising && texts.every((text, at) => at === 0 || (texts[at - 1] ?? '') >= text);
  if (!isRising && !isFalling) return data;
  const sign = isRising ? 1 : -1;
  const compare = (left: string, right: string) => (left < right ? -sign : left > right ? sign : 0);
  return [...data].sort((left, right) => compare(String(left[column]), String(right[column])));
}
