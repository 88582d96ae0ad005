import type {IncomingMessage, ServerResponse} from 'node:http';
import {accountRoutes} from './account-routes.js';
import {allowLoopbackOrigins, writeError, writeJson, writeScript} from './answer-writer.js';
import {answerBackendApi, isBackendPath} from './backend-api.js';
import type {Browser} from './browser-registry.js';
import {sessionTokensFor} from './clerk-core.js';
import type {ClerkCore} from './clerk-core.js';
import {clientRoutes} from './client-routes.js';
import {applyControl, describeSessions, parseControlRequest} from './control.js';
import {notFound} from './fapi-answer.js';
import type {FapiAnswer} from './fapi-answer.js';
import {toFapiRequest} from './fapi-request.js';
import type {FapiRequest} from './fapi-request.js';
import {readPackageFile} from './package-files.js';
import type {RequestLog} from './request-log.js';
import {clientJson} from './client-json.js';
import {matchRoute} from './route-table.js';
import {tokenRoutes} from './token-routes.js';

/** Path under which a page server passes requests on, and the `proxyUrl` for clerk-js. */
export const CLERK_PROXY_PATH = '/__clerk';

/** Faults ordered for the stand-in: answers in its place, and a clock that is wrong. */
export interface ClerkFaults {
  apply(request: IncomingMessage, response: ServerResponse): Promise<'handled' | 'pass'>;
  /** How far the server's clock is ahead. @default 0 */
  readonly clockSkewMs?: number;
}

/** Options of {@link createRequestListener}. */
export interface RequestListenerOptions {
  readonly core: ClerkCore;
  readonly requestLog: RequestLog;
  readonly faults?: ClerkFaults | undefined;
}

/** Answers every request of the stand-in; never rejects. */
export function createRequestListener({core, requestLog, faults}: RequestListenerOptions) {
  const routes = [...clientRoutes(core), ...tokenRoutes(core), ...accountRoutes(core)];

  async function answer(request: FapiRequest, response: ServerResponse): Promise<void> {
    if (request.path === '/__control') return answerControl(request, response);
    if (request.path === '/__requests') {
      answerRequestLog(request, response);
      return;
    }
    const script = await readPackageFile(request.path);
    if (script) {
      writeScript(response, script);
      return;
    }
    if (isBackendPath(request)) {
      writeJson(response, 200, await answerBackendApi(core, request));
      return;
    }
    const match = matchRoute(routes, request);
    if (!match) throw notFound(`${request.method} ${request.path}`);
    const browser = core.browsers.identify(request);
    const result = await match.route.run({request, browser, params: match.params});
    const cookies = core.browsers.cookies(browser);
    if (cookies.length > 0) response.setHeader('set-cookie', cookies);
    writeJson(response, 200, await envelope(result, request, browser));
  }

  async function envelope(result: FapiAnswer, request: FapiRequest, browser: Browser) {
    if (result.kind === 'bare') return result.body;
    const hasClient = result.piggyback && request.method !== 'GET' && browser.client;
    const client = hasClient
      ? await clientJson(core.directory, hasClient, sessionTokensFor(core, request.origin))
      : null;
    return {response: result.response, client};
  }

  async function answerControl(request: FapiRequest, response: ServerResponse): Promise<void> {
    if (request.method === 'POST')
      applyControl(core, parseControlRequest(await request.readText()));
    writeJson(response, 200, {sessions: describeSessions(core.store)});
  }

  function answerRequestLog(request: FapiRequest, response: ServerResponse): void {
    if (request.method === 'DELETE') requestLog.clear();
    writeJson(response, 200, requestLog.entries);
  }

  return async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const request = toFapiRequest(incoming, CLERK_PROXY_PATH);
      logWhenDone(request, response);
      allowLoopbackOrigins(incoming, response);
      if (request.method === 'OPTIONS') response.writeHead(204).end();
      else if ((await faults?.apply(incoming, response)) === 'handled') return;
      else await answer(request, response);
    } catch (error) {
      writeError(response, error);
    }
  };

  function logWhenDone({method, path}: FapiRequest, response: ServerResponse): void {
    if (path.startsWith('/__')) return;
    response.once('close', () => {
      // A connection that a fault drops has no status.
      const status = response.headersSent ? response.statusCode : 0;
      requestLog.add({method, path, status, atMs: core.now()});
    });
  }
}
