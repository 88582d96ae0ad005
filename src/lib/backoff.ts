/** The device's own random numbers in [0, 1), the default wherever tests inject theirs. */
export const systemRandom = (): number => Math.random();

/** Bounds of an exponential backoff, in milliseconds. */
export interface BackoffOptions {
  readonly baseMs: number;
  readonly maxMs: number;
  /** Random number in [0, 1), injected by tests. @default systemRandom */
  readonly random?: () => number;
}

/**
 * Wait before retry number `retry` (counted from 1): doubles from `baseMs` up to `maxMs`, of which
 * the upper half is random so that many charts do not come back in step.
 */
export function backoffMs(retry: number, options: BackoffOptions): number {
  const {baseMs, maxMs, random = systemRandom} = options;
  const ceilingMs = Math.min(maxMs, baseMs * 2 ** Math.max(0, Math.min(retry - 1, 30)));
  return ceilingMs / 2 + random() * (ceilingMs / 2);
}
