import type {CDPSession, Page} from 'playwright-core';

const BINDING = 'tellDrawn';

/** What pages do once they are drawn: tell when, in ms since navigation. */
export const TELL_DRAWN = `${BINDING}(String(performance.now()))`;

const TIMEOUT_MS = 60_000;

/**
 * Opens `address` and waits until its page tells that it is drawn; resolves to when, in ms since
 * navigation. The page tells it by itself: to ask it, the driver would put 300 kB of script of its own
 * into the page, and that has to be parsed while the page draws.
 */
export async function timeToDrawn(page: Page, cdp: CDPSession, address: string): Promise<number> {
  await cdp.send('Runtime.enable');
  await cdp.send('Runtime.addBinding', {name: BINDING});
  const told = new Promise<number>((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`${address} is not drawn after ${TIMEOUT_MS} ms.`)),
      TIMEOUT_MS,
    );
    cdp.once('Runtime.bindingCalled', ({payload}) => {
      clearTimeout(late);
      resolve(Number(payload));
    });
  });
  await page.goto(address, {waitUntil: 'commit'});
  return told;
}
