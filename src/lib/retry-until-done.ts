import {backoffMs} from './backoff.js';
import type {Clock} from './clock.js';
import type {PageActivity} from './page-activity.js';

/** What a repeated task depends on. */
export interface RetryParts {
  readonly clock: Clock;
  readonly activity: PageActivity;
}

const PAUSES = {baseMs: 2_000, maxMs: 60_000};

/**
 * Runs `task` until it resolves: again after each rejection, with growing pauses that end early
 * when the page is focused, shown or connected. Nothing runs while it is hidden or offline. The
 * returned function ends it.
 */
export function retryUntilDone(
  task: () => Promise<void>,
  {clock, activity}: RetryParts,
): () => void {
  let retries = 0;
  let isDone = false;
  let isRunning = false;
  let cancel = () => {};
  const run = () => {
    if (isDone || isRunning || !activity.isVisible || !activity.isOnline) return;
    cancel();
    isRunning = true;
    task().then(stop, () => {
      isRunning = false;
      retries += 1;
      if (!isDone) cancel = clock.setTimer(run, backoffMs(retries, PAUSES));
    });
  };
  const removals = [activity.onChange(run), activity.onFocus(run)];
  const stop = () => {
    isDone = true;
    cancel();
    for (const remove of removals) remove();
  };
  run();
  return stop;
}
