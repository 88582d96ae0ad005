import type {Clock} from '../../../src/lib/clock.js';
import {TimerHeap, type Timer} from './timer-heap.js';

/** So many timers in one go are a loop that never ends. */
const MAX_TIMERS = 500_000;

/** A device's two clocks and the true time of all servers, moved by the test alone. */
export class ModelClock implements Clock {
  #trueMs: number;
  #skewMs: number;
  #elapsedMs = 0;
  readonly #timers = new TimerHeap();
  #order = 0;
  readonly #tasks = new MessageChannel();
  readonly #waiting: (() => void)[] = [];
  /** Runs after everything that a timer set off has settled. */
  onSettled: () => void = () => undefined;

  /** `skewMs` is the device's wall clock minus the true time. */
  constructor({startMs = Date.UTC(2026, 0, 1), skewMs = 0} = {}) {
    this.#trueMs = startMs;
    this.#skewMs = skewMs;
    this.#tasks.port1.onmessage = () => this.#waiting.shift()?.();
  }

  /** The device's wall clock. */
  now(): number {
    return this.#trueMs + this.#skewMs;
  }

  monotonic(): number {
    return this.#elapsedMs;
  }

  /** The time that servers go by. */
  serverNow(): number {
    return this.#trueMs;
  }

  setTimer(callback: () => void, delayMs: number): () => void {
    this.#order += 1;
    const dueMs = this.#elapsedMs + Math.max(0, delayMs);
    const timer: Timer = {dueMs, order: this.#order, callback, isCancelled: false};
    this.#timers.push(timer);
    return () => {
      timer.isCancelled = true;
    };
  }

  /** Resolves after `delayMs`: the way of servers to take their time. */
  wait(delayMs: number): Promise<void> {
    return new Promise((resolve) => this.setTimer(resolve, delayMs));
  }

  /** Corrects the wall clock. */
  jump(byMs: number): void {
    this.#skewMs += byMs;
  }

  /** The device sleeps: its monotonic clock stands still. */
  sleep(forMs: number): void {
    this.#trueMs += forMs;
  }

  /** The page is frozen: all clocks go on, timers wait. */
  freeze(forMs: number): void {
    this.#trueMs += forMs;
    this.#elapsedMs += forMs;
  }

  /** Lets `byMs` pass and settles promises after each timer. */
  async advance(byMs: number): Promise<void> {
    const endMs = this.#elapsedMs + byMs;
    let timers = 0;
    await this.settle();
    for (let timer = this.#timers.first; timer; timer = this.#timers.first) {
      if (timer.dueMs > endMs) break;
      this.#timers.shift();
      timers += 1;
      if (timers > MAX_TIMERS) throw new Error(`More than ${MAX_TIMERS} timers in ${byMs} ms.`);
      this.#moveTo(timer.dueMs);
      timer.callback();
      await this.settle();
    }
    this.#moveTo(endMs);
  }

  /** Runs all promise callbacks that are ready: a task begins only when none is left. */
  async settle(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
      this.#tasks.port2.postMessage(null);
    });
    this.onSettled();
  }

  /** Frees the channel that a page would otherwise keep. */
  close(): void {
    this.#tasks.port1.close();
  }

  #moveTo(elapsedMs: number): void {
    const stepMs = Math.max(0, elapsedMs - this.#elapsedMs);
    this.#elapsedMs += stepMs;
    this.#trueMs += stepMs;
  }
}
