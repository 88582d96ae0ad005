import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';
import {answerText} from './bench-rows.js';

const SCRIPT_FOLDER = fileURLToPath(new URL('../../dist/cdn', import.meta.url));

/** A page's answer: text that is sent compressed, as real hosts do. */
interface Stored {
  readonly type: string;
  readonly gzip: Buffer;
}

/** Serves pages, scripts and pipes without a database, so that only the browser is measured. */
export interface BenchServer {
  readonly origin: string;
  /** Requests for pipes since the last reset, preflights apart. */
  readonly pipeRequests: number;
  put(path: string, type: string, text: string): string;
  resetCounts(): void;
  close(): Promise<void>;
}

/**
 * Starts it on a free port of loopback. `/v0/pipes/NAME.json?rows=1000` answers that many rows of
 * `timestamp` and `value`; another `version` gives other values.
 */
export async function startBenchServer(): Promise<BenchServer> {
  const stored = new Map<string, Stored>();
  let pipeRequests = 0;
  const store = (type: string, text: string | Buffer) => ({type, gzip: gzipSync(text, {level: 9})});
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname.startsWith('/v0/pipes/')) {
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('access-control-allow-headers', '*, authorization');
      response.setHeader('access-control-max-age', '600');
      if (request.method === 'OPTIONS') return void response.writeHead(204).end();
      pipeRequests += 1;
      const rows = Number(url.searchParams.get('rows') ?? 500);
      const version = Number(url.searchParams.get('version') ?? pipeRequests);
      response.setHeader('content-type', 'application/json');
      return void response.end(answerText(rows, version));
    }
    const script = url.pathname.match(
      /^\/tinybird-chart\/(tinybird-chart\.js|chunks\/[\w.-]+\.js)$/,
    )?.[1];
    if (script && !stored.has(url.pathname))
      stored.set(url.pathname, store('text/javascript', readFileSync(join(SCRIPT_FOLDER, script))));
    const found = stored.get(url.pathname);
    if (!found) return void response.writeHead(404).end();
    response.setHeader('content-type', found.type);
    response.setHeader('content-encoding', 'gzip');
    response.setHeader('cache-control', 'max-age=600');
    response.end(found.gzip);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    get pipeRequests() {
      return pipeRequests;
    },
    put: (path, type, text) => {
      stored.set(path, store(`${type}; charset=utf-8`, text));
      return `${origin}${path}`;
    },
    resetCounts: () => (pipeRequests = 0),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
