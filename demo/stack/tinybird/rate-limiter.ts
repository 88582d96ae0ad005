/** How requests are counted; the service does not say which of these it uses. */
export type RateWindow = 'fixed' | 'sliding' | 'token-bucket';

/** Whether a request may pass, and what the rate headers say about it. */
export interface RateDecision {
  allowed: boolean;
  /** Requests a window lets through. */
  limit: number;
  /** Requests left after this one. */
  remaining: number;
  /** Milliseconds until the count has recovered in full. */
  resetMs: number;
  /** Milliseconds until this many requests would pass; 0 when allowed. */
  retryAfterMs: number;
}

/** What one request costs and when. */
export interface RateRequest {
  /** What is counted together: the JWT's `name` claim. */
  key: string;
  requestsPerSecond: number;
  nowMs: number;
  /**
   * How many requests this one counts as, when preflights count too.
   * @default 1
   */
  cost?: number;
}

interface Use {
  atMs: number;
  cost: number;
}

/** Counts requests by key, in one of three kinds of window. It reads no clock of its own. */
export class RateLimiter {
  readonly #window: RateWindow;
  readonly #uses = new Map<string, Use[]>();
  readonly #buckets = new Map<string, {permits: number; atMs: number}>();

  constructor(window: RateWindow) {
    this.#window = window;
  }

  /** Counts a request; one that is refused takes nothing. */
  take({key, requestsPerSecond, nowMs, cost = 1}: RateRequest): RateDecision {
    // Below one a second the window grows instead: 0.5 rps is one request in two seconds.
    const limit = Math.max(1, Math.floor(requestsPerSecond));
    const windowMs = (1000 * limit) / requestsPerSecond;
    // A request must be able to pass an empty window, however many preflights went before it.
    const request = {key, limit, windowMs, nowMs, cost: Math.min(cost, limit)};
    return this.#window === 'token-bucket' ? this.#takePermits(request) : this.#count(request);
  }

  #count({key, limit, windowMs, nowMs, cost}: CountedRequest): RateDecision {
    const windowStartMs =
      this.#window === 'fixed' ? Math.floor(nowMs / windowMs) * windowMs : nowMs - windowMs;
    const isInside = (use: Use) =>
      this.#window === 'fixed' ? use.atMs >= windowStartMs : use.atMs > windowStartMs;
    const uses = (this.#uses.get(key) ?? []).filter(isInside);
    this.#uses.set(key, uses);

    const used = uses.reduce((sum, use) => sum + use.cost, 0);
    const allowed = used + cost <= limit;
    if (allowed) uses.push({atMs: nowMs, cost});
    const leavesAtMs = (use: Use | undefined) =>
      this.#window === 'fixed' ? windowStartMs + windowMs : (use?.atMs ?? nowMs) + windowMs;
    return {
      allowed,
      limit,
      remaining: Math.max(0, limit - used - (allowed ? cost : 0)),
      resetMs: leavesAtMs(uses.at(-1)) - nowMs,
      retryAfterMs: allowed ? 0 : leavesAtMs(lastToLeave(uses, used + cost - limit)) - nowMs,
    };
  }

  #takePermits({key, limit, windowMs, nowMs, cost}: CountedRequest): RateDecision {
    const perMs = limit / windowMs;
    const {permits, atMs} = this.#buckets.get(key) ?? {permits: limit, atMs: nowMs};
    const filled = Math.min(limit, permits + (nowMs - atMs) * perMs);
    const allowed = filled >= cost;
    const left = allowed ? filled - cost : filled;
    this.#buckets.set(key, {permits: left, atMs: nowMs});
    return {
      allowed,
      limit,
      remaining: Math.floor(left),
      resetMs: (limit - left) / perMs,
      retryAfterMs: allowed ? 0 : (cost - filled) / perMs,
    };
  }
}

interface CountedRequest {
  key: string;
  limit: number;
  windowMs: number;
  nowMs: number;
  cost: number;
}

function lastToLeave(uses: readonly Use[], needed: number): Use | undefined {
  let freed = 0;
  return uses.find((use) => {
    freed += use.cost;
    return freed >= needed;
  });
}
