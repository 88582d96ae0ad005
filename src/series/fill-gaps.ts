import type {TimeStep} from './series-set.js';
import {addTimeStep} from './time-step.js';

/** Most buckets that filling may lead to: far more than a screen has columns of pixels. */
const MAX_BUCKETS = 20_000;

/**
 * Returns sorted, distinct instants with the buckets between them that `step` says are missing.
 * Nothing is added before the first or after the last, nor when the result would be absurdly long.
 */
export function fillGaps(values: Float64Array, step: TimeStep, timeZone: string): Float64Array {
  const first = values[0] ?? NaN;
  let filled: number[] | undefined;
  let bucket = first;
  let steps = 0;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? NaN;
    while (bucket < value) {
      filled ??= [...values.subarray(0, at)];
      filled.push(bucket);
      if (filled.length > MAX_BUCKETS) return values;
      bucket = next();
    }
    filled?.push(value);
    if (bucket === value) bucket = next();
  }
  return filled ? new Float64Array(filled) : values;

  function next(): number {
    steps += 1;
    // Counted from the first, so that the 31st of a month cannot drift to the 28th for good.
    return addTimeStep(first, step, timeZone, steps);
  }
}
