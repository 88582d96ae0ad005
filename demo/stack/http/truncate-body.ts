import type {ServerResponse} from 'node:http';

/**
 * Makes a response promise its whole body, send half of what it is ended with, and drop the
 * connection. Bodies written in pieces before the end are not cut.
 */
export function truncateBody(response: ServerResponse): void {
  const end: () => ServerResponse = response.end.bind(response);
  response.end = ((body?: unknown) => {
    if (typeof body !== 'string' && !(body instanceof Uint8Array)) return end();
    const bytes = Buffer.from(body);
    if (!response.headersSent) response.setHeader('Content-Length', bytes.length);
    response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
    return response;
  }) as ServerResponse['end'];
}
