import type {Clock} from './clock.js';

/**
 * Calls `callback` after `forMs` and returns a function that calls it off. Half of the time is waited
 * for twice: a page that was busy or asleep hears its timers before the answers that came meanwhile.
 */
export function setPatientTimer(clock: Clock, callback: () => void, forMs: number): () => void {
  let cancel = clock.setTimer(() => (cancel = clock.setTimer(callback, forMs / 2)), forMs / 2);
  return () => cancel();
}
