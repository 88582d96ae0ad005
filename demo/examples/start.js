// `npm start` of an example: brings what is missing, starts the local stack unless one runs, and then
// the example by its own `npm run dev`.

import {spawn} from 'node:child_process';
import {existsSync, readFileSync, rmSync, statSync} from 'node:fs';
import {connect} from 'node:net';
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
const QUIET = ['--no-fund', '--no-audit', '--loglevel=error'];

/** Next.js would send its statistics after Ctrl-C, and Astro tell of its own. */
const NO_STATISTICS = {NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1'};

// Ctrl-C reaches the children too; this process ends after them.
let isCalledOff = false;
process.on('SIGINT', () => (isCalledOff = true));

const port = portOf(readFileSync(join(example, 'package.json'), 'utf8'));
if (port && (await isTaken(port))) {
  console.error(`Port ${port} is taken. End what listens there, and start again.`);
  process.exit(1);
}
if (!existsSync(join(root, 'node_modules')))
  await step('Installing this checkout, a minute or two', root, 'install', ...QUIET);
if (!existsSync(built)) await step('Building the package', root, 'run', 'build');
if (isOlder(join(copy, 'dist', 'web-types.json'), built)) {
  rmSync(copy, {recursive: true, force: true});
  await step('Installing the example', example, 'install', ...QUIET);
}
const stack = (await answers(STACK)) ? null : await startStack();
const app = spawnNpm(example, ['run', 'dev'], 'inherit');
process.on('SIGTERM', () => app.kill());
const over = ended(app);
if (port) void tellWhenUp(`http://localhost:${port}`);
const code = await over;
stack?.kill();
process.exitCode = code;

/** Runs npm to its end, and shows what it wrote if it fails; this process then ends with its code. */
async function step(title, folder, ...args) {
  process.stdout.write(`${title} … `);
  const startedAt = performance.now();
  const npm = spawnNpm(folder, args, ['ignore', 'pipe', 'pipe']);
  let written = '';
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (text) => (written += text));
  const failed = await ended(npm);
  if (!failed) return console.log(`${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
  if (!isCalledOff) console.error(`\n${written}\n"npm ${args.join(' ')}" failed in ${folder}`);
  process.exit(failed);
}

async function startStack() {
  // Without npm between, so that a signal ends the stack itself.
  const args = ['--import', 'tsx', join('demo', 'stack', 'start.ts'), '--no-demo'];
  const started = spawn(process.execPath, args, {cwd: root, stdio: 'inherit'});
  const failed = ended(started);
  while (!(await answers(STACK))) {
    const code = await Promise.race([failed, wait(LOOK_AGAIN_MS)]);
    if (code !== undefined) process.exit(code || 1);
  }
  return started;
}

/** Says so, below the greetings of all servers, once the page can be opened. */
async function tellWhenUp(page) {
  while (!(await answers(page))) {
    const code = await Promise.race([over, wait(LOOK_AGAIN_MS)]);
    if (code !== undefined) return;
  }
  console.log(`\n  Open ${page} and sign in as ada@acme.test with ada-charts. Ctrl-C ends all.\n`);
}

/** The port that `npm run dev` is told, if any. */
function portOf(manifest) {
  return Number(/--port (\d+)/.exec(JSON.parse(manifest).scripts.dev)?.[1]);
}

function spawnNpm(folder, args, stdio) {
  const env = {...process.env, ...NO_STATISTICS};
  return spawn('npm', args, {cwd: folder, stdio, env, shell: process.platform === 'win32'});
}

function ended(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

function isTaken(port) {
  return new Promise((resolve) => {
    const socket = connect({port, host: 'localhost'});
    socket.once('error', () => resolve(false));
    socket.once('connect', () => resolve(true)).once('connect', () => socket.destroy());
  });
}

function answers(url) {
  return fetch(url).then(
    ({ok}) => ok,
    () => false,
  );
}

function isOlder(path, other) {
  return !existsSync(path) || statSync(path).mtimeMs < statSync(other).mtimeMs;
}
