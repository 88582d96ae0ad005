// `npm test`: every part of the suite in turn, and one sum at the end. A part that crashes, hangs
// or reports nothing counts as a failure. `--only` with names of `PARTS` picks parts.

import {spawn} from 'node:child_process';
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {startStack} from '../demo/stack/stack.js';
import {BrowserMissingError, ensureBrowser} from './browser.js';
import {STACK_ORIGIN_VARIABLE} from './e2e/support/test-stack.js';
import {packageTarball, TARBALL_VARIABLE} from './examples/support/package-tarball.js';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Ten examples are installed and built one after the other. */
const PART_TIMEOUT_MS = 30 * 60_000;
const TEST_TIMEOUT_MS = 2 * 60_000;
/** A test of the long parts plays many stories. */
const LONG_TEST_TIMEOUT_MS = 14 * 60_000;
const root = fileURLToPath(new URL('..', import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), 'tinybird-chart-test-'));
const nodeModule = (path: string) => join(root, 'node_modules', path);

/** What `npm test` runs; the other parts run when they are named. */
const DEFAULT_PARTS = ['unit', 'stack', 'e2e'];

/** Random stories of the model, ten times as many as usual, and a day of a larger dashboard. */
const LONG_MODEL = {SEQUENCES: '20000', CHARTS: '40'};

/** Random stories in two real tabs; each takes seconds. */
const LONG_TABS = {SEQUENCES: '30'};

const PARTS = {
  unit: () => runUnitTests(),
  stack: () => runNodeTests('stack', ['test/stack', 'test/lint', 'test/docs']),
  // One file at a time: faults and sessions of the shared stack belong to the test that runs.
  e2e: () => runBuiltTests('e2e', ['test/package', 'test/e2e']),
  visual: () => runBuiltTests('visual', ['test/visual']),
  firefox: () => runEngineTests('firefox'),
  webkit: () => runEngineTests('webkit'),
  long: () =>
    runUnitTests(['--files', 'test/{model/**/*,elements/hostile-answers}.test.ts'], LONG_MODEL),
  'long-e2e': () =>
    runBuiltTests(
      'long-e2e',
      ['test/visual', 'test/long', 'test/e2e/clerk-stories.test.ts'],
      LONG_TABS,
    ),
  // Each installs and builds what is in demo/examples before its first test.
  examples: () => runBuiltTests('examples', ['test/examples']),
} satisfies Record<string, () => Promise<Counts>>;

type PartName = keyof typeof PARTS;

/** Parts by turn. Pages mostly wait for clocks and servers: what computes fits in beside. */
const TURNS: readonly (readonly PartName[])[] = [
  ['unit'],
  ['stack', 'e2e'],
  ['visual'],
  ['firefox'],
  ['webkit'],
  ['long'],
  // Alone: tabs that wait for the processor learn late what their neighbours ask.
  ['long-e2e'],
  ['examples'],
];

const isPartName = (name: string): name is PartName => Object.hasOwn(PARTS, name);

async function runUnitTests(
  filter: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
  config = 'test/web-test-runner.config.js',
): Promise<Counts> {
  const report = join(temporary, `${basename(config)}-${filter.length}.json`);
  const runner = nodeModule('@web/test-runner/dist/bin.js');
  const args = [runner, '--config', config, ...filter];
  const exitCode = await run(process.execPath, args, {TEST_REPORT_FILE: report, ...environment});
  return readCounts(report, exitCode);
}

/** The unit tests and a visit with the real clerk-js in an engine other than Chromium's. */
async function runEngineTests(engine: 'firefox' | 'webkit'): Promise<Counts> {
  const unit = await runUnitTests([], {}, `test/engines/${engine}.config.js`);
  const visit = await runBuiltTests(`${engine}-visit`, [`test/engines/e2e/${engine}.test.ts`]);
  return {
    passed: unit.passed + visit.passed,
    failed: unit.failed + visit.failed,
    skipped: unit.skipped + visit.skipped,
  };
}

async function runNodeTests(
  name: string,
  paths: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Counts> {
  const report = join(temporary, `${name}.json`);
  const files = paths.flatMap(testFilesIn);
  if (files.length === 0) return {passed: 0, failed: 0, skipped: 0};
  const args = ['--import', 'tsx', '--test', '--test-concurrency=1'];
  const isLong = name !== 'stack' && name !== 'e2e';
  args.push(`--test-timeout=${isLong ? LONG_TEST_TIMEOUT_MS : TEST_TIMEOUT_MS}`);
  args.push('--test-reporter=spec', '--test-reporter-destination=stdout');
  args.push('--test-reporter=./test/count-reporter.js', `--test-reporter-destination=${report}`);
  return readCounts(report, await run(process.execPath, [...args, ...files], environment));
}

/** Runs tests on the built script, beside a stack that all of them share. */
async function runBuiltTests(
  name: string,
  paths: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Counts> {
  for (const args of [['build'], ['build', '--mode', 'cdn'], ['build', '--mode', 'server']]) {
    const exitCode = await run(process.execPath, [nodeModule('vite/bin/vite.js'), ...args]);
    if (exitCode !== 0) throw new Error(`vite ${args.join(' ')} ended with ${exitCode}`);
  }
  const types = [nodeModule('typescript/bin/tsc'), '-p', 'tsconfig.build.json'];
  if ((await run(process.execPath, types)) !== 0) throw new Error('The types do not build.');
  const packageData = ['--import', 'tsx', 'test/package-data.ts'];
  if ((await run(process.execPath, packageData)) !== 0) throw new Error('No package data.');

  const stack = await startStack({dataDir: join(temporary, `stack-${name}`), serve: 'built'});
  try {
    const variables = {
      ...environment,
      [STACK_ORIGIN_VARIABLE]: stack.origin,
      ...(name === 'examples' && {[TARBALL_VARIABLE]: packageTarball(temporary)}),
    };
    return await runNodeTests(name, paths, variables);
  } finally {
    await stack.close();
  }
}

/** A test file itself, or those in a folder. */
function testFilesIn(folder: string): string[] {
  if (folder.endsWith('.test.ts')) return [folder];
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), {recursive: true, encoding: 'utf8'})
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => join(folder, path))
    .sort();
}

/** Ends with the exit code, or null when a signal or the time limit ended the process. */
function run(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: {...process.env, TZ: 'UTC', ...environment},
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: PART_TIMEOUT_MS,
      killSignal: 'SIGKILL',
    });
    child.on('error', reject);
    child.on('exit', resolve);
  });
}

function readCounts(report: string, exitCode: number | null): Counts {
  if (!existsSync(report)) throw new Error(`The run ended with ${exitCode} and without a report.`);
  const counts = JSON.parse(readFileSync(report, 'utf8')) as Counts;
  if (exitCode === 0 || counts.failed > 0) return counts;
  console.error(`All tests passed, but the run ended with ${exitCode}.`);
  return {...counts, failed: counts.failed + 1};
}

async function runPart(name: PartName): Promise<Counts> {
  const startedAtMs = performance.now();
  console.log(`\n${name} tests`);
  let counts: Counts;
  try {
    counts = await PARTS[name]();
  } catch (error) {
    console.error(error);
    counts = {passed: 0, failed: 1, skipped: 0};
  }
  const {passed, failed, skipped} = counts;
  const tookS = ((performance.now() - startedAtMs) / 1000).toFixed(0);
  summary.push(
    `${name.padEnd(8)} ${passed} passed, ${failed} failed, ${skipped} skipped (${tookS} s)`,
  );
  return counts;
}

const summary: string[] = [];
let passed = 0;
let failed = 0;
try {
  const {values} = parseArgs({options: {only: {type: 'string'}}});
  const names = values.only?.split(',') ?? DEFAULT_PARTS;
  const parts = names.filter(isPartName);
  if (parts.length < names.length) {
    throw new Error(`--only takes ${Object.keys(PARTS).join(', ')}.`);
  }
  process.env['CHROME_PATH'] = ensureBrowser();
  for (const group of TURNS) {
    const inTurn = group.filter((name) => parts.includes(name));
    for (const counts of await Promise.all(inTurn.map(runPart))) {
      passed += counts.passed;
      failed += counts.failed;
    }
  }
} catch (error) {
  console.error(error instanceof BrowserMissingError ? error.message : error);
  failed += 1;
} finally {
  rmSync(temporary, {recursive: true, force: true});
}
console.log(`\n${summary.join('\n')}\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
