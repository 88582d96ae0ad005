import {existsSync} from 'node:fs';
import {answersVersion, BrowserMissingError, installWithApt, onPath} from '../browser.js';

const COMMANDS = ['firefox-esr', 'firefox'];

const USUAL_PATHS: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['/usr/bin/firefox-esr', '/snap/bin/firefox', '/opt/firefox/firefox'],
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: ['C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
};

/**
 * Returns the path of Firefox, installing it where apt-get can.
 *
 * @throws {BrowserMissingError} when it is missing and cannot be installed.
 */
export function ensureFirefox(): string {
  const found = findFirefox();
  if (found) return found;
  installWithApt(['firefox-esr']);
  const installed = findFirefox();
  if (installed) return installed;
  throw new BrowserMissingError(
    'No Firefox was found and none could be installed. Install it (Debian: "apt-get install ' +
      'firefox-esr") or set FIREFOX_PATH to its executable.',
  );
}

function findFirefox(): string | undefined {
  const named = process.env['FIREFOX_PATH'];
  if (named && answersVersion(named)) return named;
  if (named) console.warn(`FIREFOX_PATH=${named} is not a browser that starts; looking further.`);
  const candidates = [...onPath(COMMANDS), ...(USUAL_PATHS[process.platform] ?? [])];
  return candidates.find((path) => existsSync(path) && answersVersion(path));
}
