// All charts with one token draw on one rate limit. The pacer spends it: charts on screen go first,
// then those that have waited longest. It knows nothing of HTTP; a permit is the right to start now.

import {systemRandom} from '../lib/backoff.js';
import {systemClock, type Clock} from '../lib/clock.js';
import {sharedOnPage} from '../lib/page-shared.js';
import {PaceBucket, type PaceFigures, type Start} from './pace-bucket.js';
import {freeAtMs} from './pace-window.js';
import {PermitRefusal, type Permit, type PermitRequest} from './permit.js';
import {shareWithTabs, type TabShare} from './tab-share.js';

/** How long charts off screen stand back for refetches on screen, which may never end. */
const PATIENCE_MS = 5_000;

/** Pauses from here on are told to those who wait, as nothing is on its way for them. */
const LONG_PAUSE_MS = 5_000;

/** Collaborators of a `Pacer`. */
export interface PacerOptions {
  readonly clock?: Clock;
  readonly random?: () => number;
  /** Shares limits with other tabs; with null the page goes by its own count. @default null */
  readonly openShare?: OpenShare | null;
}

/** Shares one rate limit with other tabs; the same `topic` is the same limit. */
export type OpenShare = (topic: string, pace: PaceBucket) => TabShare;

/** One rate limit; `share` is null while no other tab can draw on it. */
interface Bucket {
  readonly pace: PaceBucket;
  readonly share: TabShare | null;
}

interface Waiter extends PermitRequest {
  readonly sinceMs: number;
  readonly of: Bucket;
  readonly grant: (permit: Permit) => void;
  readonly refuse: (error: Error) => void;
}

/** Hands out permits, one bucket for each rate limit. */
export class Pacer {
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #openShare: OpenShare | null;
  readonly #buckets = new Map<string, Bucket>();
  #waiters: Waiter[] = [];
  #stopTimer: (() => void) | null = null;

  constructor({clock = systemClock, random = systemRandom, openShare = null}: PacerOptions = {}) {
    this.#clock = clock;
    this.#random = random;
    this.#openShare = openShare;
  }

  /**
   * Resolves when the request may start, which it has to do at once; rejects when aborted, and with
   * a `PermitRefusal` in a pause that is long.
   */
  acquire(request: PermitRequest): Promise<Permit> {
    const nowMs = this.#nowMs;
    const {requestsPerSecond, maxWayMs, signal, sinceMs = nowMs} = request;
    if (signal.aborted) return Promise.reject(signal.reason as Error);
    const of = this.#bucket(request.bucket);
    of.pace.setLimit(requestsPerSecond, maxWayMs);
    const {pauseLeftMs} = of.pace.inspect(nowMs);
    if (pauseLeftMs >= LONG_PAUSE_MS) return Promise.reject(new PermitRefusal(pauseLeftMs));
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiters = this.#waiters.filter((other) => other !== waiter);
        signal.removeEventListener('abort', onAbort);
      };
      const onAbort = () => {
        waiter.refuse(signal.reason as Error);
        this.reconsider();
      };
      const waiter: Waiter = {
        ...request,
        sinceMs,
        of,
        grant: (permit) => {
          leave();
          resolve(permit);
        },
        refuse: (error) => {
          leave();
          reject(error);
        },
      };
      signal.addEventListener('abort', onAbort, {once: true});
      this.#waiters.push(waiter);
      // All charts that waited for one token ask in the same turn: only then is it known who is seen.
      queueMicrotask(() => this.reconsider());
    });
  }

  /** Tells where a bucket's limit stands and how many requests wait for it; null before the first. */
  inspect(bucket: string): (PaceFigures & {readonly waiting: number}) | null {
    const of = this.#buckets.get(bucket);
    return of ? {...of.pace.inspect(this.#nowMs), waiting: this.#waiting(of).length} : null;
  }

  /** Looks at the queue again, for instance after a chart came on screen. */
  reconsider(): void {
    this.#stopTimer?.();
    this.#stopTimer = null;
    const nowMs = this.#nowMs;
    let nextMs = Infinity;
    for (const waiter of this.#inOrder(nowMs)) {
      const {pace, share} = waiter.of;
      let waitMs = pace.waitMs(nowMs, waiter.priority.isPolling());
      const asks = waitMs === 0 && share?.isUsable;
      if (asks) waitMs = share.waitMs(nowMs);
      if (waitMs > 0) nextMs = Math.min(nextMs, waitMs);
      else if (asks) this.#takeTurn(waiter.of, share);
      else this.#grant(waiter, nowMs);
    }
    if (nextMs < Infinity) {
      this.#stopTimer = this.#clock.setTimer(() => this.reconsider(), Math.ceil(nextMs));
    }
  }

  /** Starts what this tab may, once it knows what others have started. */
  #takeTurn(of: Bucket, share: TabShare): void {
    share.takeTurn((most) => {
      const nowMs = this.#nowMs;
      let started = 0;
      for (const waiter of this.#inOrder(nowMs)) {
        if (waiter.of !== of || started >= most) continue;
        if (of.pace.waitMs(nowMs, waiter.priority.isPolling(), true) > 0) continue;
        this.#grant(waiter, nowMs);
        started += 1;
      }
      queueMicrotask(() => this.reconsider());
      return {started, left: this.#waiting(of).length};
    });
  }

  #grant(waiter: Waiter, nowMs: number): void {
    const {pace} = waiter.of;
    waiter.grant(this.#permit(waiter.of, pace.start(nowMs, waiter.priority.isPolling())));
  }

  #permit(of: Bucket, start: Start): Permit {
    const {pace, share} = of;
    const takeBack = pace.isLimited ? share?.tellStart(start) : undefined;
    let isOpen = true;
    const end = <T>(step: (nowMs: number) => T): T => {
      if (!isOpen) throw new TypeError('A permit ends once.');
      isOpen = false;
      const nowMs = this.#nowMs;
      const result = step(nowMs);
      takeBack?.(freeAtMs(start, pace.windowMs) - nowMs);
      this.reconsider();
      return result;
    };
    return {
      giveBack: () =>
        end(() => {
          pace.giveBack(start);
          takeBack?.(0);
        }),
      finish: (pauseMs = null) => end((nowMs) => pace.finish(start, nowMs, pauseMs)),
      refuse: (retryAfterMs) =>
        end((nowMs) => {
          const pauseMs = pace.refuse(start, nowMs, retryAfterMs);
          share?.tellRefusal(pauseMs);
          if (pauseMs >= LONG_PAUSE_MS) {
            for (const waiter of this.#waiting(of)) waiter.refuse(new PermitRefusal(pauseMs));
          }
          return pauseMs;
        }),
    };
  }

  #bucket(name: string): Bucket {
    const found = this.#buckets.get(name);
    if (found) return found;
    const pace = new PaceBucket(this.#random);
    const made = {pace, share: this.#openShare?.(name, pace) ?? null};
    this.#buckets.set(name, made);
    return made;
  }

  #waiting(of: Bucket): readonly Waiter[] {
    return this.#waiters.filter((waiter) => waiter.of === of);
  }

  #inOrder(nowMs: number): readonly Waiter[] {
    return this.#waiters.sort((left, right) => byUrgency(left, right, nowMs)).slice();
  }

  get #nowMs(): number {
    return this.#clock.monotonic();
  }
}

/** Returns the one pacer of this page. */
export function getSharedPacer(): Pacer {
  return sharedOnPage('pacer', () => new Pacer({openShare: shareWithTabs(systemClock)}));
}

function byUrgency(left: Waiter, right: Waiter, nowMs: number): number {
  return rank(left, nowMs) - rank(right, nowMs) || left.sinceMs - right.sinceMs;
}

/** First drawings on screen, then refetches there and whatever has waited long, then the rest. */
function rank({priority, sinceMs}: Waiter, nowMs: number): number {
  if (priority.isOnScreen()) return priority.isPolling() ? 1 : 0;
  return nowMs - sinceMs > PATIENCE_MS ? 1 : 2;
}
