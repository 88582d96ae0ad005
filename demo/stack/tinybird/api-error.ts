import type {QueryError} from './query-error.js';
import {TIMEOUT_EXCEEDED} from './query-error.js';

const DOCUMENTATION = 'https://www.tinybird.co/docs/api-reference';

/** What an `ApiError` carries beside its message. */
export interface ApiErrorOptions extends ErrorOptions {
  /** @default the API reference */
  documentation?: string;
  headers?: Readonly<Record<string, string>>;
  /** Sent instead of `{error, documentation}`. */
  body?: unknown;
}

/** A refusal as the API states it: a status and `{"error": …, "documentation": …}`. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON body to send. */
  readonly body: unknown;

  constructor(status: number, message: string, options: ApiErrorOptions = {}) {
    super(message, options);
    this.status = status;
    this.headers = options.headers ?? {};
    this.body = options.body ?? {
      error: message,
      documentation: options.documentation ?? `${DOCUMENTATION}/overview`,
    };
  }
}

/** Turns a failed query into the API's answer: 408 when it took too long, else 400, number in a header. */
export function fromQueryError(error: QueryError): ApiError {
  const headers = error.code > 0 ? {'X-DB-Exception-Code': String(error.code)} : {};
  const name = error.codeName ? ` (${error.codeName})` : '';
  return new ApiError(
    error.code === TIMEOUT_EXCEEDED ? 408 : 400,
    `[Error] ${error.message}${name}`,
    {
      cause: error,
      headers,
      documentation: `${DOCUMENTATION}/pipe-api`,
    },
  );
}
