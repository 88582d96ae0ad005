import type {IncomingMessage, ServerResponse} from 'node:http';
import {FapiError} from './fapi-answer.js';

// http://localhost:4321, http://127.0.0.1:80, https://[::1]:1
const LOOPBACK_ORIGIN = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;
const EXPOSED_HEADERS = 'Authorization, Clerk-Db-Jwt, x-country, retry-after';

/** Lets pages of this machine read the answers with cookies; other origins get no CORS header. */
export function allowLoopbackOrigins(request: IncomingMessage, response: ServerResponse): void {
  const {origin} = request.headers;
  response.setHeader('vary', 'Origin');
  if (!origin || !LOOPBACK_ORIGIN.test(origin)) return;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-allow-credentials', 'true');
  response.setHeader('access-control-expose-headers', EXPOSED_HEADERS);
  response.setHeader('access-control-allow-methods', 'GET, POST, PUT, PATCH, DELETE, OPTIONS');
  const asked = request.headers['access-control-request-headers'];
  if (asked) response.setHeader('access-control-allow-headers', asked);
}

/** Sends a JSON body that no cache keeps. */
export function writeJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
}

/** Sends a browser bundle; the version stands in its path, so it may be kept. */
export function writeScript(response: ServerResponse, script: Buffer): void {
  response.writeHead(200, {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=3600',
  });
  response.end(script);
}

/** Sends a refusal in Clerk's shape; anything unforeseen becomes a 500 with its message. */
export function writeError(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const refusal =
    error instanceof FapiError
      ? error
      : new FapiError(500, 'internal_clerk_error', `Stand-in failed: ${String(error)}`);
  writeJson(response, refusal.status, refusal);
}
