import type {Browser, CDPSession} from 'playwright-core';
import {newPage} from '../e2e/support/new-page.js';
import {VIEW} from './bench-page.js';
import {expectStroked} from './expect-stroked.js';

const BINDING = 'tellDrawn';

/** What pages do once they are drawn: tell when, in ms since navigation. */
export const TELL_DRAWN = `${BINDING}(String(performance.now()))`;

const TIMEOUT_MS = 60_000;

/**
 * Opens `address` in a context of its own, which has shown nothing yet: what a browser has shown before,
 * it keeps compiled. Waits until the page tells that it is drawn and resolves to when, in ms since
 * navigation. `prepare` may slow down what the page runs on.
 *
 * @throws {Error} when fewer than `charts` of it show their line from one end to the other.
 */
export async function timeToDrawn(
  browser: Browser,
  address: string,
  charts: number,
  prepare?: (cdp: CDPSession) => Promise<void>,
): Promise<number> {
  const {page, close} = await newPage(browser, VIEW);
  try {
    const cdp = await page.context().newCDPSession(page);
    await prepare?.(cdp);
    await cdp.send('Runtime.enable');
    await cdp.send('Runtime.addBinding', {name: BINDING});
    const told = toldBy(cdp, address);
    await page.goto(address, {waitUntil: 'commit'});
    const ms = await told;
    await expectStroked(page, charts);
    return ms;
  } finally {
    await close();
  }
}

/**
 * Hears from a page when it is drawn. The page tells it by itself: to ask it, the driver would put
 * 300 kB of script of its own into the page, and that has to be parsed while the page draws.
 */
function toldBy(cdp: CDPSession, address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`${address} is not drawn after ${TIMEOUT_MS} ms.`)),
      TIMEOUT_MS,
    );
    cdp.once('Runtime.bindingCalled', ({payload}) => {
      clearTimeout(late);
      resolve(Number(payload));
    });
  });
}
