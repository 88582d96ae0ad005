// What one rate limit allows. It knows starts, answers and refusals, but neither requests nor the
// order in which they wait.

import {backoffMs} from '../lib/backoff.js';

/** One second plus what network jitter can squeeze two starts together. */
export const WINDOW_MS = 1_050;

/**
 * Longest way to the server that is allowed for. The service counts arrivals, and the first
 * requests of a page arrive late: connection, TLS and preflight come before them.
 */
const MAX_WAY_MS = 250;

/** Requests running at once where no limit is known: what HTTP/1.1 browsers do for one host. */
export const MAX_UNLIMITED = 6;

/** From here on an allowance that grows back counts as no limit. */
const UNLIMITED_FROM = 64;

const BACKOFF = {baseMs: 1_000, maxMs: 60_000};

/** Keeps tabs that were told the same wait from coming back in step. */
const JITTER_MS = 250;

/** One start that was allowed. */
export interface Start {
  readonly atMs: number;
  readonly isPolling: boolean;
  /** Latest time at which it can have arrived, but for a slower way than is allowed for. */
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
}

/** Keeps one rate limit: at most `rps` starts in any 1.05 s, at most half of them polling. */
export class PaceBucket {
  readonly #random: () => number;
  readonly #running = new Set<Start>();
  #starts: Start[] = [];
  #limit = Infinity;
  #allowance = Infinity;
  #changedAtMs = -Infinity;
  #pausedUntilMs = -Infinity;
  #era = 0;
  #refusalsInRow = 0;
  #probe: Start | 'wanted' | null = null;

  constructor(random: () => number) {
    this.#random = random;
  }

  /** Takes over the token's own limit; null is unknown. */
  setLimit(requestsPerSecond: number | null): void {
    const limit =
      requestsPerSecond !== null && requestsPerSecond > 0 ? requestsPerSecond : Infinity;
    if (limit === this.#limit) return;
    this.#limit = limit;
    this.#allowance = limit;
  }

  /** Tells where the limit stands now. */
  inspect(nowMs: number): PaceFigures {
    const orNull = (rate: number) => (rate === Infinity ? null : rate);
    return {
      requestsPerSecond: orNull(this.#limit),
      allowance: orNull(this.#allowance),
      pauseLeftMs: Math.max(0, this.#pausedUntilMs - nowMs),
    };
  }

  /** Milliseconds until a start is allowed: 0 is now, Infinity when an answer must come first. */
  waitMs(nowMs: number, isPolling: boolean): number {
    if (nowMs < this.#pausedUntilMs) return this.#pausedUntilMs - nowMs;
    if (this.#probe && this.#probe !== 'wanted') return Infinity;
    if (this.#allowance === Infinity) return this.#unlimitedWaitMs(isPolling);
    const most = Math.max(1, Math.floor(this.#allowance));
    const windowMs = this.#windowMs();
    const waitMs = roomInMs(this.#starts, most, windowMs, nowMs);
    if (!isPolling) return waitMs;
    const polls = this.#starts.filter((start) => start.isPolling);
    const pollMs =
      most === 1
        ? roomInMs(polls, 1, 2 * windowMs, nowMs)
        : roomInMs(polls, Math.floor(most / 2), windowMs, nowMs);
    return Math.max(waitMs, pollMs);
  }

  /** Books a start, to be ended by `finish`. */
  start(nowMs: number, isPolling: boolean): Start {
    const arrivedAtMs = nowMs + MAX_WAY_MS;
    const start = {atMs: nowMs, arrivedAtMs, isPolling, era: this.#era};
    this.#starts = this.#starts.filter(({atMs}) => nowMs - atMs <= 3 * this.#windowMs());
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
    if (pauseMs !== null) this.#pausedUntilMs = Math.max(this.#pausedUntilMs, nowMs + pauseMs);
    if (start.era !== this.#era) return;
    this.#refusalsInRow = 0;
    if (this.#allowance >= this.#limit || nowMs - this.#changedAtMs < WINDOW_MS) return;
    const step = this.#limit === Infinity ? 1 : Math.max(1, this.#limit / 10);
    const grown = Math.min(this.#limit, this.#allowance + step);
    this.#allowance = grown < UNLIMITED_FROM ? grown : this.#limit;
    this.#changedAtMs = nowMs;
  }

  /** Ends a start that was refused (429), pauses the bucket and returns how long. */
  refuse(start: Start, nowMs: number, retryAfterMs: number | null): number {
    this.#end(start, nowMs);
    let pauseMs = retryAfterMs ?? 0;
    // Requests sent before the pause was known are refused together: that is one refusal.
    if (start.era === this.#era) {
      this.#era += 1;
      this.#refusalsInRow += 1;
      const recent = this.#starts.filter(({atMs}) => nowMs - atMs <= WINDOW_MS).length;
      this.#allowance = Math.max(1, Math.floor(Math.min(this.#allowance, recent) / 2));
      pauseMs = retryAfterMs ?? backoffMs(this.#refusalsInRow, {...BACKOFF, random: this.#random});
      pauseMs += this.#random() * JITTER_MS;
    }
    this.#pausedUntilMs = Math.max(this.#pausedUntilMs, nowMs + pauseMs);
    this.#changedAtMs = this.#pausedUntilMs;
    if (this.#probe === null || this.#probe === start) this.#probe = 'wanted';
    return Math.max(0, this.#pausedUntilMs - nowMs);
  }

  #end(start: Start, nowMs: number): void {
    start.arrivedAtMs = Math.min(start.arrivedAtMs, nowMs);
    this.#running.delete(start);
  }

  #windowMs(): number {
    return WINDOW_MS / Math.min(1, this.#limit);
  }

  #unlimitedWaitMs(isPolling: boolean): number {
    const polls = [...this.#running].filter((start) => start.isPolling).length;
    const isFull = this.#running.size >= MAX_UNLIMITED || (isPolling && polls >= MAX_UNLIMITED / 2);
    return isFull ? Infinity : 0;
  }
}

/**
 * How long until fewer than `most` of these starts lie within the last `windowMs`, nor may have
 * arrived within the second (or whatever the window is without its margin) before.
 */
function roomInMs(starts: readonly Start[], most: number, windowMs: number, nowMs: number): number {
  const countedMs = (windowMs * 1_000) / WINDOW_MS;
  const freeAtMs = starts
    .map(({atMs, arrivedAtMs}) => Math.max(atMs + windowMs, arrivedAtMs + countedMs))
    .sort((left, right) => left - right)
    .at(-most);
  // Both ends of the window count, hence one more millisecond.
  return freeAtMs === undefined ? 0 : Math.max(0, freeAtMs + 1 - nowMs);
}
