// All charts with one token draw on one rate limit. The pacer spends it: charts on screen go first,
// then those that have waited longest. It knows nothing of HTTP; a permit is the right to start now.

import {systemRandom} from '../lib/backoff.js';
import {systemClock, type Clock} from '../lib/clock.js';
import {sharedOnPage} from '../lib/page-shared.js';
import {PaceBucket, type PaceFigures, type Start} from './pace-bucket.js';

/** How long charts off screen stand back for refetches on screen, which may never end. */
const PATIENCE_MS = 5_000;

/** How urgent a request is; asked again at each decision, as charts scroll while they wait. */
export interface Priority {
  isOnScreen(): boolean;
  /** True for refetches by timer, which never take more than half of the rate. */
  isPolling(): boolean;
}

/** What a permit is wanted for. */
export interface PermitRequest {
  /** Same text for everything that counts against one rate limit. */
  readonly bucket: string;
  /** Limit written into the token, or null where it has none. */
  readonly requestsPerSecond: number | null;
  readonly priority: Priority;
  /** Monotonic time from which the request waits. @default now */
  readonly sinceMs?: number;
  readonly signal: AbortSignal;
}

/** The right to start one request at once. End it with exactly one of the calls. */
export interface Permit {
  /** Nothing was sent. */
  giveBack(): void;
  /** Answered, failed or aborted; `pauseMs` when the answer says that the window is used up. */
  finish(pauseMs?: number | null): void;
  /** Refused with 429. Returns the milliseconds until the next start. */
  refuse(retryAfterMs: number | null): number;
}

/** Collaborators of a `Pacer`. */
export interface PacerOptions {
  readonly clock?: Clock;
  readonly random?: () => number;
}

interface Waiter extends PermitRequest {
  readonly sinceMs: number;
  readonly pace: PaceBucket;
  readonly grant: (permit: Permit) => void;
}

/** Hands out permits, one bucket for each rate limit. */
export class Pacer {
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #buckets = new Map<string, PaceBucket>();
  #waiters: Waiter[] = [];
  #stopTimer: (() => void) | null = null;

  constructor({clock = systemClock, random = systemRandom}: PacerOptions = {}) {
    this.#clock = clock;
    this.#random = random;
  }

  /** Resolves when the request may start, which it has to do at once; rejects when aborted. */
  acquire(request: PermitRequest): Promise<Permit> {
    const {bucket, requestsPerSecond, signal, sinceMs = this.#clock.monotonic()} = request;
    if (signal.aborted) return Promise.reject(signal.reason as Error);
    const pace = this.#buckets.get(bucket) ?? new PaceBucket(this.#random);
    this.#buckets.set(bucket, pace);
    pace.setLimit(requestsPerSecond);
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        this.#waiters = this.#waiters.filter((other) => other !== waiter);
        reject(signal.reason as Error);
        this.reconsider();
      };
      const grant = (permit: Permit) => {
        signal.removeEventListener('abort', onAbort);
        resolve(permit);
      };
      const waiter: Waiter = {...request, sinceMs, pace, grant};
      signal.addEventListener('abort', onAbort, {once: true});
      this.#waiters.push(waiter);
      // All charts that waited for one token ask in the same turn: only then is it known who is seen.
      queueMicrotask(() => this.reconsider());
    });
  }

  /** Tells where a bucket's limit stands and how many requests wait for it; null before the first. */
  inspect(bucket: string): (PaceFigures & {readonly waiting: number}) | null {
    const pace = this.#buckets.get(bucket);
    if (!pace) return null;
    const waiting = this.#waiters.filter((waiter) => waiter.pace === pace).length;
    return {...pace.inspect(this.#clock.monotonic()), waiting};
  }

  /** Looks at the queue again, for instance after a chart came on screen. */
  reconsider(): void {
    this.#stopTimer?.();
    this.#stopTimer = null;
    const nowMs = this.#clock.monotonic();
    let nextMs = Infinity;
    for (const waiter of this.#waiters.sort((left, right) => byUrgency(left, right, nowMs))) {
      const isPolling = waiter.priority.isPolling();
      const waitMs = waiter.pace.waitMs(nowMs, isPolling);
      if (waitMs > 0) {
        nextMs = Math.min(nextMs, waitMs);
        continue;
      }
      this.#waiters = this.#waiters.filter((other) => other !== waiter);
      waiter.grant(this.#permit(waiter.pace, waiter.pace.start(nowMs, isPolling)));
    }
    if (nextMs < Infinity) {
      this.#stopTimer = this.#clock.setTimer(() => this.reconsider(), Math.ceil(nextMs));
    }
  }

  #permit(pace: PaceBucket, start: Start): Permit {
    let isOpen = true;
    const end = <T>(step: () => T): T => {
      if (!isOpen) throw new TypeError('A permit ends once.');
      isOpen = false;
      const result = step();
      this.reconsider();
      return result;
    };
    const now = () => this.#clock.monotonic();
    return {
      giveBack: () => end(() => pace.giveBack(start)),
      finish: (pauseMs = null) => end(() => pace.finish(start, now(), pauseMs)),
      refuse: (retryAfterMs) => end(() => pace.refuse(start, now(), retryAfterMs)),
    };
  }
}

/** Returns the one pacer of this page. */
export function getSharedPacer(): Pacer {
  return sharedOnPage('pacer', () => new Pacer());
}

function byUrgency(left: Waiter, right: Waiter, nowMs: number): number {
  return rank(left, nowMs) - rank(right, nowMs) || left.sinceMs - right.sinceMs;
}

/** First drawings on screen, then refetches there and whatever has waited long, then the rest. */
function rank({priority, sinceMs}: Waiter, nowMs: number): number {
  if (priority.isOnScreen()) return priority.isPolling() ? 1 : 0;
  return nowMs - sinceMs > PATIENCE_MS ? 1 : 2;
}
