// A step is read off the data: the largest one on which all values lie. Sparse data can lie on too
// large a step by chance (two days that happen to be a week apart), but then nothing is invented
// between them; the other mistake, too small a step, would draw zeros that were never measured.

import {fromWallTime, toWallTime} from '../lib/zone-time.js';
import {DAY_MS, isStartOfDay} from './calendar-dates.js';
import type {TimeStep} from './series-set.js';

/** Fixed lengths of the units below a day, the longest first. */
const UNITS = [
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
  ['millisecond', 1],
] as const;

const UNIT_MS: Partial<Record<TimeStep['unit'], number>> = Object.fromEntries(UNITS);

/** Steps that authors group by; one met by chance is brought down to the next of these. */
const USUAL_MS = [
  43_200_000, 21_600_000, 10_800_000, 3_600_000, 1_800_000, 900_000, 600_000, 300_000, 60_000,
];

/**
 * Returns the distance between buckets of sorted, distinct instants, or null when there are less
 * than two or they are single events rather than buckets. Days and longer are those of `timeZone`.
 */
export function inferTimeStep(values: Float64Array, timeZone: string): TimeStep | null {
  if (values.length < 2) return null;
  if (values.every((value) => isStartOfDay(value, timeZone))) return inferDays(values, timeZone);
  const elapsed = readStep(differences(values));
  const shown = timeZone === 'UTC' ? elapsed : readStepOnWall(values, timeZone);
  // Six-hour buckets are five or seven hours long on the days of clock changes, but not on the wall.
  const best = shown.lengthMs > elapsed.lengthMs ? shown : elapsed;
  const lengthMs = best.isUsual ? best.lengthMs : toUsual(best.lengthMs);
  const spanMs = (values.at(-1) ?? 0) - (values[0] ?? 0);
  const isDense = values.length > spanMs / lengthMs / 2;
  if (lengthMs < 60_000 && !isDense) return null;
  const [unit, unitMs] = UNITS.find(([, length]) => lengthMs % length === 0) ?? ['millisecond', 1];
  return {unit, count: lengthMs / unitMs};
}

/** Returns the instant `count` steps after `epochMs`; steps of a day or more keep the wall time. */
export function addTimeStep(epochMs: number, step: TimeStep, timeZone: string, count = 1): number {
  const amount = step.count * count;
  const unitMs = UNIT_MS[step.unit];
  const isElapsed = unitMs !== undefined && step.count * unitMs <= 3_600_000;
  if (isElapsed) return epochMs + amount * unitMs;
  const wallMs = toWallTime(timeZone, epochMs);
  if (unitMs !== undefined) return fromWallTime(timeZone, wallMs + amount * unitMs);
  if (step.unit === 'day') return fromWallTime(timeZone, wallMs + amount * DAY_MS);
  if (step.unit === 'week') return fromWallTime(timeZone, wallMs + amount * 7 * DAY_MS);
  const date = new Date(wallMs);
  date.setUTCMonth(date.getUTCMonth() + amount * (step.unit === 'year' ? 12 : 1));
  return fromWallTime(timeZone, date.getTime());
}

function inferDays(values: Float64Array, timeZone: string): TimeStep {
  const days = values.map((value) => Math.floor(toWallTime(timeZone, value) / DAY_MS));
  const dates = Array.from(days, (day) => new Date(day * DAY_MS));
  if (dates.every((date) => date.getUTCDate() === 1)) {
    const months = dates.map((date) => date.getUTCFullYear() * 12 + date.getUTCMonth());
    const {lengthMs: count, isUsual} = readStep(differences(months));
    if (count % 12 === 0) return {unit: 'year', count: isUsual ? count / 12 : 1};
    return {unit: 'month', count: isUsual || count === 3 ? count : 1};
  }
  const {lengthMs: count, isUsual} = readStep(differences(days));
  if (count % 7 === 0) return {unit: 'week', count: isUsual ? count / 7 : 1};
  return {unit: 'day', count: isUsual ? count : 1};
}

/** The greatest common divisor of all distances, and whether most of them are just that long. */
function readStep(distances: Float64Array): {lengthMs: number; isUsual: boolean} {
  let lengthMs = 0;
  let exact = 0;
  for (let at = 0; at < distances.length; at += 1) {
    const distance = distances[at] ?? 0;
    if (distance % lengthMs !== 0) {
      lengthMs = greatestCommonDivisor(lengthMs, distance);
      // All before are longer.
      exact = 0;
    }
    if (distance === lengthMs) exact += 1;
  }
  return {lengthMs, isUsual: exact * 2 >= distances.length};
}

function readStepOnWall(values: Float64Array, timeZone: string) {
  const walls = values.map((value) => toWallTime(timeZone, value));
  return readStep(differences(walls).filter((difference) => difference > 0));
}

function toUsual(lengthMs: number): number {
  return USUAL_MS.find((usual) => lengthMs % usual === 0) ?? lengthMs;
}

function differences(values: ArrayLike<number>): Float64Array {
  const distances = new Float64Array(values.length - 1);
  for (let at = 0; at < distances.length; at += 1) {
    distances[at] = (values[at + 1] ?? 0) - (values[at] ?? 0);
  }
  return distances;
}

function greatestCommonDivisor(left: number, right: number): number {
  while (right > 0) [left, right] = [right, left % right];
  return left;
}
