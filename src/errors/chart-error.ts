/** Stable, public names of everything that can go wrong. */
export type ChartErrorCode =
  | 'misconfigured'
  | 'host-not-allowed'
  | 'clerk-not-found'
  | 'clerk-key-mismatch'
  | 'jwt-template-missing'
  | 'jwt-claims'
  | 'signed-out'
  | 'session-pending'
  | 'no-organization'
  | 'tenant-mismatch'
  | 'token-unavailable'
  | 'token-rejected'
  | 'pipe-forbidden'
  | 'pipe-not-found'
  | 'invalid-params'
  | 'rate-limited'
  | 'query-timeout'
  | 'network'
  | 'csp-blocked'
  | 'server'
  | 'unexpected-response'
  | 'column'
  | 'nothing-drawn';

/** What a `ChartError` can carry besides its message. */
export interface ChartErrorDetails {
  /** Pipe that the failed request named. */
  readonly pipe?: string | undefined;
  /** HTTP status of the answer, when there was one. */
  readonly status?: number | undefined;
  /** At most three likely causes, the likeliest first, each with the check that tells it apart. */
  readonly causes?: readonly string[] | undefined;
  /** Milliseconds to wait before the next attempt, when known. */
  readonly retryAfterMs?: number | undefined;
  readonly cause?: unknown;
}

const BRAND = Symbol.for('tinybird-chart.error');

/**
 * Base of all errors of this package. `message` is for developers: what happened, to which pipe,
 * and what fixes it, never with a token in it.
 */
export class ChartError extends Error {
  readonly [BRAND] = true;
  readonly code: ChartErrorCode;
  /** True when the same request can succeed later without anybody changing anything. */
  readonly retryable: boolean;
  readonly pipe: string | null;
  readonly status: number | null;
  readonly causes: readonly string[];
  readonly retryAfterMs: number | null;

  constructor(
    code: ChartErrorCode,
    message: string,
    details: ChartErrorDetails & {readonly retryable?: boolean} = {},
  ) {
    super(message, details.cause === undefined ? undefined : {cause: details.cause});
    this.name = new.target.name;
    this.code = code;
    this.retryable = details.retryable ?? false;
    this.pipe = details.pipe ?? null;
    this.status = details.status ?? null;
    this.causes = details.causes ?? [];
    this.retryAfterMs = details.retryAfterMs ?? null;
  }

  /** Anchor of this error in the README's error catalogue. */
  get documentation(): string {
    return `README.md#${this.code}`;
  }
}

/** Tells whether `value` is an error of this package, also when another copy of it made it. */
export function isChartError(value: unknown): value is ChartError {
  return typeof value === 'object' && value !== null && BRAND in value;
}
