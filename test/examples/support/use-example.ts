// The harness of the examples. A test file says what it drives:
//
//   describe('the Vue example', () => {
//     const example = useExample({name: 'vue', snippet: 'vue'});
//     it('…', async () => {
//       const {page, complaints} = await example.open('app');
//       await signIn(page, example.stack, 'grace', 'globex');
//
// Before the first test it copies `demo/examples/vue` into the cache (`.examples`,
// or `EXAMPLES_CACHE`), installs it there with the packed package, points it at the test's stack (it
// replaces `http://localhost:4321` in every source file), and builds it with its own `npm run build`.
//
// - Static output (`output`, default `dist`): three builds, three sites. `app` is the example as it
//   is; `interop` is the example with the files of `test/examples/interop/vue/` laid over it;
//   `snippet` is the example with what `init` prints for `snippet`.
// - A framework's server (`start`, a command that reads `PORT`): one build with the files of
//   `test/examples/interop/<name>/` and what `init` prints laid over it, which add pages; all three
//   are the same site.
//
// `describeExample()` and `describeInterop()` beside this file are the tests that all of them share.
// A build is needed first: `npm run build`, or `npx tsx test/run.ts --only examples`.

import {spawnSync} from 'node:child_process';
import {cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {after, afterEach, before, beforeEach} from 'node:test';
import {fileURLToPath} from 'node:url';
import type {Browser} from 'playwright-core';
import type {Framework} from '../../../src/entries/cli/project.js';
import {launchBrowser} from '../../e2e/support/launch-browser.js';
import {newPage, type TestPage} from '../../e2e/support/new-page.js';
import {forgetClerkRequests} from '../../e2e/support/requests.js';
import {startTestStack, type TestStack} from '../../e2e/support/test-stack.js';
import {copySources, installExample} from './install-example.js';
import {serveCommand, serveFolder, type Site} from './serve-site.js';
import {writeSnippet} from './write-snippet.js';

const INSTALLED = 'node_modules';
const isNotInstalled = (path: string) => basename(path) !== INSTALLED;
const PATIENCE_MS = 30_000;
const overlays = fileURLToPath(new URL('../interop', import.meta.url));

/** What is driven. */
export interface ExampleOptions {
  /** Folder in `demo/examples`, and of the files laid over it in `test/examples/interop`. */
  readonly name: string;
  /** Folder of the built site; `.` where nothing is built. @default 'dist' */
  readonly output?: string;
  /** Command of the framework's own server, which listens on `PORT`. @default files are served */
  readonly start?: readonly string[];
  /** Scripts of its `package.json` that have to end well, such as a check of types. @default none */
  readonly checks?: readonly string[];
  /** Whose snippet `init` prints for it. */
  readonly snippet: Framework;
}

/** The example as it is, with the test's files laid over it, or with what `init` prints. */
export type ExampleSite = 'app' | 'interop' | 'snippet';

/** What the tests of one example work with. Usable inside hooks and tests only. */
export interface Example {
  readonly stack: TestStack;
  /** Address of a page. */
  url(site: ExampleSite, path: string): string;
  /** Opens a page in a browser context of its own, closed after the test. */
  open(
    site: ExampleSite,
    path?: string,
    prepare?: (opened: TestPage) => unknown,
  ): Promise<TestPage>;
}

/** Installs, builds and serves an example around the tests of a `describe`; resets between tests. */
export function useExample(options: ExampleOptions): Example {
  let started: {stack: TestStack; browser: Browser; sites: Sites} | undefined;
  const closers: (() => Promise<void>)[] = [];
  let opened: TestPage[] = [];
  const now = () => {
    if (!started) throw new Error('The example is used outside its tests.');
    return started;
  };

  before(async () => {
    const stack = await startTestStack();
    closers.push(() => stack.close());
    const sites = await startSites(options, stack.origin);
    closers.push(() => sites.close());
    const browser = await launchBrowser();
    closers.push(() => browser.close());
    started = {stack, sites, browser};
  });
  after(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });
  beforeEach(async () => {
    await now().stack.reset();
    await forgetClerkRequests(now().stack);
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((page) => page.close()));
  });

  return {
    get stack() {
      return now().stack;
    },
    url: (site, path) => now().sites[site] + path,
    open: async (site, path = '/', prepare = () => undefined) => {
      const visit = await newPage(now().browser);
      opened = [...opened, visit];
      visit.page.context().setDefaultTimeout(PATIENCE_MS);
      await prepare(visit);
      await visit.page.goto(now().sites[site] + path);
      return visit;
    },
  };
}

interface Sites extends Readonly<Record<ExampleSite, string>> {
  close(): Promise<void>;
}

async function startSites(options: ExampleOptions, stackOrigin: string): Promise<Sites> {
  const {name, output = 'dist', start, checks = [], snippet} = options;
  const folder = await installExample(name, stackOrigin);
  const overlay = join(overlays, name);
  const layOver = () => {
    if (existsSync(overlay)) copySources(overlay, folder, stackOrigin);
  };
  const closers: (() => Promise<void> | void)[] = [];
  const serve = async (site: Promise<Site>) => {
    const {origin, close} = await site;
    closers.push(close);
    return origin;
  };
  const close = async () => {
    for (const closePart of closers.splice(0).reverse()) await closePart();
  };

  if (start) {
    layOver();
    writeSnippet(snippet, folder, stackOrigin);
    runScripts(folder, [...checks, 'build']);
    const origin = await serve(serveCommand(folder, start));
    return {app: origin, interop: origin, snippet: origin, close};
  }
  const built = mkdtempSync(join(tmpdir(), 'tinybird-chart-example-'));
  closers.push(() => rmSync(built, {recursive: true, force: true}));
  const build = (site: ExampleSite) => {
    runScripts(folder, [...checks, 'build']);
    const copy = join(built, site);
    cpSync(join(folder, output), copy, {recursive: true, filter: isNotInstalled});
    if (output === '.') symlinkSync(join(folder, INSTALLED), join(copy, INSTALLED));
    return serve(serveFolder(copy));
  };
  const app = await build('app');
  layOver();
  const interop = await build('interop');
  await installExample(name, stackOrigin);
  writeSnippet(snippet, folder, stackOrigin);
  return {app, interop, snippet: await build('snippet'), close};
}

/** Runs those scripts that the example has. */
function runScripts(folder: string, scripts: readonly string[]): void {
  const own = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  for (const script of scripts) {
    if (!(script in own.scripts)) continue;
    const env = {...process.env, NODE_ENV: 'production', NG_CLI_ANALYTICS: 'false'};
    const {status, stdout, stderr} = spawnSync('npm', ['run', '--silent', script], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    if (status !== 0)
      throw new Error(`npm run ${script} ended with ${status}:\n${stdout}${stderr}`);
  }
}
