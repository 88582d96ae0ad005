import type {TimeStep} from './series-set.js';
import {addTimeStep} from './time-step.js';

/** Most buckets that filling may lead to: far more than a screen has columns of pixels. */
const MAX_BUCKETS = 20_000;

/**
 * Returns sorted, distinct instants with the buckets between them that `step` says are missing.
 * Nothing is added before the first or after the last, nor when the result would be absurdly long.
 */
export function fillGaps(values: Float64Array, step: TimeStep, timeZone: string): Float64Array {
  const first = values[0];
  const last = values.at(-1);
  if (first === undefined || last === undefined) return values;
  const filled: number[] = [first];
  let bucket = first;
  let steps = 0;
  for (const value of values.subarray(1)) {
    while (bucket < value) {
      steps += 1;
      // Counted from the first, so that the 31st of a month cannot drift to the 28th for good.
      bucket = addTimeStep(first, step, timeZone, steps);
      if (bucket < value) filled.push(bucket);
      if (filled.length > MAX_BUCKETS) return values;
    }
    filled.push(value);
  }
  return Float64Array.from(filled);
}
