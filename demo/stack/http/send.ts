import type {ServerResponse} from 'node:http';

/** Sends a value as JSON and ends the response. */
export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  sendBody(response, status, 'application/json; charset=utf-8', `${JSON.stringify(value)}\n`);
}

/** Sends a body and ends the response; a response that has already begun is left alone. */
export function sendBody(
  response: ServerResponse,
  status: number,
  contentType: string,
  body: string | Uint8Array,
): void {
  if (response.headersSent || response.destroyed) return;
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  response.writeHead(status, {'Content-Type': contentType, 'Content-Length': bytes.byteLength});
  response.end(bytes);
}
