import type {PipeRequest} from './pipe-request.js';

/** How long requests are remembered. */
export const LOG_MS = 60_000;

/** One request that was sent. */
export interface LoggedRequest {
  /** Monotonic time of the start. */
  readonly atMs: number;
  /** Null until the answer is there, and for good where none came. */
  status: number | null;
}

/** Remembers the requests of the last minute, and the latest one of each query. */
export class RequestLog {
  #recent: LoggedRequest[] = [];
  readonly #latest = new WeakMap<PipeRequest, LoggedRequest>();

  /** Notes that a request starts now; its status is to be filled in. */
  add(request: PipeRequest, nowMs: number): LoggedRequest {
    const logged = {atMs: nowMs, status: null};
    this.#recent = this.#recent.filter(({atMs}) => nowMs - atMs < LOG_MS);
    this.#recent.push(logged);
    this.#latest.set(request, logged);
    return logged;
  }

  /** Number of requests in the minute before `nowMs`. */
  countRecent(nowMs: number): number {
    return this.#recent.filter(({atMs}) => nowMs - atMs < LOG_MS).length;
  }

  /** The latest request for this very query object, or null. */
  latest(request: PipeRequest): LoggedRequest | null {
    return this.#latest.get(request) ?? null;
  }
}
