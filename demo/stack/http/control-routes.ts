import type {IncomingMessage, ServerResponse} from 'node:http';

import {ZodError} from 'zod';

import type {FaultRules} from '../faults.js';
import {BodyTooLargeError, readBody} from './read-body.js';
import type {RequestLog} from './request-log.js';
import {sendJson} from './send.js';

const MAX_CONTROL_BYTES = 1_000_000;

/** What the control endpoints of a server act on. */
export interface ControlledServer {
  faults: FaultRules;
  requests: RequestLog;
  options: {
    /** The options in force. */
    read(): unknown;
    /** Changes the options named. @throws {ZodError} when one is wrong. */
    change(given: unknown): void;
  };
}

/**
 * Answers `/__faults`, `/__options` and `/__requests`, with which tests and the demo page make the
 * stand-in misbehave and see what reached it. Returns false for every other path.
 */
export async function answerControl(
  request: IncomingMessage,
  response: ServerResponse,
  server: ControlledServer,
): Promise<boolean> {
  const path = (request.url ?? '/').split('?')[0];
  const actions = {
    '/__faults': {
      GET: () => server.faults.list(),
      POST: (body: unknown) => ({id: server.faults.add(body)}),
      DELETE: () => server.faults.clear(),
    },
    '/__options': {
      GET: () => server.options.read(),
      POST: (body: unknown) => {
        server.options.change(body);
        return server.options.read();
      },
    },
    '/__requests': {
      GET: () => server.requests.entries,
      DELETE: () => server.requests.clear(),
    },
  } satisfies Record<string, Record<string, (body: unknown) => unknown>>;
  if (!path || !(path in actions)) return false;
  if (!isAllowedOrigin(request.headers.origin)) {
    sendJson(response, 403, {error: 'Only pages of this machine may use control endpoints'});
    return true;
  }
  response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '*');
  response.setHeader('Vary', 'Origin');
  const methods: Record<string, (body: unknown) => unknown> = actions[path as keyof typeof actions];
  response.setHeader('Access-Control-Allow-Methods', Object.keys(methods).join(', '));
  response.setHeader('Access-Control-Allow-Headers', 'content-type');
  if (request.method === 'OPTIONS') {
    response.writeHead(204).end();
    return true;
  }
  const action = methods[request.method ?? ''];
  if (!action) {
    sendJson(response, 405, {error: `${path} takes ${Object.keys(methods).join(', ')}`});
    return true;
  }
  try {
    const text = (await readBody(request, MAX_CONTROL_BYTES)).toString();
    sendJson(response, 200, action(text === '' ? {} : JSON.parse(text)) ?? {});
  } catch (error) {
    if (error instanceof ZodError) sendJson(response, 400, {error: error.issues});
    else if (error instanceof SyntaxError) sendJson(response, 400, {error: error.message});
    else if (error instanceof BodyTooLargeError) sendJson(response, 413, {error: error.message});
    else throw error;
  }
  return true;
}

// http://localhost:4321, http://127.0.0.1:4321, http://[::1]:4321; no Origin means no browser page.
function isAllowedOrigin(origin: string | undefined): boolean {
  return (
    origin === undefined ||
    /^https?:\/\/(localhost|[\w-]+\.localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/.test(origin)
  );
}
