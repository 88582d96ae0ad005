import type {AccessToken, Tenancy, TokenClaims, TokenSource} from '../auth/token-source.js';
import {TokenUnavailableError} from '../errors/auth-errors.js';
import type {ChartError} from '../errors/chart-error.js';
import {RateLimitedError, ServerError} from '../errors/request-errors.js';
import {systemClock, type Clock} from '../lib/clock.js';
import {timeLimit} from '../lib/time-limit.js';
import {watchCspViolations, type CspViolations} from './csp-violations.js';
import {buildEndpointRequest} from './endpoint-request.js';
import type * as ErrorResponse from './error-response.js';
import {MAX_PLAIN_WAY_MS} from './pace-window.js';
import {getSharedPacer, type Pacer} from './pacer.js';
import {PermitRefusal, type Permit, type Priority} from './permit.js';
import type {PipeRequest} from './pipe-request.js';
import type {PipeResponse} from './pipe-response.js';
import type {RequestFigures} from './request-figures.js';
import {RequestLog} from './request-log.js';
import {readExhaustedMs, readRetryAfterMs} from './rate-limit-headers.js';
import {attemptRequest, type AttemptAnswer, type FetchLike} from './request-attempt.js';
import {parsePipeResponse} from './response-schema.js';

/** Longer than the 30 s that Tinybird gives a query, so that its own answer comes first. */
const TIMEOUT_MS = 35_000;

/** Longest wait for the part that explains failures. */
const EXPLAIN_LIMIT_MS = 5_000;

/** Changes of identity during one wait after which something is broken. */
const MAX_IDENTITY_CHANGES = 5;

/** For whom and how urgently a pipe is queried. */
export interface QueryPipeOptions {
  readonly source: TokenSource;
  readonly tenancy: Tenancy;
  readonly tenantClaim: string | null;
  readonly priority: Priority;
  /** Replaces the page's `fetch`. */
  readonly fetch?: FetchLike | undefined;
  readonly signal: AbortSignal;
}

/** Rows, and the identity whose token fetched them. */
export interface PipeAnswer {
  readonly response: PipeResponse;
  readonly identityKey: string;
}

/** Collaborators of a `TinybirdClient`. */
export interface TinybirdClientOptions {
  readonly pacer?: Pacer;
  readonly clock?: Clock;
  readonly violations?: CspViolations;
  /** Loads what explains failures, with the first one: most pages never need it. */
  readonly loadErrors?: () => Promise<
    Pick<typeof ErrorResponse, 'toResponseError' | 'rateLimitCauses'>
  >;
}

/** Asks Tinybird: token, permit, request, answer, and one more token when the first is refused. */
export class TinybirdClient {
  readonly pacer: Pacer;
  readonly #log = new RequestLog();
  readonly #clock: Clock;
  readonly #violations: CspViolations;
  readonly #loadErrors: NonNullable<TinybirdClientOptions['loadErrors']>;

  constructor(options: TinybirdClientOptions = {}) {
    this.#clock = options.clock ?? systemClock;
    this.pacer = options.pacer ?? getSharedPacer();
    this.#loadErrors = options.loadErrors ?? (() => import('./error-response.js'));
    this.#violations = options.violations ?? watchCspViolations(this.#clock);
  }

  /** Tells about the requests of this page, and those of one query and its token. */
  inspect(request: PipeRequest, claims: TokenClaims | null): RequestFigures {
    return {
      pace: this.pacer.inspect(toBucket(request.host, claims)),
      lastStatus: this.#log.latest(request)?.status ?? null,
      requestsInLastMinute: this.#log.countRecent(this.#clock.monotonic()),
    };
  }

  /**
   * Fetches the rows of a pipe. `request.host` has to come from `parseHost`. A refused token is
   * replaced once; nothing else is retried here.
   *
   * @throws {ChartError} as token source, Tinybird or network fail; `signal.reason` when aborted.
   */
  async queryPipe(request: PipeRequest, options: QueryPipeOptions): Promise<PipeAnswer> {
    const sinceMs = this.#clock.monotonic();
    let rejected: AccessToken | undefined;
    let refused: AttemptAnswer | undefined;
    for (let changes = 0; changes < MAX_IDENTITY_CHANGES;) {
      const {source, tenancy, tenantClaim, signal} = options;
      const {pipe} = request;
      const token = await source.requestToken({pipe, tenancy, tenantClaim, rejected, signal});
      if (refused && token.value === rejected?.value)
        throw await this.#explain(refused, request, token);
      const permit = await this.#acquire(request, token, sinceMs, options);
      if (signal.aborted || !isStillRight(token, source)) {
        permit.giveBack();
        signal.throwIfAborted();
        // A token that merely ran out in a long queue is replaced as often as that takes.
        if (!isSameIdentity(token, source)) changes += 1;
        continue;
      }
      const answer = await this.#send(request, token, permit, options);
      const {identityKey} = token;
      if (answer.status >= 200 && answer.status < 300) {
        return {response: await parsePipeResponse(pipe, answer.body, signal), identityKey};
      }
      const isRefused = answer.status === 401 || answer.status === 403;
      if (!isRefused || rejected) throw await this.#explain(answer, request, token);
      rejected = token;
      refused = answer;
    }
    throw new TokenUnavailableError('The identity kept changing while a token was waited for.');
  }

  async #acquire(
    request: PipeRequest,
    token: AccessToken,
    sinceMs: number,
    {priority, signal}: QueryPipeOptions,
  ): Promise<Permit> {
    const {claims} = token;
    try {
      return await this.pacer.acquire({
        bucket: toBucket(request.host, claims),
        requestsPerSecond: claims?.requestsPerSecond ?? null,
        ...(request.host.startsWith('http:') && {maxWayMs: MAX_PLAIN_WAY_MS}),
        priority,
        sinceMs,
        signal,
      });
    } catch (error) {
      if (!(error instanceof PermitRefusal)) throw error;
      throw await this.#toRateLimited(request, token, error.retryAfterMs);
    }
  }

  async #toRateLimited(
    {host, pipe}: PipeRequest,
    {claims}: AccessToken,
    retryAfterMs: number,
  ): Promise<RateLimitedError> {
    const pace = this.pacer.inspect(toBucket(host, claims));
    const causes = await this.#errors().then(
      ({rateLimitCauses}) => rateLimitCauses(pace, claims),
      () => [],
    );
    const message = `Tinybird limits the rate of requests to "${pipe}".`;
    return new RateLimitedError(message, {pipe, status: 429, retryAfterMs, causes});
  }

  /** A failure is told without its explanation where that hangs on the network. */
  #errors(): ReturnType<NonNullable<TinybirdClientOptions['loadErrors']>> {
    const late = () => new Error('What explains failures does not arrive.');
    return timeLimit(this.#loadErrors(), EXPLAIN_LIMIT_MS, this.#clock, late);
  }

  async #explain(
    answer: AttemptAnswer,
    request: PipeRequest,
    token: AccessToken,
  ): Promise<ChartError> {
    try {
      const {toResponseError} = await this.#errors();
      return toResponseError(answer, request, token, this.#clock.now());
    } catch (cause) {
      const {status} = answer;
      const {pipe} = request;
      return new ServerError(`Tinybird answered ${status} for "${pipe}".`, {pipe, status, cause});
    }
  }

  async #send(
    request: PipeRequest,
    token: AccessToken,
    permit: Permit,
    {signal, fetch = pageFetch}: QueryPipeOptions,
  ): Promise<AttemptAnswer> {
    const logged = this.#log.add(request, this.#clock.monotonic());
    let answer: AttemptAnswer;
    try {
      answer = await attemptRequest(buildEndpointRequest(request, token.value), {
        pipe: request.pipe,
        fetch,
        clock: this.#clock,
        violations: this.#violations,
        timeoutMs: TIMEOUT_MS,
        signal,
      });
    } catch (error) {
      permit.finish();
      throw error;
    }
    const {headers} = answer;
    logged.status = answer.status;
    const nowMs = this.#clock.now();
    if (answer.status !== 429) {
      permit.finish(readExhaustedMs(headers, nowMs));
      return answer;
    }
    const waitMs = permit.refuse(readRetryAfterMs(headers, nowMs));
    throw await this.#toRateLimited(request, token, waitMs);
  }
}

/** Same text for what Tinybird counts together: the `name` of a workspace's JWTs (docs, JWT page). */
function toBucket(host: string, claims: TokenClaims | null): string {
  return JSON.stringify([host, claims?.workspaceId, claims?.name]);
}

/** Looked up at each call, so that a `fetch` patched by the page is the one used. */
function pageFetch(url: string, init: RequestInit): Promise<Response> {
  return globalThis.fetch(url, init);
}

function isStillRight(token: AccessToken, source: TokenSource): boolean {
  return isSameIdentity(token, source) && source.isUsable(token);
}

function isSameIdentity({identityKey}: AccessToken, {state}: TokenSource): boolean {
  return state.status === 'signed-in' && state.identity.key === identityKey;
}
