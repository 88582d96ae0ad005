import {NetworkError} from '../errors/network-error.js';
import {CspBlockedError, QueryTimeoutError} from '../errors/request-errors.js';
import type {Clock} from '../lib/clock.js';
import {setPatientTimer} from '../lib/patient-timer.js';
import type {CspViolations} from './csp-violations.js';
import type {EndpointRequest} from './endpoint-request.js';

/** The part of `fetch` that is used; pages may bring their own. */
export type FetchLike = (url: string, init: RequestInit) => Promise<Response>;

/** An answer with its body, whatever its status. */
export interface AttemptAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** What one attempt works with. */
export interface AttemptOptions {
  readonly pipe: string;
  readonly fetch: FetchLike;
  readonly clock: Clock;
  readonly violations: CspViolations;
  /** Time for headers and body together. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/**
 * Sends one HTTP request and reads the whole answer.
 *
 * @throws {QueryTimeoutError} when `timeoutMs` is over.
 * @throws {CspBlockedError} when the page's policy forbids the address.
 * @throws {NetworkError} when no answer came; `signal.reason` when aborted.
 */
export async function attemptRequest(
  {url, init}: EndpointRequest,
  {pipe, fetch, clock, violations, timeoutMs, signal}: AttemptOptions,
): Promise<AttemptAnswer> {
  signal.throwIfAborted();
  const attempt = new AbortController();
  const onAbort = () => attempt.abort(signal.reason);
  signal.addEventListener('abort', onAbort);
  const onTimeout = () => {
    const message = `Pipe "${pipe}" gave no answer within ${timeoutMs / 1000} s.`;
    attempt.abort(new QueryTimeoutError(message, {pipe}));
  };
  const stopTimer = setPatientTimer(clock, onTimeout, timeoutMs);
  try {
    const response = await fetch(url, {...init, signal: attempt.signal});
    const body = await readBody(response);
    attempt.signal.throwIfAborted();
    return {status: response.status, headers: response.headers, body};
  } catch (cause) {
    if (attempt.signal.aborted) throw attempt.signal.reason;
    const {origin} = new URL(url);
    const isBlocked = await violations.hasBlocked(origin);
    signal.throwIfAborted();
    if (isBlocked) {
      throw new CspBlockedError(
        `This page's Content-Security-Policy blocks requests to ${origin}. Add it to connect-src.`,
        {pipe},
      );
    }
    throw new NetworkError(
      `The request for "${pipe}" got no answer from ${origin}: no network, a blocker or CORS.`,
      {pipe, cause},
    );
  } finally {
    stopTimer();
    signal.removeEventListener('abort', onAbort);
  }
}

/** Piece by piece, as `text()` decodes all of a large body in one task. */
async function readBody(response: Response): Promise<string> {
  // What stands in for a response may have no stream.
  const reader = response.body?.getReader();
  if (!reader) return response.text();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const {done, value} = await reader.read();
    text += decoder.decode(value, {stream: !done});
    if (done) return text;
  }
}
