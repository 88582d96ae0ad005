import type {TokenRequest, TokenSource} from '../../auth/token-source.js';
import {SignedOutError} from '../../errors/auth-errors.js';

/**
 * Resolves with a token that passes the tenant guard, once it is known who is signed in.
 *
 * @throws {ChartError} when there is none; `signal.reason` when aborted.
 */
export async function awaitToken(source: TokenSource, request: TokenRequest): Promise<string> {
  await awaitSession(source, request.signal);
  const {state} = source;
  if (state.status === 'failed') throw state.error;
  if (state.status === 'signed-out') throw new SignedOutError(undefined, {pipe: request.pipe});
  const {value} = await source.requestToken(request);
  return value;
}

/** Resolves as soon as the source has something to say about the visitor. */
function awaitSession(source: TokenSource, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    let stop: () => void = () => undefined;
    const settle = () => {
      if (source.state.status === 'waiting') return;
      signal.removeEventListener('abort', onAbort);
      stop();
      resolve();
    };
    const onAbort = () => {
      stop();
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', onAbort, {once: true});
    stop = source.observe(settle);
    settle();
  });
}
