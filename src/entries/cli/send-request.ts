import {CliError} from './cli-error.js';

const TIMEOUT_MS = 20_000;

/** An answer, whatever its status. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The body as JSON where it is some, else its text. */
  readonly body: unknown;
}

/** A request that a command sends. */
export interface OutgoingRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
}

/** No answer came; the message says of whom and why. */
export class UnreachableError extends CliError {
  /** What to look at first. */
  declare readonly fix: string;

  constructor(origin: string, reason: string, fix: string, options?: ErrorOptions) {
    super(`${origin} ${reason}`, 1, {...options, fix});
  }
}

/**
 * Sends a request that follows no redirect, since it may carry a secret.
 * @throws {UnreachableError} when there is no answer within 20 s.
 */
export async function sendRequest(
  send: typeof fetch,
  url: URL,
  {method = 'GET', headers = {}, json}: OutgoingRequest = {},
): Promise<HttpAnswer> {
  try {
    const response = await send(url, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {...headers, ...(json !== undefined && {'content-type': 'application/json'})},
      ...(json !== undefined && {body: JSON.stringify(json)}),
    });
    return {
      status: response.status,
      headers: response.headers,
      body: toBody(await response.text()),
    };
  } catch (error) {
    throw toUnreachable(url.origin, error);
  }
}

function toBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function toUnreachable(origin: string, error: unknown): UnreachableError {
  const options = {cause: error};
  const cause = error instanceof Error ? (error.cause as {code?: unknown} | undefined) : undefined;
  const code = typeof cause?.code === 'string' ? cause.code : '';
  if (error instanceof Error && error.name === 'TimeoutError') {
    return new UnreachableError(origin, 'did not answer in time', NETWORK, options);
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new UnreachableError(
      origin,
      'has no address (DNS)',
      `Check its spelling. ${NETWORK}`,
      options,
    );
  }
  if (code === 'ECONNREFUSED') {
    return new UnreachableError(
      origin,
      'refuses connections',
      'Check that it runs there.',
      options,
    );
  }
  return new UnreachableError(origin, `cannot be reached${code && ` (${code})`}`, NETWORK, options);
}

const NETWORK = 'Check the network, its proxy and its certificates.';
