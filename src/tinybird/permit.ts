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
  /** Longest way to the server that is allowed for. @default MAX_WAY_MS */
  readonly maxWayMs?: number;
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

/** No permit, as requests of its rate limit were refused and the next one is far. */
export class PermitRefusal extends Error {
  readonly retryAfterMs: number;

  constructor(retryAfterMs: number) {
    super('Paused after a refusal.');
    this.retryAfterMs = retryAfterMs;
  }
}
