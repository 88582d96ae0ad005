import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFile} from 'node:fs/promises';
import {extname, join, normalize} from 'node:path';
import {listenLocally} from '../../../demo/stack/http/listen.js';
import {eventually} from '../../e2e/support/eventually.js';
import {freePort} from '../../free-port.js';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** What an example's browser talks to. */
export interface Site {
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves a built folder as a static host does. */
export async function serveFolder(folder: string): Promise<Site> {
  const server = await listenLocally(0, (request, response) => {
    const path = normalize(decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/'));
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    readFile(file).then(
      (body) => response.writeHead(200, {'content-type': type}).end(body),
      () => response.writeHead(404).end('Not here'),
    );
  });
  return {origin: `http://localhost:${server.port}`, close: () => server.close()};
}

/**
 * Starts a framework's own server in `folder`, told its port by `PORT`, and waits until it answers.
 *
 * @throws {Error} with what it wrote, when it ends or stays silent for 30 s.
 */
export async function serveCommand(folder: string, command: readonly string[]): Promise<Site> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    cwd: folder,
    env: {...process.env, PORT: String(port), HOST: 'localhost', NODE_ENV: 'production'},
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that what npm starts ends with it.
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const close = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    process.kill(-child.pid!, 'SIGKILL');
    await ended;
  };
  try {
    const answers = () =>
      fetch(origin).then(
        () => true,
        () => child.exitCode !== null,
      );
    await eventually(answers, Boolean);
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}.`);
  } catch (error) {
    await close();
    throw new Error(`${command.join(' ')}:\n${output}`, {cause: error});
  }
  return {origin, close};
}
