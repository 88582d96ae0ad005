// Chart.js has no zones; its date adapters bring whole date libraries. These are the ticks of a
// linear axis in epoch milliseconds, at round wall times of one zone.

import {fromWallTime, toWallTime} from '../lib/zone-time.js';
import type {TimeStep} from '../series/series-set.js';
import {countBelow} from './index-range.js';

/** A place on a time axis and the largest unit that begins there, which its label names. */
export interface TimeTick {
  readonly value: number;
  readonly unit: TimeStep['unit'];
}

/** What ticks are wanted. */
export interface TimeTickOptions {
  readonly min: number;
  readonly max: number;
  readonly maxCount: number;
  readonly timeZone: string;
  /** Day on which weeks begin, 1 for Monday to 7 for Sunday. @default 1 (ISO 8601) */
  readonly weekStart?: number;
  /** Ticks are never closer than the buckets of the data. */
  readonly step: TimeStep | null;
}

/** Mean lengths, to compare steps of different units. */
export const UNIT_MS: Readonly<Record<TimeStep['unit'], number>> = {
  millisecond: 1,
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
  month: 2_629_746_000,
  year: 31_556_952_000,
};

const COUNTS: Readonly<Record<TimeStep['unit'], readonly number[]>> = {
  millisecond: [1, 2, 5, 10, 20, 50, 100, 200, 500],
  second: [1, 2, 5, 10, 15, 30],
  minute: [1, 2, 5, 10, 15, 30],
  hour: [1, 2, 3, 6, 12],
  day: [1, 2],
  week: [1, 2],
  month: [1, 2, 3, 6],
  year: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000],
};

const STEPS = (Object.keys(COUNTS) as TimeStep['unit'][]).flatMap((unit) =>
  COUNTS[unit].map((count): TimeStep => ({unit, count})),
);

/** Monday, 5 January 1970. */
const FIRST_MONDAY_MS = 4 * UNIT_MS.day;

/**
 * Returns about as many ticks as `maxCount` at round times between `min` and `max`, more where that
 * would be fewer than two.
 */
export function timeTicks(options: TimeTickOptions): TimeTick[] {
  const {min, max, maxCount} = options;
  if (!(max >= min) || maxCount < 1) return [];
  const ticks = ticksOf(pickStep(options), options);
  if (ticks.length > 1) return ticks;
  return ticksOf(pickStep({...options, maxCount: maxCount * 2}), options);
}

function ticksOf(
  {unit, count}: TimeStep,
  {min, max, timeZone, weekStart = 1}: TimeTickOptions,
): TimeTick[] {
  const lengthMs = UNIT_MS[unit] * count;
  const ticks: TimeTick[] = [];
  const add = (value: number) => {
    // A skipped day is as late as the next one.
    if (value < min || value > max || value <= (ticks.at(-1)?.value ?? -Infinity)) return;
    ticks.push({value, unit: tickUnit(value, unit, timeZone)});
  };

  if (unit === 'month' || unit === 'year') {
    const months = unit === 'year' ? count * 12 : count;
    const date = new Date(toWallTime(timeZone, min));
    const first = date.getUTCFullYear() * 12 + date.getUTCMonth();
    let month = Math.floor(first / months) * months;
    for (let value = min; value <= max; month += months) {
      add((value = fromWallTime(timeZone, Date.UTC(Math.floor(month / 12), month % 12))));
    }
    return ticks;
  }
  const anchorMs = unit === 'week' ? FIRST_MONDAY_MS + (weekStart - 1) * UNIT_MS.day : 0;
  const wallMs = toWallTime(timeZone, min) - anchorMs;
  const startMs = Math.floor(wallMs / lengthMs) * lengthMs + anchorMs;
  // Hours pass even while clocks are set back; longer steps follow the clock on the wall.
  const firstMs = fromWallTime(timeZone, startMs);
  const isElapsed = lengthMs <= UNIT_MS.hour;
  let value = firstMs;
  for (let at = 0; value <= max; at += 1) {
    const offsetMs = at * lengthMs;
    add((value = isElapsed ? firstMs + offsetMs : fromWallTime(timeZone, startMs + offsetMs)));
  }
  return ticks;
}

/** Returns ticks that stand on buckets: all of them when there is room, else round ones. */
export function bucketTicks(values: Float64Array, options: TimeTickOptions): TimeTick[] {
  const {maxCount, timeZone, step} = options;
  const base = step?.unit ?? 'millisecond';
  const toTick = (value: number) => ({value, unit: tickUnit(value, base, timeZone)});
  if (values.length <= maxCount) return Array.from(values, toTick);
  if (base === 'week') {
    // Weeks of the data may begin on Sundays.
    const every = Math.ceil(values.length / maxCount);
    return Array.from(
      values.filter((_, at) => at % every === 0),
      toTick,
    );
  }
  return timeTicks(options).flatMap(({value, unit}, place, ticks) => {
    const next = ticks[place + 1]?.value ?? Infinity;
    const bucket = values[countBelow(values, value)];
    return bucket !== undefined && bucket < next ? [{value: bucket, unit}] : [];
  });
}

function pickStep({min, max, maxCount, step}: TimeTickOptions): TimeStep {
  const leastMs = step ? UNIT_MS[step.unit] * step.count * 0.99 : 0;
  const fitting = STEPS.find(({unit, count}) => {
    const lengthMs = UNIT_MS[unit] * count;
    return lengthMs >= leastMs && (max - min) / lengthMs <= maxCount;
  });
  return fitting ?? {unit: 'year', count: 1000};
}

/** The label at midnight names the day, the one in January the year; others their own unit. */
function tickUnit(value: number, unit: TimeStep['unit'], timeZone: string): TimeStep['unit'] {
  const wallMs = toWallTime(timeZone, value);
  const isMidnight = wallMs % UNIT_MS.day === 0;
  if (unit === 'month') return new Date(wallMs).getUTCMonth() === 0 ? 'year' : 'month';
  if (unit === 'year' || unit === 'week' || unit === 'day') return unit;
  if (isMidnight) return 'day';
  if (unit === 'hour' || wallMs % UNIT_MS.minute === 0) return unit === 'hour' ? unit : 'minute';
  return unit === 'millisecond' && wallMs % 1000 === 0 ? 'second' : unit;
}
