import {writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {playwrightLauncher} from '@web/test-runner-playwright';
import {tsImport} from 'tsx/esm/api';
import {bundledTests} from './bundled-tests.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const folders = 'lib,errors,messages,auth,tinybird,query,series,charting,elements,entries,model';
const minimumCoverage = Number(process.env.COVERAGE_MIN ?? 0);

const {BROWSER_ARGS, ensureBrowser} = await tsImport('./browser.ts', import.meta.url);

function countTests(suite) {
  const counts = {passed: 0, failed: 0, skipped: 0};
  for (const test of suite.tests) {
    counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
  }
  for (const inner of suite.suites) {
    const innerCounts = countTests(inner);
    for (const key of Object.keys(counts)) counts[key] += innerCounts[key];
  }
  return counts;
}

/** Ends the run with a plain `N passed, N failed` line; a file that broke counts as one failure. */
function countingReporter() {
  return {
    onTestRunFinished({sessions}) {
      let passed = 0;
      let failed = 0;
      let skipped = 0;
      for (const session of sessions) {
        const counts = session.testResults ? countTests(session.testResults) : undefined;
        passed += counts?.passed ?? 0;
        skipped += counts?.skipped ?? 0;
        failed += counts?.failed ?? 0;
        if (!session.passed && !counts?.failed) failed += 1;
      }
      const report = process.env.TEST_REPORT_FILE;
      if (report) writeFileSync(report, JSON.stringify({passed, failed, skipped}));
      console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
    },
  };
}

/** Sizes of the long tests, which have no environment to read. */
const settings = Object.fromEntries(
  ['SEQUENCES', 'SEED', 'CHARTS'].map((name) => [
    `process.env.${name}`,
    JSON.stringify(process.env[name] ?? ''),
  ]),
);

/** What every bundler does for libraries that ask in which mode they run. */
const productionMode = {
  name: 'production-mode',
  transform: ({body, path}) =>
    path.startsWith('/node_modules/@tanstack/') && typeof body === 'string'
      ? body.replaceAll('process.env.NODE_ENV', '"production"')
      : undefined,
};

/** All files a second time: modules of their own, as a second copy of the script has them. */
function secondCopy(context, next) {
  if (context.url.startsWith('/second-copy/')) context.url = context.url.slice(12);
  return next();
}

/** Unit tests in a real browser. `npx wtr --config test/web-test-runner.config.js --files <glob>`. */
export default {
  rootDir: root,
  files: `${root}test/{${folders}}/**/*.test.ts`,
  nodeResolve: {exportConditions: ['production']},
  concurrency: 2,
  concurrentBrowsers: 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: process.env.SEQUENCES || process.env.CHARTS ? 1_800_000 : 240_000,
  testFramework: {config: {ui: 'bdd', timeout: 5000}},
  middleware: [
    secondCopy,
    // Coverage counts single files.
    ...(process.argv.includes('--coverage')
      ? []
      : [bundledTests({root, folders: folders.split(','), define: settings})]),
  ],
  plugins: [
    productionMode,
    esbuildPlugin({ts: true, target: 'es2022', tsconfig: `${root}tsconfig.json`, define: settings}),
  ],
  browsers: [
    playwrightLauncher({
      product: 'chromium',
      launchOptions: {executablePath: ensureBrowser(), args: [...BROWSER_ARGS]},
      createBrowserContext: ({browser}) =>
        browser.newContext({timezoneId: process.env.TEST_TIME_ZONE ?? 'UTC', locale: 'en-US'}),
    }),
  ],
  reporters: [defaultReporter(), countingReporter()],
  coverageConfig: {
    include: ['src/**/*.ts'],
    report: true,
    reportDir: 'coverage',
    reporters: ['text-summary', 'lcov'],
    threshold: {
      statements: minimumCoverage,
      branches: minimumCoverage,
      functions: minimumCoverage,
      lines: minimumCoverage,
    },
  },
};
