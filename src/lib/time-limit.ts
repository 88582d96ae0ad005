import type {Clock} from './clock.js';
import {setPatientTimer} from './patient-timer.js';

/** Settles like `promise`, or rejects with `createError()` after `limitMs`; the work goes on. */
export function timeLimit<T>(
  promise: Promise<T>,
  limitMs: number,
  clock: Clock,
  createError: () => Error,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = setPatientTimer(clock, () => reject(createError()), limitMs);
    promise.then(resolve, reject).finally(cancel);
  });
}
