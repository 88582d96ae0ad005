import {readFile} from 'node:fs/promises';
import {type IncomingMessage, request as sendRequest, type ServerResponse} from 'node:http';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {listenLocally} from '../../../demo/stack/http/listen.js';

const SCRIPT_FOLDER = fileURLToPath(new URL('../../../dist/cdn', import.meta.url));
// /tinybird-chart.js, /chunks/shell-5LZBPQoJ.js
const SCRIPT_PATH = /^\/(?:chunks\/)?[\w.-]+\.js$/;

/** What the host answers for a path. */
export interface HostedAnswer {
  readonly body: string;
  /** @default 200 */
  readonly status?: number;
  /** @default an HTML content type */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request that reached the host. */
export interface HostedRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
}

/** An origin of a test's own. */
export interface PageHost {
  readonly origin: string;
  /** Every request but those for scripts and Clerk, oldest first. */
  readonly requests: readonly HostedRequest[];
  /** Sets what a path answers; returns its address. */
  put(path: string, answer: HostedAnswer): string;
  close(): Promise<void>;
}

/**
 * Starts a server on loopback for pages that tests write; it has the built script at
 * `/tinybird-chart.js` and passes `/__clerk` on. Real pages, as Chromium refuses loopback requests
 * to those that the test fulfils itself.
 *
 * @param clerkUrl Where `/__clerk` goes; null for a stranger's origin.
 */
export async function startPageHost(clerkUrl: string | null): Promise<PageHost> {
  const answers = new Map<string, HostedAnswer>();
  const requests: HostedRequest[] = [];

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const {url = '/', method = 'GET'} = request;
    const path = url.split('?')[0] ?? '/';
    if (clerkUrl && path.startsWith('/__clerk/')) {
      passOn(request, response, clerkUrl);
      return;
    }
    if (clerkUrl && SCRIPT_PATH.test(path)) {
      const script = await readFile(join(SCRIPT_FOLDER, path));
      response.writeHead(200, {'content-type': 'text/javascript; charset=utf-8'}).end(script);
      return;
    }
    requests.push({method, path: url, authorization: request.headers.authorization});
    const {body, status = 200, headers} = answers.get(path) ?? {body: 'Not here', status: 404};
    response.writeHead(status, {'content-type': 'text/html; charset=utf-8', ...headers}).end(body);
  };
  const server = await listenLocally(0, (request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  const origin = `http://localhost:${server.port}`;
  return {
    origin,
    requests,
    put: (path, given) => {
      answers.set(path, given);
      return `${origin}${path}`;
    },
    close: () => server.close(),
  };
}

function passOn(request: IncomingMessage, response: ServerResponse, clerkUrl: string): void {
  const {method, url = '/', headers} = request;
  const outgoing = sendRequest(`${clerkUrl}${url}`, {method, headers}, (incoming) => {
    response.writeHead(incoming.statusCode ?? 502, incoming.headers);
    incoming.pipe(response);
  });
  // A fault of the stand-in may drop the connection: the page sees the same.
  outgoing.on('error', () => response.destroy());
  request.pipe(outgoing);
}
