import {chromium, type Browser} from 'playwright-core';
import {BROWSER_ARGS, ensureBrowser} from '../../browser.js';

/** Launches the browser that `test/browser.ts` finds; `HEADED=1` shows one that has windows. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: ensureBrowser(),
    args: [...BROWSER_ARGS],
    headless: !process.env['HEADED'],
  });
}
