import {isRest, type Steps} from '../lib/steps.js';
import type {Row} from '../tinybird/pipe-response.js';
import {toLabel, toNumber} from './cell-value.js';
import {mapRows} from './map-rows.js';

/** Rows by group. */
export interface GroupSplit {
  /** Names in drawing order; one null when there is no split. */
  readonly names: readonly (string | null)[];
  /** Group of each row as a place in `names`; -1 for rows left out. */
  readonly groupOf: Int32Array;
  /** Place of the group that sums up the rest; -1 for none. */
  readonly gathered: number;
  /** Number of groups left out. */
  readonly omitted: number;
}

/** How many groups are drawn, and what happens to the rest. */
export interface GroupLimit {
  readonly maxGroups: number;
  /** Name of a last group that takes all others, and one of that name; null leaves them out. */
  readonly otherName: string | null;
}

/** Splits rows by `column`, the group with the largest sum of `measure` first. */
export function* splitGroups(
  data: readonly Row[],
  column: string | null,
  measure: string | null,
  limit: GroupLimit,
): Steps<GroupSplit> {
  if (column === null) {
    return {names: [null], groupOf: new Int32Array(data.length), gathered: -1, omitted: 0};
  }
  const totals = new Map<string, number>();
  for (const [at, row] of data.entries()) {
    if (isRest(at)) yield;
    const name = toLabel(row[column]);
    const amount = measure === null ? 1 : Math.abs(toNumber(row[measure])) || 0;
    totals.set(name, (totals.get(name) ?? 0) + amount);
  }
  const ranked = [...totals].sort(([, left], [, right]) => right - left).map(([name]) => name);
  const {maxGroups, otherName} = limit;
  const named = ranked.length > maxGroups ? ranked.filter((name) => name !== otherName) : ranked;
  const kept: (string | null)[] = named.slice(0, maxGroups);
  const omitted = ranked.length - kept.length;
  const placeOf = new Map(kept.map((name, at) => [name, at]));
  const isGathered = omitted > 0 && otherName !== null;
  const gathered = isGathered ? kept.length : -1;
  if (isGathered) kept.push(otherName);
  const places = yield* mapRows(data, (row) => placeOf.get(toLabel(row[column])) ?? gathered);
  return {
    names: kept,
    groupOf: Int32Array.from(places),
    gathered,
    omitted: isGathered ? 0 : omitted,
  };
}
