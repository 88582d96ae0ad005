// `npm start`: the local stack and its demo pages. `--no-demo` starts the stand-ins alone.

import {spawn} from 'node:child_process';
import {parseArgs} from 'node:util';
import {PortInUseError} from './http/listen.js';
import {readServices, ServicesError} from './services.js';
import {startStack, type Stack} from './stack.js';
import {EngineUnavailableError} from './tinybird/chdb-engine.js';
import {ProjectError} from './tinybird/load-project.js';

const DEFAULT_PORT = 4321;

const {values: flags} = parseArgs({
  options: {
    port: {type: 'string', default: process.env['PORT'] || String(DEFAULT_PORT)},
    'data-dir': {type: 'string', default: '.stack'},
    'no-demo': {type: 'boolean', default: false},
    built: {type: 'boolean', default: false},
    open: {type: 'boolean', default: false},
    docs: {type: 'boolean', default: false},
    verbose: {type: 'boolean', default: false},
  },
});

const startedAtMs = performance.now();
try {
  const port = Number(flags.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new ServicesError(`--port must be a number from 0 to 65535, got "${flags.port}".`);
  }
  const stack = await startStack({
    port,
    dataDir: flags['data-dir'],
    serve: flags['no-demo'] ? 'none' : flags.built ? 'built' : 'dev',
    liveTraffic: true,
    services: readServices(process.env),
    ...(flags.verbose && {log: (line: string) => console.log(line)}),
  });
  print(stack, performance.now() - startedAtMs);
  closeOnSignal(stack);
  if (flags.open || flags.docs) openInBrowser(flags.docs ? `${stack.origin}/docs/` : stack.origin);
} catch (error) {
  if (!isExpected(error)) throw error;
  console.error(error.message);
  process.exit(1);
}

function isExpected(error: unknown): error is Error {
  const known = [ServicesError, PortInUseError, EngineUnavailableError, ProjectError];
  return (
    known.some((type) => error instanceof type) ||
    // Vite's own words for a taken port; it has no error code for it.
    (error instanceof Error && /already in use/.test(error.message))
  );
}

function print({origin, stackJson, tinybird, clerk}: Stack, tookMs: number): void {
  const {tinybird: api, clerk: auth, users} = stackJson;
  const standIn = (running: unknown) => (running ? '(stand-in)' : '(real service)');
  const lines = [
    '',
    flags['no-demo'] ? '' : `  Pages      ${origin}`,
    flags['no-demo'] ? '' : `  Docs       ${origin}/docs/`,
    `  Stack      ${origin}/stack.json`,
    `  Tinybird   ${api.host} ${standIn(tinybird)}`,
    `  Clerk      ${auth.url ?? auth.publishableKey} ${standIn(clerk)}`,
    '',
    ...table(
      ['Sign in as', 'Password', 'Organizations'],
      users.map(({email, password, organizations}) => [
        email,
        password,
        organizations.join(', ') || 'none',
      ]),
    ),
    '',
    `  Ready in ${(tookMs / 1000).toFixed(1)} s. Ctrl-C ends it.`,
  ];
  console.log(lines.filter((line, index) => line !== '' || lines[index - 1] !== '').join('\n'));
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd((widths[column] ?? 0) + 2)).join('')}`.trimEnd(),
  );
}

function closeOnSignal(stack: Stack): void {
  let isClosing = false;
  const onSignal = () => {
    // A second Ctrl-C does not wait for a query that still runs.
    if (isClosing) process.kill(process.pid, 'SIGKILL');
    isClosing = true;
    void stack.close().finally(() => process.exit(0));
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

function openInBrowser(url: string): void {
  const [command, args] =
    process.platform === 'darwin'
      ? (['open', [url]] as const)
      : process.platform === 'win32'
        ? (['cmd', ['/c', 'start', '""', url]] as const)
        : (['xdg-open', [url]] as const);
  spawn(command, args, {stdio: 'ignore', detached: true})
    .on('error', () => console.log(`  Open ${url} in a browser.`))
    .unref();
}
