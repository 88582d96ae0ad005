import {chromium, type Browser} from 'playwright-core';
import {BROWSER_ARGS, ensureBrowser} from '../../browser.js';

/** Launches the browser that `test/browser.ts` finds; `HEADED=1` shows it. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: ensureBrowser({whole: Boolean(process.env['HEADED'])}),
    args: [...BROWSER_ARGS],
    headless: !process.env['HEADED'],
  });
}
