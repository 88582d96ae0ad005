// Finds a Chromium-family browser for the tests, or installs one. Order: what the environment
// names, what the machine has, what playwright-core has or can fetch, what apt-get can install.

import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {basename, delimiter, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';

/** Flags every test browser starts with: no sandbox (containers), no traffic of its own. */
export const BROWSER_ARGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-device-scale-factor=1',
  '--font-render-hinting=none',
];

const ENVIRONMENT_NAMES = ['CHROME_PATH', 'PUPPETEER_EXECUTABLE_PATH', 'CHROME_BIN'];

/** First, as whole browsers draw toolbars for each page, which takes as long as a test of ours. */
const SHELLS = ['chromium-headless-shell', 'chrome-headless-shell'];

const WHOLE_BROWSERS = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
];

const USUAL_PATHS: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['/usr/bin/chromium', '/snap/bin/chromium', '/opt/google/chrome/chrome'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Brave Browser.app/Contents/MacOS/Brave Browser',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const base = process.env[name];
    if (!base) return [];
    return [
      join(base, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(base, 'Chromium', 'Application', 'chrome.exe'),
      join(base, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      join(base, 'BraveSoftware', 'Brave-Browser', 'Application', 'brave.exe'),
    ];
  }),
};

/** Thrown when no browser is there and none could be installed; the message says what to do. */
export class BrowserMissingError extends Error {
  override readonly name = 'BrowserMissingError';
}

/** Which browser is wanted. */
export interface BrowserWish {
  /** Whether it needs what shells lack: windows, a back-forward cache. @default false */
  readonly whole?: boolean;
}

/** Returns the path of the first browser that answers `--version`, without installing anything. */
export function findBrowser({whole = false}: BrowserWish = {}): string | undefined {
  for (const name of ENVIRONMENT_NAMES) {
    const path = process.env[name];
    if (!path || (whole && SHELLS.includes(basename(path)))) continue;
    if (answersVersion(path)) return path;
    console.warn(`${name}=${path} is not a browser that starts; looking further.`);
  }
  const commands = whole ? WHOLE_BROWSERS : [...SHELLS, ...WHOLE_BROWSERS];
  const candidates = [...onPath(commands), ...(USUAL_PATHS[process.platform] ?? [])];
  return candidates.find((path) => existsSync(path) && answersVersion(path)) ?? fromPlaywright();
}

/** Where the PATH has these commands, in their order. */
export function onPath(commands: readonly string[]): readonly string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return commands
    .flatMap((command) => folders.map((folder) => join(folder, command)))
    .filter((path) => existsSync(path));
}

/**
 * Returns the path of a browser, installing one when the machine has none.
 *
 * @throws {BrowserMissingError} when nothing is found and nothing can be installed.
 */
export function ensureBrowser(wish: BrowserWish = {}): string {
  const found = findBrowser(wish);
  if (found) return found;
  console.log('No browser found; asking playwright-core to download Chromium.');
  const playwrightCli = fileURLToPath(new URL('cli.js', import.meta.resolve('playwright-core')));
  run(process.execPath, [playwrightCli, 'install', 'chromium'], 5 * 60_000);
  return fromPlaywright() ?? fromApt(wish) ?? fail();
}

function fromPlaywright(): string | undefined {
  const path = chromium.executablePath();
  return path && existsSync(path) && answersVersion(path) ? path : undefined;
}

function fromApt({whole = false}: BrowserWish): string | undefined {
  if (!whole) installWithApt(['chromium-headless-shell']);
  const found = findBrowser({whole});
  if (found) return found;
  installWithApt(['chromium']);
  return findBrowser({whole});
}

/** Installs packages where apt-get is there and may; nothing happens elsewhere. */
export function installWithApt(packages: readonly string[]): void {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || run('apt-get', ['--version'], 10_000, 'ignore') !== 0) return;
  console.log(`Installing ${packages.join(' and ')} with apt-get.`);
  const options = ['-o', 'DPkg::Lock::Timeout=300', '-q'];
  run('apt-get', [...options, 'update'], 5 * 60_000);
  run('apt-get', [...options, 'install', '-y', ...packages], 15 * 60_000);
}

function fail(): never {
  throw new BrowserMissingError(
    'No Chrome, Chromium, Edge or Brave was found and none could be installed. ' +
      'Install one (Debian: "apt-get install chromium"; anywhere: ' +
      '"npx playwright-core install --with-deps chromium") or set CHROME_PATH to its executable.',
  );
}

/** Whether a program says its version, as a browser that can start does. */
export function answersVersion(path: string): boolean {
  // On Windows `chrome.exe --version` opens a window and prints nothing.
  if (process.platform === 'win32') return existsSync(path);
  const {status, stdout} = spawnSync(path, ['--version'], {timeout: 20_000, encoding: 'utf8'});
  return status === 0 && /\d+\.\d+/.test(stdout);
}

function run(
  command: string,
  args: readonly string[],
  timeoutMs: number,
  stdio: 'inherit' | 'ignore' = 'inherit',
): number | null {
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
  const output = stdio === 'inherit' ? 'inherit' : 'ignore';
  return spawnSync(command, args, {timeout: timeoutMs, stdio: ['ignore', output, output], env})
    .status;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const findOnly = process.argv.includes('--find');
    const path = findOnly ? (findBrowser() ?? fail()) : ensureBrowser();
    console.log(path);
  } catch (error) {
    if (!(error instanceof BrowserMissingError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
