import {isRest, type Steps} from '../lib/steps.js';
import {fillGaps} from './fill-gaps.js';
import {isRising, sortedDistinct, type IndexKeys} from './read-index.js';
import type {GroupSplit} from './split-groups.js';

/** Where rows stand on the x axis. */
export interface Placement {
  /** X values in drawing order. One that a group has twice stands there twice. */
  readonly values: Float64Array | readonly string[];
  /** Place of each row in `values`; -1 for rows whose index is null. */
  readonly slotOfRow: Int32Array;
}

/**
 * Sorts rows along the index and gives rows of different groups with the same x one place, as
 * all rows of the gathered group with that x. Times with a step get their missing buckets;
 * categories keep the order of the answer.
 */
export function* placeRows(index: IndexKeys, groups: GroupSplit): Steps<Placement> {
  const {groupOf, names, gathered} = groups;
  const rowCount = index.keys.length;
  if (index.kind !== 'category' && names.length === 1 && isRising(index.keys)) {
    yield;
    return yield* placeRisingRows(index);
  }
  const ids = new Map<number | string, number>();
  const idOfRow = new Int32Array(rowCount).fill(-1);
  const widths: number[] = [];
  const occurrences = new Map<number, number>();
  const occurrenceOfRow = new Int32Array(rowCount);
  for (let row = 0; row < rowCount; row += 1) {
    if (isRest(row)) yield;
    const key = index.keys[row] ?? NaN;
    if (Number.isNaN(key) || groupOf[row] === -1) continue;
    const id = ids.get(key) ?? ids.size;
    ids.set(key, id);
    idOfRow[row] = id;
    const pair = id * names.length + (groupOf[row] ?? 0);
    const occurrence = groupOf[row] === gathered ? 0 : (occurrences.get(pair) ?? 0);
    occurrences.set(pair, occurrence + 1);
    occurrenceOfRow[row] = occurrence;
    widths[id] = Math.max(widths[id] ?? 0, occurrence + 1);
  }

  const order = orderKeys(index, ids);
  yield;
  const starts = new Int32Array(ids.size);
  const values: (number | string)[] = [];
  for (const key of order) {
    const id = ids.get(key);
    if (id !== undefined) starts[id] = values.length;
    for (let copy = 0; copy < (id === undefined ? 1 : (widths[id] ?? 1)); copy += 1)
      values.push(key);
  }
  yield;
  const slotOfRow = idOfRow.map((id, row) =>
    id === -1 ? -1 : (starts[id] ?? 0) + (occurrenceOfRow[row] ?? 0),
  );
  return {
    values:
      index.kind === 'category' ? (values as string[]) : Float64Array.from(values as number[]),
    slotOfRow,
  };
}

/** The usual answer: one row a bucket, in order. */
function* placeRisingRows(index: Exclude<IndexKeys, {kind: 'category'}>): Steps<Placement> {
  const {keys} = index;
  const values = fillKeys(index, keys);
  yield;
  const slotOfRow = new Int32Array(keys.length);
  let slot = 0;
  for (let row = 0; row < keys.length; row += 1) {
    while (values[slot] !== keys[row]) slot += 1;
    slotOfRow[row] = slot;
  }
  return {values, slotOfRow};
}

function fillKeys(index: IndexKeys, sorted: Float64Array): Float64Array {
  if (index.kind !== 'time' || index.step === null) return sorted;
  return fillGaps(sorted, index.step, index.bucketZone);
}

function orderKeys(
  index: IndexKeys,
  ids: ReadonlyMap<number | string, number>,
): Iterable<number | string> {
  if (index.kind === 'category') return ids.keys();
  return fillKeys(index, sortedDistinct(Float64Array.from(ids.keys() as Iterable<number>)));
}
