import {existsSync} from 'node:fs';
import {BrowserMissingError, installWithApt, onPath} from '../browser.js';

/** The programs with which tests run in WebKit. */
export interface WebKitPaths {
  /** WebKitGTK's own small browser. */
  readonly browser: string;
  /** Its WebDriver. */
  readonly driver: string;
  /** A screen without a monitor. */
  readonly screen: string;
}

const BROWSER_FOLDERS = ['x86_64-linux-gnu', 'aarch64-linux-gnu']
  .flatMap((machine) => [`/usr/lib/${machine}`, `/usr/libexec/${machine}`])
  .concat('/usr/lib64', '/usr/libexec', '/usr/lib');
const BROWSER_VERSIONS = ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0'];

/**
 * Returns the programs of WebKitGTK, installing them where apt-get can.
 *
 * @throws {BrowserMissingError} when one is missing and cannot be installed.
 */
export function ensureWebKit(): WebKitPaths {
  const found = findWebKit();
  if (found) return found;
  installWithApt(['webkit2gtk-driver', 'xvfb']);
  const installed = findWebKit();
  if (installed) return installed;
  throw new BrowserMissingError(
    'WebKitGTK with its WebDriver and Xvfb were not found and could not be installed. Install them ' +
      '(Debian: "apt-get install webkit2gtk-driver xvfb"), or set WEBKIT_BROWSER_PATH to MiniBrowser, ' +
      'with WebKitWebDriver and Xvfb on the PATH.',
  );
}

function findWebKit(): WebKitPaths | undefined {
  const browsers = BROWSER_VERSIONS.flatMap((version) =>
    BROWSER_FOLDERS.map((folder) => `${folder}/${version}/MiniBrowser`),
  );
  const named = process.env['WEBKIT_BROWSER_PATH'];
  const browser = [...(named ? [named] : []), ...browsers].find((path) => existsSync(path));
  const [driver] = onPath(['WebKitWebDriver']);
  const [screen] = onPath(['Xvfb']);
  return browser && driver && screen ? {browser, driver, screen} : undefined;
}
