import type {IncomingMessage} from 'node:http';

/** The request's body is larger than allowed. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError';
}

/**
 * Reads a request's body to its end.
 * @throws {BodyTooLargeError} when it is longer than `maxBytes`.
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  // Leaving the loop early would destroy the connection before the refusal could be sent.
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= maxBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (length > maxBytes) throw new BodyTooLargeError(`The body is longer than ${maxBytes} bytes`);
  return Buffer.concat(chunks);
}
