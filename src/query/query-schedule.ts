import type {ChartError} from '../errors/chart-error.js';
import type {Clock} from '../lib/clock.js';
import {MIN_INTERVAL_MS} from './refresh-timer.js';
import {planRetry, type Retry} from './retry-policy.js';

/** Rows younger than this satisfy a new observer. */
const FRESH_MS = 10_000;

/** Least time between timed refetches of something that a person has to fix. */
const FAILED_INTERVAL_MS = 30_000;

/** The same after a fresh token was refused, for charts that nobody may be there to reload. */
const REFUSED_INTERVAL_MS = 10 * 60_000;

/** Remembers how a query's requests ended, and so when the next one is due. */
export class QuerySchedule {
  readonly #clock: Clock;
  readonly #random: () => number;
  #settledAtMs = -Infinity;
  #retryAtMs: number | null = null;
  #failures = 0;
  #hasFailed = false;
  /** Set when a fresh token was refused: asking again soon would only repeat that. */
  #isRefused = false;

  constructor(clock: Clock, random: () => number) {
    this.#clock = clock;
    this.#random = random;
  }

  /** True when a new observer is a reason to ask: nothing recent, nothing planned, not refused. */
  get wantsFetch(): boolean {
    const isOld = this.#clock.monotonic() - this.#settledAtMs > FRESH_MS;
    return isOld && this.#retryAtMs === null && !this.#isRefused;
  }

  /** Forgets failures, as they say nothing about the next request. */
  forgive(): void {
    this.#failures = 0;
    this.#isRefused = false;
    this.#retryAtMs = null;
  }

  /** Forgets everything: other rows are wanted now. */
  reset(): void {
    this.forgive();
    this.#hasFailed = false;
    this.#settledAtMs = -Infinity;
  }

  /** A request begins, so that no retry is planned any more. */
  begin(): void {
    this.#retryAtMs = null;
  }

  /** Rows arrived. */
  succeed(): void {
    this.forgive();
    this.#hasFailed = false;
    this.#settledAtMs = this.#clock.monotonic();
  }

  /** A request failed. Returns the retry that is planned, or null. */
  fail(error: ChartError): Retry | null {
    this.#failures += 1;
    this.#hasFailed = true;
    this.#settledAtMs = this.#clock.monotonic();
    this.#isRefused = error.status === 401 || error.status === 403;
    const retry = planRetry(error, this.#failures, this.#random);
    this.#retryAtMs = retry && this.#settledAtMs + retry.delayMs;
    return retry;
  }

  /** Monotonic time of the next request, for refetches every `intervalMs`; null when none is due. */
  dueAtMs(intervalMs: number): number | null {
    if (this.#retryAtMs !== null) return this.#retryAtMs;
    const leastMs = this.#leastIntervalMs;
    const atMs = this.#settledAtMs + Math.max(intervalMs, leastMs);
    return Number.isFinite(atMs) ? atMs : null;
  }

  get #leastIntervalMs(): number {
    if (this.#isRefused) return REFUSED_INTERVAL_MS;
    return this.#hasFailed ? FAILED_INTERVAL_MS : MIN_INTERVAL_MS;
  }
}
