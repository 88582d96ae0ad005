import type {Clock} from '../../src/lib/clock.js';

interface Timer {
  readonly dueMs: number;
  readonly callback: () => void;
}

/** A clock that stands still until the test moves it. */
export class FakeClock implements Clock {
  #wallMs: number;
  #elapsedMs = 0;
  readonly #timers = new Set<Timer>();

  constructor(startMs = Date.UTC(2026, 0, 1)) {
    this.#wallMs = startMs;
  }

  /** Number of timers that wait. */
  get pendingTimers(): number {
    return this.#timers.size;
  }

  now(): number {
    return this.#wallMs;
  }

  monotonic(): number {
    return this.#elapsedMs;
  }

  setTimer(callback: () => void, delayMs: number): () => void {
    const timer = {dueMs: this.#elapsedMs + Math.max(0, delayMs), callback};
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  }

  /** Moves the wall clock alone, as a correction by the user or by the network does. */
  jump(byMs: number): void {
    this.#wallMs += byMs;
  }

  /** Lets `byMs` pass while no timer fires, as browsers hold them back; `advance` runs them late. */
  stall(byMs: number): void {
    this.#moveTo(this.#elapsedMs + byMs);
  }

  /** Lets `byMs` pass: runs the timers due in order of time and settles promises after each. */
  async advance(byMs: number): Promise<void> {
    const endMs = this.#elapsedMs + byMs;
    await settle();
    for (let timer = this.#next(endMs); timer; timer = this.#next(endMs)) {
      this.#timers.delete(timer);
      this.#moveTo(timer.dueMs);
      timer.callback();
      await settle();
    }
    this.#moveTo(endMs);
    await settle();
  }

  #next(endMs: number): Timer | undefined {
    let next: Timer | undefined;
    for (const timer of this.#timers) {
      if (timer.dueMs <= endMs && (!next || timer.dueMs < next.dueMs)) next = timer;
    }
    return next;
  }

  #moveTo(elapsedMs: number): void {
    const stepMs = Math.max(0, elapsedMs - this.#elapsedMs);
    this.#elapsedMs += stepMs;
    this.#wallMs += stepMs;
  }
}

/** Runs everything that is ready now: promise callbacks and the few tasks they queue. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await nextTask();
}

const TASK = 'task of a fake clock';
const waiting: (() => void)[] = [];
addEventListener('message', ({data}) => {
  if (data === TASK) waiting.shift()?.();
});

/**
 * A task of its own, without the 4 ms that browsers add to nested `setTimeout`, nor the way through
 * another process that Safari sends messages of channels.
 */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    postMessage(TASK, location.origin);
  });
}
