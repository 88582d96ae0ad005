// `npm start` of an example: brings what is missing, starts the local stack unless one runs, and then
// the example by its own `npm run dev`.

import {spawn} from 'node:child_process';
import {existsSync, rmSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const example = process.cwd();
const STACK = 'http://localhost:4321/stack.json';
const LOOK_AGAIN_MS = 200;

/** The last file that the build writes, and its copy, as npm copies packages of the disk. */
const built = join(root, 'dist', 'web-types.json');
const copy = join(example, 'node_modules', 'tinybird-chart');

// Ctrl-C reaches the children too; this process ends after them.
process.on('SIGINT', () => {});

if (!existsSync(join(root, 'node_modules'))) await step(root, 'install', '--no-fund');
if (!existsSync(built)) await step(root, 'run', 'build');
if (isOlder(join(copy, 'dist', 'web-types.json'), built)) {
  rmSync(copy, {recursive: true, force: true});
  await step(example, 'install', '--no-fund');
}
const stack = (await isUp()) ? null : await startStack();
const app = npm(example, 'run', 'dev');
process.on('SIGTERM', () => app.kill());
const code = await ended(app);
stack?.kill();
process.exitCode = code;

/** Runs npm to its end; a failure ends this process with the same code. */
async function step(folder, ...args) {
  console.log(`\n> npm ${args.join(' ')}   in ${folder}`);
  const failed = await ended(npm(folder, ...args));
  if (failed) process.exit(failed);
}

async function startStack() {
  // Without npm between, so that a signal ends the stack itself.
  const args = ['--import', 'tsx', join('demo', 'stack', 'start.ts'), '--no-demo'];
  const started = spawn(process.execPath, args, {cwd: root, stdio: 'inherit'});
  const over = ended(started);
  while (!(await isUp())) {
    const code = await Promise.race([over, wait(LOOK_AGAIN_MS)]);
    if (code !== undefined) process.exit(code || 1);
  }
  return started;
}

function npm(folder, ...args) {
  return spawn('npm', args, {cwd: folder, stdio: 'inherit', shell: process.platform === 'win32'});
}

function ended(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

async function isUp() {
  return fetch(STACK).then(
    ({ok}) => ok,
    () => false,
  );
}

function isOlder(path, other) {
  return !existsSync(path) || statSync(path).mtimeMs < statSync(other).mtimeMs;
}
