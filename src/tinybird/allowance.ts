// Refusals below the limit mean that somebody else uses it, or that preflights count: how much is
// left has to be found out. Halve at once, grow slowly, and remember for a while where it broke.

import {WINDOW_MS} from './pace-window.js';

/** From here on an allowance that grows back counts as no limit. */
const UNLIMITED_FROM = 64;

/** How long a number of starts that was too many is not tried again; doubles each time it is. */
const HOLD_MS = 15_000;
const MAX_HOLD_MS = 5 * 60_000;

/** How many requests a window of one rate limit lets through. Infinity is unknown. */
export class Allowance {
  #limit = Infinity;
  #now = Infinity;
  #changedAtMs = -Infinity;
  /** Fewest starts in one window some of which were refused, and until when that is believed. */
  #tooMany = Infinity;
  #tooManyUntilMs = -Infinity;
  #holdMs = HOLD_MS;

  /** What the token says. */
  get limit(): number {
    return this.#limit;
  }

  /** What refusals have left of it, or brought to light where the token says nothing. */
  get now(): number {
    return this.#now;
  }

  setLimit(limit: number): void {
    if (limit === this.#limit) return;
    this.#limit = limit;
    this.#now = limit;
    this.#tooMany = Infinity;
  }

  /** A request passed. */
  grow(nowMs: number): void {
    if (this.#now >= this.#limit || nowMs - this.#changedAtMs < WINDOW_MS) return;
    const step = this.#limit === Infinity ? 1 : Math.max(1, this.#limit / 10);
    const most = nowMs < this.#tooManyUntilMs ? Math.max(1, this.#tooMany - 1) : Infinity;
    const grown = Math.min(this.#limit, most, this.#now + step);
    if (grown <= this.#now) return;
    this.#now = grown < UNLIMITED_FROM ? grown : this.#limit;
    this.#changedAtMs = nowMs;
    if (this.#now === this.#limit) this.#holdMs = HOLD_MS;
  }

  /** The first of `starts` in one window was refused; nothing grows before `untilMs`. */
  shrink(starts: number, nowMs: number, untilMs: number): void {
    if (starts > 1) {
      const isAgain = nowMs < this.#tooManyUntilMs + this.#holdMs;
      if (isAgain) this.#holdMs = Math.min(MAX_HOLD_MS, 2 * this.#holdMs);
      this.#tooMany = starts;
      this.#tooManyUntilMs = untilMs + this.#holdMs;
    }
    this.cap(Math.floor(Math.min(this.#now, starts) / 2), untilMs);
  }

  /** One more of the same window was refused: so many fewer would have passed. */
  refuseMore(): void {
    this.#tooMany -= 1;
    // Where nothing passes it is no matter of how many.
    if (this.#tooMany <= 1) this.#tooMany = Infinity;
  }

  /** Allows no more than `most`, but 1 at least; nothing grows before `untilMs`. */
  cap(most: number, untilMs: number): void {
    this.#now = Math.max(1, Math.min(this.#now, most));
    this.#changedAtMs = Math.max(this.#changedAtMs, untilMs);
  }
}
