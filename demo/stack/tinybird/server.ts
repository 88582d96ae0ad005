import type {IncomingMessage, ServerResponse} from 'node:http';
import {mkdirSync} from 'node:fs';
import {join, resolve} from 'node:path';

import {FaultRules} from '../faults.js';
import {answerControl} from '../http/control-routes.js';
import {listenLocally} from '../http/listen.js';
import {BodyTooLargeError} from '../http/read-body.js';
import type {RequestLogEntry} from '../http/request-log.js';
import {RequestLog} from '../http/request-log.js';
import {sendBody, sendJson} from '../http/send.js';
import {ApiError} from './api-error.js';
import {ChdbEngine} from './chdb-engine.js';
import {checkPipes} from './check-pipes.js';
import {allowEveryOrigin, answerPreflight} from './cors.js';
import type {Project} from './load-project.js';
import {loadProject} from './load-project.js';
import {QueryAllowance} from './query-allowance.js';
import {answerRoute, senderOf} from './routes.js';
import type {ServerOptions} from './server-options.js';
import {changeOptions, serverOptionsSchema} from './server-options.js';
import type {FillResult} from './stored-data.js';
import {fillStoredData} from './stored-data.js';

/** How to start the Tinybird stand-in. */
export interface TinybirdStart {
  /** @default 0, a free port */
  port?: number;
  /** Where data is kept between starts; one process at a time. @default `.stack` in the working directory */
  dataDir?: string;
  /** Folder of `.datasource`, `.pipe` and `seed/*.sql` files. */
  projectDir: string;
  options?: Partial<ServerOptions>;
  /** Shared with the Clerk stand-in where both run. */
  faults?: FaultRules;
  /** @default the system clock */
  clock?: {now(): number};
  /** Takes one line at a time. @default nothing is logged */
  log?: (line: string) => void;
}

/** The running Tinybird stand-in. */
export interface TinybirdStandIn {
  url: string;
  project: Project;
  faults: FaultRules;
  requests: RequestLog;
  /** What the start did and how long it took. */
  stats: {data: FillResult; startMs: number};
  /** Changes options while it runs. @throws {ZodError} for unknown names and wrong values. */
  setOptions(changes: Partial<ServerOptions>): void;
  close(): Promise<void>;
}

/**
 * Starts a stand-in for Tinybird's API on 127.0.0.1, with ClickHouse in this process.
 * @throws {ProjectError} with `file:line: reason` for each data file that cannot be loaded.
 * @throws {EngineUnavailableError} where ClickHouse cannot run.
 * @throws {PortInUseError} when the port is taken.
 */
export async function startTinybird(start: TinybirdStart): Promise<TinybirdStandIn> {
  const {port = 0, clock = Date, faults = new FaultRules(), log} = start;
  const startedAtMs = performance.now();
  const directory = resolve(start.dataDir ?? '.stack', 'tinybird');
  const project = loadProject(start.projectDir);
  mkdirSync(directory, {recursive: true});
  const engine = await ChdbEngine.open(join(directory, 'clickhouse'));
  try {
    const data = await fillStoredData(engine, project, directory, clock.now());
    for (const warning of await checkPipes(engine, project)) log?.(warning);

    let options = serverOptionsSchema.parse(start.options ?? {});
    const setOptions = (changes: unknown): void => {
      options = changeOptions(options, changes);
    };
    const requests = new RequestLog();
    const filter = faults.forServer('tinybird');
    const allowance = new QueryAllowance();

    const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      const url = new URL(`${server.url}${request.url ?? '/'}`);
      if (isControlPath(url)) {
        const controlled = {faults, requests, options: {read: () => options, change: setOptions}};
        await answerControl(request, response, controlled);
        return;
      }
      const nowMs = clock.now() + options.clockSkewMs + filter.clockSkewMs;
      response.setHeader('Date', new Date(nowMs).toUTCString());
      allowEveryOrigin(response, options);
      const entry = logWhenClosed(request, response, url, requests, nowMs);
      if ((await filter.apply(request, response)) === 'handled') return;
      if (request.method === 'OPTIONS') {
        allowance.notePreflight(senderOf(request, url));
        answerPreflight(response, options);
        return;
      }
      const context = {engine, project, allowance, options, nowMs, entry};
      const {status, contentType, body, headers} = await answerRoute(request, url, context);
      for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
      sendBody(response, status, contentType, body);
    };

    const server = await listenLocally(port, (request, response) => {
      answer(request, response).catch((error: unknown) => sendError(response, error, log));
    });
    const stats = {data, startMs: Math.round(performance.now() - startedAtMs)};
    log?.(`Tinybird stand-in at ${server.url} (${project.pipes.size} pipes, data ${data})`);
    const close = async (): Promise<void> => {
      await server.close();
      await engine.close();
    };
    return {url: server.url, project, faults, requests, stats, setOptions, close};
  } catch (error) {
    await engine.close();
    throw error;
  }
}

function sendError(
  response: ServerResponse,
  error: unknown,
  log: ((line: string) => void) | undefined,
): void {
  if (error instanceof ApiError) {
    for (const [name, value] of Object.entries(error.headers)) response.setHeader(name, value);
    sendJson(response, error.status, error.body);
  } else if (error instanceof BodyTooLargeError) {
    sendJson(response, 413, new ApiError(413, error.message).body);
  } else {
    log?.(`Unexpected failure: ${error instanceof Error ? error.stack : String(error)}`);
    sendJson(response, 500, new ApiError(500, 'Unexpected failure of the local stack').body);
  }
}

function isControlPath(url: URL): boolean {
  return ['/__faults', '/__options', '/__requests'].includes(url.pathname);
}

function logWhenClosed(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  requests: RequestLog,
  nowMs: number,
): RequestLogEntry {
  const beganAtMs = performance.now();
  const entry: RequestLogEntry = {
    time: new Date(nowMs).toISOString(),
    method: request.method ?? '',
    path: url.pathname,
    status: 0,
    durationMs: 0,
    ...(request.headers.origin ? {origin: request.headers.origin} : {}),
  };
  response.once('close', () => {
    entry.status = response.headersSent ? response.statusCode : 0;
    entry.durationMs = Math.round(performance.now() - beganAtMs);
    requests.add(entry);
  });
  return entry;
}
