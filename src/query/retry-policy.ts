import type {ChartError} from '../errors/chart-error.js';
import {backoffMs, systemRandom} from '../lib/backoff.js';

/** When a failed request is tried again by itself. */
export interface Retry {
  readonly delayMs: number;
  /** True when the retry is so near that the failure need not be shown yet. */
  readonly isQuiet: boolean;
}

const BACKOFF = {baseMs: 1_000, maxMs: 60_000};
const SLOW_BACKOFF = {baseMs: 10_000, maxMs: 60_000};

/** An abandoned query goes on working in the database, so that a timeout is retried less. */
const MAX_TIMEOUT_RETRIES = 2;

/**
 * Plans the retry after the `failures`-th failure in a row; null when time alone heals nothing.
 * Rate limits, 5xx, the network and an absent token are retried without end, ever more slowly.
 */
export function planRetry(
  error: ChartError,
  failures: number,
  random: () => number = systemRandom,
): Retry | null {
  const {code, retryAfterMs} = error;
  switch (code) {
    case 'query-timeout':
      if (failures > MAX_TIMEOUT_RETRIES) return null;
      return {delayMs: backoffMs(failures, {...SLOW_BACKOFF, random}), isQuiet: false};
    case 'rate-limited':
    case 'server':
    case 'network':
    case 'token-unavailable': {
      if (!error.retryable) return null;
      // The pacer adds its jitter to a rate limit's wait; elsewhere the longer wait wins.
      const waitMs = backoffMs(failures, {...BACKOFF, random});
      const delayMs =
        code === 'rate-limited' && retryAfterMs !== null
          ? retryAfterMs
          : Math.max(waitMs, retryAfterMs ?? 0);
      const isQuiet = failures === 1 && code !== 'rate-limited' && delayMs <= BACKOFF.baseMs;
      return {delayMs, isQuiet};
    }
    default:
      return null;
  }
}
