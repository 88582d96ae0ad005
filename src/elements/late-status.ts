import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {type Clock, systemClock} from '../lib/clock.js';
import type {StaleReason} from '../query/query-state.js';

/** Rows that come within a second are not told of: no text moves for them, nothing is laid out. */
const LATE_MS = 1_000;

/** Tells why the rows on screen are older than wanted, once that is worth a word. */
export class LateStatus implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #clock: Clock;
  #isLate = false;
  #stopTimer: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, clock: Clock = systemClock) {
    this.#host = host;
    this.#clock = clock;
    host.addController(this);
  }

  /** Returns the reason to show: `loading` a second after it began, all others at once. */
  follow(reason: StaleReason | null): StaleReason | null {
    if (reason !== 'loading') {
      this.#reset();
      return reason;
    }
    this.#stopTimer ??= this.#clock.setTimer(() => {
      this.#isLate = true;
      this.#host.requestUpdate();
    }, LATE_MS);
    return this.#isLate ? reason : null;
  }

  hostDisconnected(): void {
    this.#reset();
  }

  #reset(): void {
    this.#stopTimer?.();
    this.#stopTimer = null;
    this.#isLate = false;
  }
}
