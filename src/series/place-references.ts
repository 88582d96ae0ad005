import {toEpochMs} from './cell-value.js';
import type {ValueFormat} from './format-value.js';
import type {Reference, ReferencePlace} from './reference.js';
import type {SeriesIndex} from './series-set.js';

/** A reference on the axes of a drawing. */
export interface PlacedReference {
  /** Places of the index from left to right, between two of them as a fraction; null for all. */
  readonly places: readonly [number, number] | null;
  /** Values from low to high; null for all. */
  readonly values: readonly [number, number] | null;
  /** What is written beside it. */
  readonly label: string;
  /** What is said of it. */
  readonly text: string;
  readonly color: string | null;
}

/** What a reference is placed on. */
export interface ReferenceAxes {
  readonly index: SeriesIndex;
  /** Column whose format values have. */
  readonly column: string;
  /** Zone in which texts of times are read, if they name none. */
  readonly timeZone: string | null;
  /** True where places are wide, such as bars. */
  readonly isStepped: boolean;
  readonly format: ValueFormat;
}

/** Returns the references that lie on the axes; one beyond the first or last place is left out. */
export function placeReferences(
  references: readonly Reference[],
  axes: ReferenceAxes,
): PlacedReference[] {
  return references.flatMap((reference): PlacedReference[] => {
    const {y, from, to, x, label = '', color = null} = reference;
    const levels = y ?? (from !== undefined && to !== undefined ? ([from, to] as const) : null);
    const values = levels === null ? null : sorted(levels);
    const places = x === undefined ? null : placesOf(x, axes);
    if ((x !== undefined && !places) || (!values && !places)) return [];
    const where = [placeText(x, places, axes), valueText(values, axes)].filter(
      (text) => text !== '',
    );
    const text = [label, where.join(', ')].filter((part) => part !== '').join(': ');
    return [{places, values, label: label || where[0] || '', text, color}];
  });
}

function sorted(levels: number | readonly [number, number]): readonly [number, number] {
  if (typeof levels === 'number') return [levels, levels];
  return [Math.min(...levels), Math.max(...levels)];
}

function placesOf(
  x: NonNullable<Reference['x']>,
  axes: ReferenceAxes,
): readonly [number, number] | null {
  if (!Array.isArray(x)) {
    const at = placeOf(x as ReferencePlace, axes);
    return at === null ? null : [at, at];
  }
  const ends = (x as readonly ReferencePlace[]).map((one) => placeOf(one, axes, true));
  const [left, right] = [ends[0] ?? null, ends[1] ?? null];
  if (left === null || right === null) return null;
  const [first, last] = [Math.min(left, right), Math.max(left, right)];
  const isOutside = last < 0 || first > axes.index.values.length - 1;
  if (isOutside) return null;
  const half = axes.isStepped || axes.index.kind === 'category' ? 0.5 : 0;
  return [
    Math.max(0 - half, first - half),
    Math.min(axes.index.values.length - 1 + half, last + half),
  ];
}

/** Returns the place of a value; with `isEnd`, values beyond the axis are clipped to its ends. */
function placeOf(x: ReferencePlace, axes: ReferenceAxes, isEnd = false): number | null {
  const {index, isStepped} = axes;
  if (index.kind === 'category') {
    const at = index.values.indexOf(String(x));
    return at === -1 ? null : at;
  }
  const value = index.kind === 'time' ? toInstant(x, axes) : Number(x);
  const count = index.values.length;
  const [first, last] = [index.values[0] ?? NaN, index.values[count - 1] ?? NaN];
  if (Number.isNaN(value)) return null;
  if (value < first) return isEnd ? -1e-9 : null;
  const above = index.values.findIndex((one) => one > value);
  if (above === -1) {
    // The last bucket is as long as the one before it.
    const step = last - (index.values[count - 2] ?? last);
    if (value === last || (isStepped && value < last + step)) return count - 1;
    return isEnd ? count - 1 + 1e-9 : null;
  }
  if (isStepped) return above - 1;
  const [low, high] = [index.values[above - 1] ?? 0, index.values[above] ?? 0];
  return above - 1 + (value - low) / (high - low);
}

function toInstant(x: ReferencePlace, {index, timeZone}: ReferenceAxes): number {
  const cell = x instanceof Date ? x.toISOString() : x;
  const isCalendar = index.kind === 'time' && index.isCalendar;
  if (isCalendar && typeof cell === 'string') return toEpochMs(cell.slice(0, 10), {timeZone: null});
  return toEpochMs(cell, {timeZone});
}

function placeText(
  x: Reference['x'],
  places: readonly [number, number] | null,
  {index, format}: ReferenceAxes,
): string {
  if (!places || x === undefined) return '';
  const ends = places.map((place) =>
    Math.max(0, Math.min(index.values.length - 1, Math.round(place))),
  );
  const [first, last] = ends.map((at) => format.indexText(index, at));
  return first === last ? (first ?? '') : `${first} – ${last}`;
}

function valueText(
  values: readonly [number, number] | null,
  {format, column}: ReferenceAxes,
): string {
  if (!values) return '';
  const [low, high] = values.map((value) => format.short(value, column));
  return low === high ? (low ?? '') : `${low} – ${high}`;
}
