import {setTimeout as wait} from 'node:timers/promises';

const LIMIT_MS = 30_000;
const PAUSE_MS = 50;

/**
 * Reads until `accept` holds and returns what was read.
 *
 * @throws {Error} naming the last thing read, after 30 s.
 */
export async function eventually<T>(
  read: () => Promise<T> | T,
  accept: (value: T) => boolean,
): Promise<T> {
  const endsAtMs = performance.now() + LIMIT_MS;
  for (;;) {
    const value = await read();
    if (accept(value)) return value;
    if (performance.now() > endsAtMs) {
      throw new Error(`Not within ${LIMIT_MS / 1000} s; last: ${JSON.stringify(value)}`);
    }
    await wait(PAUSE_MS);
  }
}
