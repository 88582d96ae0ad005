import {ApiError} from './api-error.js';
import type {PipeGrant} from './authorize.js';
import {RateLimiter} from './rate-limiter.js';
import type {ServerOptions} from './server-options.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** One request that wants to query. */
export interface AllowanceRequest {
  grant: PipeGrant;
  options: ServerOptions;
  nowMs: number;
  /** Who sends from where, to find the preflight that went before. */
  sender: string;
}

/** Counts queries against the JWT's rps, anew with each change of options, and the workspace's daily quota. */
export class QueryAllowance {
  #limiter = new RateLimiter('fixed');
  /** Those since which the limiter counts. */
  #options: ServerOptions | null = null;
  #day = 0;
  #queriesToday = 0;
  readonly #preflights = new Map<string, number>();

  /** Remembers a preflight, which names no token, until the request it announces. */
  notePreflight(sender: string): void {
    this.#preflights.set(sender, (this.#preflights.get(sender) ?? 0) + 1);
  }

  /**
   * Counts a query and returns the headers that tell what is left.
   * @throws {ApiError} 429 with the same headers and `Retry-After`.
   */
  take(request: AllowanceRequest): Record<string, string> {
    const headers = this.#takeFromRate(request);
    this.#takeFromDay(request);
    return headers;
  }

  #takeFromRate({grant, options, nowMs, sender}: AllowanceRequest): Record<string, string> {
    const preflights = this.#preflights.get(sender) ?? 0;
    this.#preflights.delete(sender);
    if (!grant.limit) return {};
    if (options !== this.#options) {
      this.#options = options;
      this.#limiter = new RateLimiter(options.rateWindow);
    }
    const {name, requestsPerSecond} = grant.limit;
    const decision = this.#limiter.take({
      key: name,
      requestsPerSecond,
      nowMs,
      cost: 1 + (options.countPreflights ? preflights : 0),
    });
    const headers = {
      'X-RateLimit-Limit': String(decision.limit),
      'X-RateLimit-Remaining': String(decision.remaining),
      'X-RateLimit-Reset': String(Math.ceil(decision.resetMs / 1000)),
    };
    if (decision.allowed) return options.rateHeaders === 'absent' ? {} : headers;
    const text = `Too many requests: the token's limit is ${requestsPerSecond} requests per second`;
    throw refusal(text, decision.retryAfterMs, headers, options, nowMs);
  }

  #takeFromDay({options, nowMs}: AllowanceRequest): void {
    const day = Math.floor(nowMs / DAY_MS);
    if (day !== this.#day) this.#queriesToday = 0;
    this.#day = day;
    const limit = options.dailyQueryLimit;
    if (limit !== null && this.#queriesToday >= limit) {
      const text = `Too many requests: the workspace's limit is ${limit} queries per day`;
      throw refusal(text, (day + 1) * DAY_MS - nowMs, {}, options, nowMs);
    }
    this.#queriesToday += 1;
  }
}

function refusal(
  text: string,
  retryAfterMs: number,
  headers: Readonly<Record<string, string>>,
  options: ServerOptions,
  nowMs: number,
): ApiError {
  if (options.rateHeaders === 'absent') return new ApiError(429, text);
  const waitS = Math.max(1, Math.ceil(retryAfterMs / 1000));
  const retryAfter =
    options.retryAfterFormat === 'seconds'
      ? String(waitS)
      : new Date(Math.ceil(nowMs / 1000 + waitS) * 1000).toUTCString();
  return new ApiError(429, text, {headers: {...headers, 'Retry-After': retryAfter}});
}
