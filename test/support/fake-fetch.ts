import type {FetchLike} from '../../src/tinybird/request-attempt.js';

/** One request that reached the fake network. */
export interface RecordedRequest {
  readonly url: URL;
  readonly init: RequestInit;
  /** What was sent as Bearer. */
  readonly token: string;
  /** Monotonic time of the start, by the clock given. */
  readonly atMs: number;
  /** Answers a request whose route said nothing. */
  respond(response: Response): void;
  /** Breaks the connection. */
  drop(): void;
}

/** Says how a path is answered; undefined leaves the answer to the test. */
export type Route = (request: RecordedRequest) => Response | undefined;

/** A network of listed paths, which records what it is asked. */
export interface FakeFetch {
  readonly fetch: FetchLike;
  readonly requests: readonly RecordedRequest[];
  /** The latest request. */
  readonly last: RecordedRequest;
}

/** Makes a `fetch` that knows only `routes` (by path); any other address fails the test. */
export function fakeFetch(
  routes: Record<string, Route>,
  clock: {monotonic(): number} = {monotonic: () => 0},
): FakeFetch {
  const requests: RecordedRequest[] = [];
  return {
    requests,
    get last() {
      const last = requests.at(-1);
      if (!last) throw new Error('Nothing was requested.');
      return last;
    },
    fetch: (address, init) =>
      new Promise((resolve, reject) => {
        const url = new URL(address);
        const signal = init.signal;
        signal?.addEventListener('abort', () => reject(signal.reason as Error));
        const authorization = new Headers(init.headers).get('authorization') ?? '';
        const request: RecordedRequest = {
          url,
          init,
          token: authorization.replace('Bearer ', ''),
          atMs: clock.monotonic(),
          respond: resolve,
          drop: () => reject(new TypeError('Failed to fetch')),
        };
        requests.push(request);
        const route = routes[url.pathname];
        if (!route) {
          // Thrown here it would be a network error, which is retried in silence.
          reportError(new Error(`Unlisted request: ${address}`));
          request.drop();
          return;
        }
        const response = route(request);
        if (response) resolve(response);
      }),
  };
}

/** A pipe's answer with the given rows; columns are told from the first row. */
export function rowsResponse(
  data: readonly Record<string, unknown>[] = [{day: '2026-01-01', visits: 1}],
  headers: Record<string, string> = {},
): Response {
  const meta = Object.entries(data[0] ?? {}).map(([name, value]) => ({
    name,
    type: typeof value === 'number' ? 'UInt64' : 'String',
  }));
  const statistics = {elapsed: 0.001, rows_read: data.length, bytes_read: 8 * data.length};
  return jsonResponse(200, {meta, data, rows: data.length, statistics}, headers);
}

/** An answer with a JSON body, ready to be read at once. */
export function jsonResponse(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Response {
  return textResponse(status, JSON.stringify(body), headers);
}

/** An answer with any body. */
export function textResponse(
  status: number,
  body: string,
  headers: Record<string, string> = {},
): Response {
  const response = new Response(status === 204 ? null : body, {status, headers});
  // A real body is read in tasks of the browser's own, which a fake clock does not wait for.
  response.text = () => Promise.resolve(body);
  Object.defineProperty(response, 'body', {value: null});
  return response;
}
