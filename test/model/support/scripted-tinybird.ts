import {parseJwtClaims} from '../../../src/auth/jwt-claims.js';
import type {TokenClaims} from '../../../src/auth/token-source.js';
import type {FetchLike} from '../../../src/tinybird/request-attempt.js';
import {jsonResponse, rowsResponse, textResponse} from '../../support/fake-fetch.js';
import type {ModelClock} from './model-clock.js';
import type {RateWindow} from './rate-window.js';

/**
 * How Tinybird treats requests; `deaf` answers slowly, to requests that were called off too, and
 * `garbage` with a page of HTML.
 */
export type PipeFault =
  | 'none'
  | 'unauthorized'
  | 'forbidden'
  | 'limited'
  | 'limited-told'
  | 'broken'
  | 'dropped'
  | 'slow'
  | 'stuck'
  | 'deaf'
  | 'garbage';

/** A request as it left the page. */
export interface StartedRequest {
  readonly key: string;
  readonly url: URL;
  readonly claims: TokenClaims;
  readonly atMs: number;
  readonly signal: AbortSignal | null;
}

/** Settings of a `ScriptedTinybird`. */
export interface TinybirdOptions {
  readonly clock: ModelClock;
  /** Time on the way there and back, of a request and its answer. */
  readonly roundTripMs?: () => number;
  /** Makes the limiter of each token name; none where absent. */
  readonly limit?: (() => RateWindow) | undefined;
  /** Draws the fault of one request. */
  readonly fault?: (request: StartedRequest) => PipeFault;
  /** Makes the rows of an answer. @default one with the token's fixed parameters */
  readonly rowsOf?: (claims: TokenClaims) => readonly Readonly<Record<string, unknown>>[];
  /** Sees each request before it leaves. */
  readonly onStart?: (request: StartedRequest) => void;
}

const SLOW_MS = 8_000;
const STUCK_MS = 60_000;

/** Answers with the organization and the user that the token names, and with nobody else's. */
export class ScriptedTinybird {
  isOnline = true;
  /** Refusals: of run-out tokens, and of requests above the rate. */
  expired = 0;
  limited = 0;
  answered = 0;
  readonly #options: TinybirdOptions;
  readonly #limits = new Map<string, RateWindow>();
  readonly #running = new Set<StartedRequest>();

  constructor(options: TinybirdOptions) {
    this.#options = options;
  }

  /** Requests without an answer that were not called off. */
  get running(): readonly StartedRequest[] {
    return [...this.#running].filter(({signal}) => !signal?.aborted);
  }

  readonly fetch: FetchLike = async (address, {headers, signal = null}) => {
    const {clock, onStart, roundTripMs = () => 60, fault = () => 'none'} = this.#options;
    const url = new URL(address);
    const token = new Headers(headers).get('authorization')?.replace('Bearer ', '') ?? '';
    const claims = parseJwtClaims(token);
    if (!claims) throw new TypeError(`The request to ${address} has no JWT.`);
    const key = `${url.pathname}${url.search}`;
    const request = {key, url, claims, atMs: clock.monotonic(), signal};
    onStart?.(request);
    this.#running.add(request);
    try {
      const drawn = fault(request);
      const wayMs = {slow: SLOW_MS, stuck: STUCK_MS, deaf: SLOW_MS}[drawn as string];
      const halfMs = (wayMs ?? roundTripMs()) / 2;
      await this.#travel(halfMs, drawn === 'deaf' ? null : signal);
      const answer = this.#answer(claims, drawn);
      await this.#travel(halfMs, drawn === 'deaf' ? null : signal);
      return answer;
    } finally {
      this.#running.delete(request);
    }
  };

  #travel(ms: number, signal: AbortSignal | null): Promise<void> {
    const {clock} = this.#options;
    return new Promise((resolve, reject) => {
      const stop = clock.setTimer(() => {
        signal?.removeEventListener('abort', onAbort);
        if (this.isOnline) resolve();
        else reject(new TypeError('Failed to fetch'));
      }, ms);
      const onAbort = () => {
        stop();
        reject(signal?.reason as Error);
      };
      if (signal?.aborted) onAbort();
      else signal?.addEventListener('abort', onAbort, {once: true});
    });
  }

  #answer(claims: TokenClaims, fault: PipeFault): Response {
    const {clock, limit, rowsOf} = this.#options;
    if (fault === 'dropped') throw new TypeError('Failed to fetch');
    const name = claims.name ?? '';
    const window = this.#limits.get(name) ?? limit?.();
    if (window) this.#limits.set(name, window);
    if (window && !window(clock.serverNow())) return this.#tooMany({});
    if (fault === 'limited') return this.#tooMany({});
    if (fault === 'limited-told') return this.#tooMany({'retry-after': '7'});
    if ((claims.expiresAtMs ?? 0) <= clock.serverNow()) {
      this.expired += 1;
      return jsonResponse(403, {error: 'invalid authentication token'});
    }
    if (fault === 'unauthorized') return jsonResponse(401, {error: 'Unauthorized'});
    if (fault === 'forbidden') return jsonResponse(403, {error: 'Forbidden'});
    if (fault === 'broken') return jsonResponse(500, {error: 'Oops'});
    // JSON without rows would have a part loaded first, in tasks of the browser's own.
    if (fault === 'garbage') return textResponse(200, '<p>Hello');
    this.answered += 1;
    return rowsResponse(rowsOf?.(claims) ?? [{...claims.scopes[0]?.fixedParams}]);
  }

  #tooMany(headers: Record<string, string>): Response {
    this.limited += 1;
    return jsonResponse(429, {error: 'Too many requests'}, headers);
  }
}
