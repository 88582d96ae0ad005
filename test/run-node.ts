import {spawn} from 'node:child_process';
import {fileURLToPath} from 'node:url';

/** Ten examples are installed and built. */
const TIME_LIMIT_MS = 30 * 60_000;

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs Node in the project's folder, in UTC, with the output of this process. Ends with the exit
 * code, or null when a signal or the time limit of 30 minutes ended it.
 */
export function runNode(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: {...process.env, TZ: 'UTC', ...environment},
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: TIME_LIMIT_MS,
      killSignal: 'SIGKILL',
    });
    child.on('error', reject);
    child.on('exit', resolve);
  });
}
