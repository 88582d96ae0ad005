import {ColumnError} from '../errors/column-error.js';
import {humanize} from '../lib/humanize.js';
import {isRest, type Steps} from '../lib/steps.js';
import type {PipeResponse} from '../tinybird/pipe-response.js';
import {toNumber} from './cell-value.js';
import type {ColumnOptionsByName} from './column-options.js';
import {parseColumnType, type ColumnType} from './column-type.js';
import {placeRows, type Placement} from './place-rows.js';
import {readIndex} from './read-index.js';
import {toSeriesIndex} from './series-index.js';
import type {ChartKind, Encoding, Series, SeriesSet} from './series-set.js';
import {splitGroups, type GroupSplit} from './split-groups.js';

/** Most series that can be told apart by colour and marker. */
export const MAX_GROUPS = 12;

/** Most groups of a stack, where only colour tells them apart, beside the one that takes the rest. */
const MAX_STACKED_GROUPS = 7;

/** What a drawing wants of its series. */
export interface BuildSeriesOptions {
  readonly kind: ChartKind;
  readonly stacked?: boolean | 'percent';
  /** IANA zone in which times finer than a day are written; one unknown to the browser is UTC. @default 'UTC' */
  readonly timeZone?: string;
  /**
   * Groups, or categories where there is no split, that are kept; the rest is summed up as one.
   * Categories are left to `buildSeries`.
   * @default all categories; 12 groups, the rest left out; 7 of a stack, the rest as one
   */
  readonly top?: number | null;
  /** Name of the group or category that takes the rest. @default 'Other' */
  readonly otherName?: string;
  readonly columns?: ColumnOptionsByName | null;
}

/**
 * Turns rows into series over one shared index. Rows without a place on the index are left out.
 * Buckets missing from a time index are zero in bars, areas and stacks, and gaps elsewhere.
 *
 * @throws {ColumnError} when there is no number column to draw.
 */
export function* seriesInSteps(
  response: Pick<PipeResponse, 'meta' | 'data'>,
  encoding: Encoding,
  options: BuildSeriesOptions,
): Steps<SeriesSet> {
  const {meta, data} = response;
  const types = new Map(meta.map(({name, type}) => [name, parseColumnType(type)]));
  const columns = encoding.categories.map((name) => ({name, type: typeOf(name, types)}));
  const [measure] = columns;
  if (!measure) {
    const names = [...types.keys()].join(', ');
    throw new ColumnError('', `The answer has no number column to draw (columns: ${names}).`);
  }
  const {top, otherName = 'Other', stacked = false} = options;
  const split = yield* splitGroups(data, encoding.groupBy, measure.name, {
    maxGroups: top ?? (stacked ? MAX_STACKED_GROUPS : MAX_GROUPS),
    otherName: top || stacked ? otherName : null,
  });
  // Points of a cloud are never added up.
  const groups = options.kind === 'scatter' ? {...split, gathered: -1} : split;
  const indexType = encoding.index === null ? null : (types.get(encoding.index) ?? null);
  const keys = yield* readIndex(data, encoding.index, indexType, groups.groupOf);
  const placement = yield* placeRows(keys, groups);
  const isZeroFilled =
    keys.kind === 'time' &&
    keys.step !== null &&
    (!!stacked || options.kind === 'bar' || options.kind === 'area');

  const series: Series[] = [];
  for (const [at, group] of groups.names.entries()) {
    for (const {name, type} of columns) {
      const label = options.columns?.[name]?.label ?? humanize(name);
      const cells = yield* readCells(data, name, groups, at, placement, isZeroFilled ? 0 : NaN);
      const title = group === null ? label : columns.length > 1 ? `${group} · ${label}` : group;
      series.push({name: title, column: name, group, type, ...cells});
    }
  }
  const {timeZone = 'UTC'} = options;
  const index = toSeriesIndex(keys, placement.values, encoding.index ?? '', timeZone);
  return {index, series, omittedGroups: groups.omitted};
}

function typeOf(name: string, types: ReadonlyMap<string, ColumnType>): ColumnType {
  const type = types.get(name);
  if (type && type.kind !== 'time' && type.kind !== 'other') return type;
  const names = [...types.keys()].join(', ');
  throw new ColumnError(name, `Column "${name}" holds no numbers to draw (columns: ${names}).`);
}

function* readCells(
  data: PipeResponse['data'],
  column: string,
  groups: GroupSplit,
  group: number,
  placement: Placement,
  absent: number,
): Steps<Pick<Series, 'values' | 'rows'>> {
  const values = new Float64Array(placement.values.length).fill(absent);
  const rows = new Int32Array(placement.values.length).fill(-1);
  for (let row = 0; row < data.length; row += 1) {
    if (isRest(row)) yield;
    const slot = placement.slotOfRow[row] ?? -1;
    if (slot === -1 || groups.groupOf[row] !== group) continue;
    const value = toNumber(data[row]?.[column]);
    // Only rows of the gathered group meet in one slot.
    values[slot] = rows[slot] === -1 ? value : sum(values[slot] ?? NaN, value);
    rows[slot] = row;
  }
  return {values, rows: group === groups.gathered ? rows.fill(-1) : rows};
}

function sum(left: number, right: number): number {
  return Number.isNaN(left) ? right : Number.isNaN(right) ? left : left + right;
}
