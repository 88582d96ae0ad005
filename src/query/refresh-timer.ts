import type {Clock} from '../lib/clock.js';
import type {PageActivity} from '../lib/page-activity.js';

/** Shortest time between two refetches of a query. */
export const MIN_INTERVAL_MS = 1_000;

/**
 * One timer for everything on the page that is due later. It stands still while the page is hidden
 * and runs what is overdue at once when it is seen again.
 */
export class RefreshTimer {
  readonly #clock: Clock;
  readonly #activity: PageActivity;
  readonly #due = new Map<object, {readonly atMs: number; readonly run: () => void}>();
  #stopTimer: (() => void) | null = null;

  constructor(clock: Clock, activity: PageActivity) {
    this.#clock = clock;
    this.#activity = activity;
    activity.onChange(() => this.#arm());
  }

  /** Calls `run` once at `atMs` (monotonic). Replaces what `owner` had planned. */
  plan(owner: object, atMs: number, run: () => void): void {
    this.#due.set(owner, {atMs, run});
    this.#arm();
  }

  /** Forgets what `owner` had planned. */
  cancel(owner: object): void {
    if (this.#due.delete(owner)) this.#arm();
  }

  #arm(): void {
    this.#stopTimer?.();
    this.#stopTimer = null;
    if (!this.#activity.isVisible || this.#due.size === 0) return;
    const nextMs = Math.min(...Array.from(this.#due.values(), ({atMs}) => atMs));
    const waitMs = Math.max(0, nextMs - this.#clock.monotonic());
    this.#stopTimer = this.#clock.setTimer(() => this.#runDue(), waitMs);
  }

  #runDue(): void {
    const nowMs = this.#clock.monotonic();
    // A timer may fire a fraction early; what is due within a millisecond is due.
    const ready = [...this.#due].filter(([, {atMs}]) => atMs <= nowMs + 1);
    for (const [owner] of ready) this.#due.delete(owner);
    for (const [, {run}] of ready) run();
    this.#arm();
  }
}
