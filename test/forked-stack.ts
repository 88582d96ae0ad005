import {fork} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';

/** A local stack that runs in a process of its own. */
export interface ForkedStack {
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Starts a stack that serves the built scripts. In a process of its own, since ClickHouse opens one
 * data directory a process.
 *
 * @throws {Error} when the process ends before it has said its origin; it prints why.
 */
export async function forkStack(dataDir: string): Promise<ForkedStack> {
  const child = fork(fileURLToPath(import.meta.url), [dataDir], {execArgv: ['--import', 'tsx']});
  const ended = once(child, 'exit');
  const [origin] = (await Promise.race([
    once(child, 'message'),
    ended.then(([code]) => {
      throw new Error(`The stack ended with ${code}.`);
    }),
  ])) as [string];
  return {
    origin,
    close: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const {startStack} = await import('../demo/stack/stack.js');
  const stack = await startStack({dataDir: process.argv[2] ?? '', serve: 'built'});
  process.on('disconnect', () => void stack.close().then(() => process.exit()));
  process.send?.(stack.origin);
}
