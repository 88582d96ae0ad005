// `npm test`: every part of the suite in turn, and one sum at the end. A part that crashes, hangs
// or reports nothing counts as a failure. `--only` with names of `PARTS` picks parts; `--built` takes
// what `npm run build` has left in `dist` instead of building it.

import {mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {BrowserMissingError, ensureBrowser} from './browser.js';
import {bundleNodeTests} from './bundled-node-tests.js';
import {type Counts, readCounts, sum} from './counts.js';
import {STACK_ORIGIN_VARIABLE} from './e2e/support/test-stack.js';
import {packageTarball, TARBALL_VARIABLE} from './examples/support/package-tarball.js';
import {forkStack} from './forked-stack.js';
import {runNode} from './run-node.js';

const TEST_TIMEOUT_MS = 2 * 60_000;
const root = fileURLToPath(new URL('..', import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), 'tinybird-chart-test-'));
const bundles = join(temporary, 'bundles');
const nodeModule = (path: string) => join(root, 'node_modules', path);

interface NodeTestOptions {
  /** @default none but those of this process */
  readonly environment?: Readonly<Record<string, string>>;
  /** @default 2 minutes */
  readonly testTimeoutMs?: number;
}

interface BuiltTestOptions extends NodeTestOptions {
  /** How many files run at once. @default 1 */
  readonly lanes?: number;
}

/** A test of these parts plays many stories. */
const LONG: NodeTestOptions = {testTimeoutMs: 14 * 60_000};

/** Folders of what runs in Node, with a browser or without. */
const NODE_TESTS = ['stack', 'lint', 'docs', 'package', 'e2e', 'visual', 'long', 'pacing']
  .concat('examples', 'engines/e2e')
  .map((folder) => join('test', folder));

/** What `npm test` runs; the other parts run when they are named. */
const DEFAULT_PARTS = ['unit', 'stack', 'e2e'];

/** Random stories of the model, ten times as many as usual, and a day of a larger dashboard. */
const LONG_MODEL = {SEQUENCES: '20000', CHARTS: '40'};

/** Random stories in two real tabs; each takes seconds. */
const LONG_TABS = {SEQUENCES: '30'};

const PARTS = {
  unit: () => runUnitTests(),
  stack: () => runNodeTests('stack', testFilesIn('test/stack', 'test/lint', 'test/docs')),
  e2e: () => runBuiltTests('e2e', testFilesIn('test/package', 'test/e2e'), {lanes: 2}),
  // A shell draws letters a little differently from the browser that took the kept pictures.
  visual: () =>
    runBuiltTests('visual', testFilesIn('test/visual'), {
      ...LONG,
      environment: {CHROME_PATH: ensureBrowser({whole: true})},
    }),
  firefox: () => runEngineTests('firefox'),
  webkit: () => runEngineTests('webkit'),
  long: () =>
    runUnitTests(['--files', 'test/{model/**/*,elements/hostile-answers}.test.ts'], LONG_MODEL),
  'long-e2e': () =>
    runBuiltTests('long-e2e', testFilesIn('test/long', 'test/e2e/clerk-stories.test.ts'), {
      ...LONG,
      lanes: 2,
      environment: LONG_TABS,
    }),
  pacing: () => runBuiltTests('pacing', testFilesIn('test/pacing'), LONG),
  // Each installs and builds what is in demo/examples before its first test.
  examples: () => runBuiltTests('examples', testFilesIn('test/examples'), {...LONG, lanes: 2}),
} satisfies Record<string, () => Promise<Counts>>;

type PartName = keyof typeof PARTS;

/** Parts by turn. Pages mostly wait for clocks and servers: what computes fits in beside. */
const TURNS: readonly (readonly PartName[])[] = [
  ['unit'],
  ['stack', 'e2e'],
  ['visual'],
  ['firefox'],
  ['webkit'],
  ['long', 'long-e2e'],
  // Alone: tabs that wait for the processor learn late what their neighbours ask.
  ['pacing'],
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
  const exitCode = await runNode(args, {TEST_REPORT_FILE: report, ...environment});
  return readCounts(report, exitCode);
}

/** The unit tests and a visit with the real clerk-js in an engine other than Chromium's. */
async function runEngineTests(engine: 'firefox' | 'webkit'): Promise<Counts> {
  const unit = await runUnitTests([], {}, `test/engines/${engine}.config.js`);
  const visit = await runBuiltTests(`${engine}-visit`, [`test/engines/e2e/${engine}.test.ts`]);
  return sum([unit, visit]);
}

async function runNodeTests(
  name: string,
  files: readonly string[],
  {environment = {}, testTimeoutMs = TEST_TIMEOUT_MS}: NodeTestOptions = {},
): Promise<Counts> {
  const report = join(temporary, `${name}.json`);
  if (files.length === 0) return {passed: 0, failed: 0, skipped: 0};
  const bundleOf = await (bundled ??= bundleNodeTests(root, testFilesIn(...NODE_TESTS), bundles));
  const args = ['--enable-source-maps', '--test', '--test-concurrency=1'];
  args.push(`--test-timeout=${testTimeoutMs}`);
  args.push('--test-reporter=spec', '--test-reporter-destination=stdout');
  args.push('--test-reporter=./test/count-reporter.js', `--test-reporter-destination=${report}`);
  return readCounts(report, await runNode([...args, ...files.map(bundleOf)], environment));
}

/**
 * Runs tests on the built script. Each lane has a stack of its own and takes one file at a time:
 * faults and sessions of a stack belong to the test that runs.
 */
async function runBuiltTests(
  name: string,
  files: readonly string[],
  {lanes = 1, environment = {}, ...options}: BuiltTestOptions = {},
): Promise<Counts> {
  const tarball = await (built ??= packedBuild());
  const counts = await Promise.all(
    Array.from({length: lanes}, async (_, lane) => {
      const laneName = `${name}-${lane + 1}`;
      const stack = await forkStack(join(temporary, `stack-${laneName}`));
      const ofLane = files.filter((__, index) => index % lanes === lane);
      const variables = {[STACK_ORIGIN_VARIABLE]: stack.origin, [TARBALL_VARIABLE]: tarball};
      try {
        return await runNodeTests(laneName, ofLane, {
          ...options,
          environment: {...environment, ...variables},
        });
      } finally {
        await stack.close();
      }
    }),
  );
  return sum(counts);
}

let bundled: ReturnType<typeof bundleNodeTests> | undefined;
let built: Promise<string> | undefined;

/** Returns the path of the packed build, made once a run. */
async function packedBuild(): Promise<string> {
  if (!isBuilt) {
    const exitCode = await runNode(['--import', 'tsx', 'test/build-package.ts']);
    if (exitCode !== 0) throw new Error('The package does not build.');
  }
  return packageTarball(temporary);
}

/** The test files among these paths and below them. */
function testFilesIn(...paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (path.endsWith('.test.ts')) return [path];
    return readdirSync(join(root, path), {recursive: true, encoding: 'utf8'})
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => join(path, file))
      .sort();
  });
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
let isBuilt = false;
let passed = 0;
let failed = 0;
try {
  const {values} = parseArgs({options: {only: {type: 'string'}, built: {type: 'boolean'}}});
  isBuilt = values.built ?? false;
  const names = values.only?.split(',') ?? DEFAULT_PARTS;
  const parts = names.filter(isPartName);
  if (parts.length < names.length) {
    throw new Error(`--only takes ${Object.keys(PARTS).join(', ')}.`);
  }
  process.env['CHROME_PATH'] = ensureBrowser();
  if (parts.includes('e2e')) ensureBrowser({whole: true});
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
