import {ChartError, type ChartErrorDetails} from './chart-error.js';

/** Tinybird refused the token itself (401 or 403: expired, wrongly signed, wrong region). */
export class TokenRejectedError extends ChartError {
  constructor(message: string, details?: ChartErrorDetails) {
    super('token-rejected', message, details);
  }
}

/** The token's claims prove that it may not read this pipe. */
export class PipeForbiddenError extends ChartError {
  constructor(message: string, details?: ChartErrorDetails) {
    super('pipe-forbidden', message, details);
  }
}

/** The workspace has no published endpoint of this name. */
export class PipeNotFoundError extends ChartError {
  constructor(message: string, details?: ChartErrorDetails) {
    super('pipe-not-found', message, details);
  }
}

/** Tinybird refused the parameters (400). */
export class InvalidParamsError extends ChartError {
  constructor(message: string, details?: ChartErrorDetails) {
    super('invalid-params', message, details);
  }
}

/** Too many requests (429); `retryAfterMs` says when to come back. */
export class RateLimitedError extends ChartError {
  constructor(message: string, details?: ChartErrorDetails) {
    super('rate-limited', message, {...details, retryable: true});
  }
}

/** The query ran longer than Tinybird (408) or this package allows. */
export class QueryTimeoutError extends ChartError {
  constructor(message: string, details?: ChartErrorDetails) {
    super('query-timeout', message, {...details, retryable: true});
  }
}

/** The page's Content-Security-Policy forbids the request or the script. */
export class CspBlockedError extends ChartError {
  constructor(message: string, details?: ChartErrorDetails) {
    super('csp-blocked', message, details);
  }
}

/** Tinybird failed (5xx). */
export class ServerError extends ChartError {
  constructor(message: string, details?: ChartErrorDetails) {
    super('server', message, {...details, retryable: true});
  }
}

/** The answer is not what a pipe endpoint sends. `issues` lists where it differs. */
export class UnexpectedResponseError extends ChartError {
  readonly issues: readonly string[];

  constructor(message: string, details?: ChartErrorDetails & {issues?: readonly string[]}) {
    super('unexpected-response', message, details);
    this.issues = details?.issues ?? [];
  }
}
