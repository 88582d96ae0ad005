import {type Clock, systemClock} from './clock.js';
import type {Steps} from './steps.js';

/** Time after which others have their turn, in ms. */
const SLICE_MS = 12;

/**
 * Takes steps in short tasks, so that the page can draw and answer in between. Between two of them
 * `check` is called, and stops the work by throwing.
 *
 * @throws what a step or `check` throws.
 */
export async function runInSlices<Result>(
  steps: Steps<Result>,
  check: () => void,
  clock: Clock = systemClock,
): Promise<Result> {
  for (;;) {
    const endMs = clock.monotonic() + SLICE_MS;
    while (clock.monotonic() < endMs) {
      const {done, value} = steps.next();
      if (done) return value;
    }
    await nextTask();
    check();
  }
}

/** Messages are not held back while the page is in the background, as timers are. */
function nextTask(): Promise<void> {
  const {port1, port2} = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
