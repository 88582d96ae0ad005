// What one rate limit allows. It knows starts, answers and refusals, but neither requests nor the
// order in which they wait.

import {backoffMs} from '../lib/backoff.js';
import {Allowance} from './allowance.js';
import {freeAtMs, MAX_WAY_MS, roomInMs, WINDOW_MS, type Departure} from './pace-window.js';

/** Requests running at once where no limit is known: what Tinybird's smallest plan takes in a second. */
export const MAX_UNLIMITED = 10;

const BACKOFF = {baseMs: 1_000, maxMs: 60_000};

/** Keeps tabs that were told the same wait from coming back in step. */
const JITTER_MS = 250;

/** After so long with nothing but refusals a daily quota may be used up, and the next try waits. */
export const LASTING_AFTER_MS = 10 * 60_000;
const LASTING_PAUSE_MS = 5 * 60_000;

/** Longest time for which the word of another tab is taken. */
const MAX_HEARD_PAUSE_MS = 10_000;

/** One start that was allowed. */
export interface Start extends Departure {
  arrivedAtMs: number;
  /** Number of refusals that were known when it began. */
  readonly era: number;
}

/** Where a rate limit stands. Requests per second are null where no limit is known. */
export interface PaceFigures {
  /** What the token says. */
  readonly requestsPerSecond: number | null;
  /** What refusals have left of it, or brought to light where the token says nothing. */
  readonly allowance: number | null;
  /** Time until requests may start again after a refusal; 0 for no pause. */
  readonly pauseLeftMs: number;
  /** Time since the first of the latest refusals between which nothing passed; 0 for none. */
  readonly refusedForMs: number;
}

/** Keeps one rate limit: at most `rps` starts in any 1.05 s, at most half of them polling. */
export class PaceBucket {
  readonly #random: () => number;
  readonly #allowance = new Allowance();
  readonly #running = new Set<Start>();
  #starts: Start[] = [];
  /** Starts of other tabs, as last heard of. */
  #others: readonly Departure[] = [];
  #maxWayMs = MAX_WAY_MS;
  #pausedUntilMs = -Infinity;
  #era = 0;
  #refusalsInRow = 0;
  #refusedSinceMs: number | null = null;
  #probe: Start | 'wanted' | null = null;

  constructor(random: () => number) {
    this.#random = random;
  }

  /** True where starts are counted, by the token or after a refusal. */
  get isLimited(): boolean {
    return this.#allowance.now !== Infinity;
  }

  /** Length of the time in which starts are counted; above 1.05 s for limits below one a second. */
  get windowMs(): number {
    return WINDOW_MS / Math.min(1, this.#allowance.limit);
  }

  /** Starts that a window holds now. */
  get most(): number {
    return Math.max(1, Math.floor(this.#allowance.now));
  }

  /** Longest way to the server that is allowed for. */
  get maxWayMs(): number {
    return this.#maxWayMs;
  }

  /** Takes over the token's own limit, null is unknown, and what is known of the way. */
  setLimit(requestsPerSecond: number | null, maxWayMs = MAX_WAY_MS): void {
    this.#maxWayMs = maxWayMs;
    this.#allowance.setLimit(
      requestsPerSecond !== null && requestsPerSecond > 0 ? requestsPerSecond : Infinity,
    );
  }

  /** Tells where the limit stands now. */
  inspect(nowMs: number): PaceFigures {
    const orNull = (rate: number) => (rate === Infinity ? null : rate);
    return {
      requestsPerSecond: orNull(this.#allowance.limit),
      allowance: orNull(this.#allowance.now),
      pauseLeftMs: Math.max(0, this.#pausedUntilMs - nowMs),
      refusedForMs: nowMs - (this.#refusedSinceMs ?? nowMs),
    };
  }

  /** Takes note of what other tabs have started. */
  hear(starts: readonly Departure[]): void {
    this.#others = starts;
  }

  /** Another tab was refused: what is left for both of them, and for how long it waits. */
  hearRefusal(nowMs: number, pauseMs: number, allowance: number): void {
    this.#pause(nowMs, Math.min(pauseMs, MAX_HEARD_PAUSE_MS));
    this.#allowance.cap(allowance, this.#pausedUntilMs);
    this.#era += 1;
    this.#probe ??= 'wanted';
  }

  /** Number of starts for which a window has room now. */
  room(nowMs: number): number {
    const counts = (start: Departure) => freeAtMs(start, this.windowMs) > nowMs;
    return this.most - [...this.#starts, ...this.#others].filter(counts).length;
  }

  /**
   * Milliseconds until a start is allowed: 0 is now, Infinity when an answer must come first.
   * `isShared` counts what other tabs have started, too.
   */
  waitMs(nowMs: number, isPolling: boolean, isShared = false): number {
    if (nowMs < this.#pausedUntilMs) return this.#pausedUntilMs - nowMs;
    if (this.#probe && this.#probe !== 'wanted') return Infinity;
    if (!this.isLimited) return this.#unlimitedWaitMs(isPolling);
    const {most, windowMs} = this;
    const starts = isShared ? [...this.#starts, ...this.#others] : this.#starts;
    const waitMs = roomInMs(starts, most, windowMs, nowMs);
    if (!isPolling) return waitMs;
    const polls = starts.filter((start) => start.isPolling);
    const pollMs =
      most === 1
        ? roomInMs(polls, 1, 2 * windowMs, nowMs)
        : roomInMs(polls, Math.floor(most / 2), windowMs, nowMs);
    return Math.max(waitMs, pollMs);
  }

  /** Books a start, to be ended by `finish`. */
  start(nowMs: number, isPolling: boolean): Start {
    const arrivedAtMs = nowMs + this.#maxWayMs;
    const start = {atMs: nowMs, arrivedAtMs, isPolling, era: this.#era};
    this.#starts = this.#starts.filter(({atMs}) => nowMs - atMs <= 3 * this.windowMs);
    this.#starts.push(start);
    this.#running.add(start);
    if (this.#probe === 'wanted') this.#probe = start;
    return start;
  }

  /** Ends a start that was never sent, as if it had not been. */
  giveBack(start: Start): void {
    this.#running.delete(start);
    this.#starts = this.#starts.filter((other) => other !== start);
    if (this.#probe === start) this.#probe = 'wanted';
  }

  /** Ends a start that got an answer or none; `pauseMs` where the server says that it was the last. */
  finish(start: Start, nowMs: number, pauseMs: number | null): void {
    this.#end(start, nowMs);
    if (this.#probe === start) this.#probe = null;
    if (pauseMs !== null) this.#pause(nowMs, pauseMs);
    if (start.era !== this.#era) return;
    this.#refusalsInRow = 0;
    this.#refusedSinceMs = null;
    this.#allowance.grow(nowMs);
  }

  /** Ends a start that was refused (429), pauses the bucket and returns how long. */
  refuse(start: Start, nowMs: number, retryAfterMs: number | null): number {
    this.#end(start, nowMs);
    this.#refusedSinceMs ??= nowMs;
    // Requests sent before the pause was known are refused together: that is one refusal.
    if (start.era === this.#era) {
      this.#era += 1;
      this.#refusalsInRow += 1;
      const isRecent = ({atMs}: Departure) => nowMs - atMs <= WINDOW_MS;
      const recent = [...this.#starts, ...this.#others].filter(isRecent).length;
      const grownMs = backoffMs(this.#refusalsInRow, {...BACKOFF, random: this.#random});
      const isLasting = nowMs - this.#refusedSinceMs >= LASTING_AFTER_MS;
      const pauseMs = Math.max(retryAfterMs ?? grownMs, isLasting ? LASTING_PAUSE_MS : 0);
      this.#pause(nowMs, pauseMs + this.#random() * JITTER_MS);
      this.#allowance.shrink(recent, nowMs, this.#pausedUntilMs);
    } else {
      this.#pause(nowMs, retryAfterMs ?? 0);
      if (start.era === this.#era - 1) this.#allowance.refuseMore();
      this.#allowance.cap(Infinity, this.#pausedUntilMs);
    }
    if (this.#probe === null || this.#probe === start) this.#probe = 'wanted';
    return Math.max(0, this.#pausedUntilMs - nowMs);
  }

  #pause(nowMs: number, forMs: number): void {
    this.#pausedUntilMs = Math.max(this.#pausedUntilMs, nowMs + forMs);
  }

  #end(start: Start, nowMs: number): void {
    start.arrivedAtMs = Math.min(start.arrivedAtMs, nowMs);
    this.#running.delete(start);
  }

  #unlimitedWaitMs(isPolling: boolean): number {
    const polls = [...this.#running].filter((start) => start.isPolling).length;
    const isFull = this.#running.size >= MAX_UNLIMITED || (isPolling && polls >= MAX_UNLIMITED / 2);
    return isFull ? Infinity : 0;
  }
}
