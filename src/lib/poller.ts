import type {Clock} from './clock.js';
import type {PageActivity} from './page-activity.js';

/** How often checks run, and for how long at the first pace. */
export interface PollerOptions {
  readonly clock: Clock;
  readonly activity: PageActivity;
  /** @default 100 */
  readonly fastMs?: number;
  /** @default 1000 */
  readonly slowMs?: number;
  /** Time after the latest `add` at which the pace slows down. @default 10000 */
  readonly slowAfterMs?: number;
}

/** Repeats all checks on one timer, which exists only while there are checks and eyes. */
export class Poller {
  readonly #options: Required<PollerOptions>;
  readonly #checks = new Set<() => void>();
  #fastUntilMs = 0;
  #stopTimer: (() => void) | null = null;

  constructor(options: PollerOptions) {
    this.#options = {fastMs: 100, slowMs: 1_000, slowAfterMs: 10_000, ...options};
    options.activity.onChange(() => this.#arm());
  }

  /** Runs `check` with every turn until the returned function is called. */
  add(check: () => void): () => void {
    const entry = () => check();
    this.#checks.add(entry);
    this.#fastUntilMs = this.#options.clock.monotonic() + this.#options.slowAfterMs;
    this.#arm();
    return () => {
      this.#checks.delete(entry);
      if (this.#checks.size === 0) this.#arm();
    };
  }

  #arm(): void {
    const {clock, activity, fastMs, slowMs} = this.#options;
    this.#stopTimer?.();
    this.#stopTimer = null;
    if (this.#checks.size === 0 || !activity.isVisible) return;
    const waitMs = clock.monotonic() < this.#fastUntilMs ? fastMs : slowMs;
    this.#stopTimer = clock.setTimer(() => {
      for (const check of [...this.#checks]) check();
      this.#arm();
    }, waitMs);
  }
}
