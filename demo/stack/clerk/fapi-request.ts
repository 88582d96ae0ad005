import type {IncomingMessage} from 'node:http';
import {FapiError} from './fapi-answer.js';

const MAX_BODY_BYTES = 64 * 1024;

/** A request as the routes see it, whatever way it travelled. */
export interface FapiRequest {
  /** The method meant: clerk-js sends PATCH, PUT and DELETE as POST with `_method`. */
  readonly method: string;
  /** Path without the proxy prefix. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly cookies: ReadonlyMap<string, string>;
  readonly origin: string | undefined;
  readonly authorization: string | undefined;
  /** Whether the answer goes through the page's own origin. */
  readonly isProxied: boolean;
  readonly readText: () => Promise<string>;
  readonly readForm: () => Promise<URLSearchParams>;
}

/** Reads a Node request; `proxyPrefix` (`/__clerk`) is taken off its path where present. */
export function toFapiRequest(request: IncomingMessage, proxyPrefix: string): FapiRequest {
  const url = new URL(request.url ?? '/', 'http://stand-in');
  const isProxied = url.pathname.startsWith(`${proxyPrefix}/`);
  const method = url.searchParams.get('_method') ?? request.method ?? 'GET';
  const readText = () => readBody(request);
  return {
    method: method.toUpperCase(),
    path: isProxied ? url.pathname.slice(proxyPrefix.length) : url.pathname,
    query: url.searchParams,
    cookies: parseCookies(request.headers.cookie ?? ''),
    origin: request.headers.origin,
    authorization: request.headers.authorization,
    isProxied,
    readText,
    readForm: async () => new URLSearchParams(await readText()),
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new FapiError(413, 'request_too_large', 'Body is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseCookies(header: string): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of header.split(';')) {
    const [name = '', ...value] = pair.split('=');
    if (name.trim()) cookies.set(name.trim(), value.join('=').trim());
  }
  return cookies;
}
