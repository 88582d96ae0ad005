import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import type {FaultRule} from '../../demo/stack/faults.js';
import {waitForState} from './support/charts.js';
import {eventually} from './support/eventually.js';
import {queries} from './support/requests.js';
import {useScene} from './support/scene.js';
import {signIn} from './support/sign-in.js';
import {statesSeen, watchStates} from './support/states-seen.js';

const POLLING = {
  body: '<tinybird-chart pipe="visits_over_time" refresh-interval="1"></tinybird-chart>',
};

describe('polling', () => {
  const scene = useScene();

  const openReady = async () => {
    const {page} = await scene.open(POLLING);
    await signIn(page, scene.stack, 'ada', 'acme');
    await waitForState(page, 'ready');
    await watchStates(page);
    return page;
  };
  const answered = async () =>
    (await queries(scene.stack)).filter(({status}) => status === 200).length;
  const staleBecomes = (page: Page, reason: string | null) =>
    page.waitForFunction(
      (wanted) => document.querySelector('tinybird-chart')?.staleReason === wanted,
      reason,
    );

  const faults: Readonly<Record<string, FaultRule>> = {
    'a 429': {status: 429, headers: {'Retry-After': '1'}},
    'a 500': {status: 500},
    'a dropped connection': {fault: 'drop'},
    'half an answer': {fault: 'truncate'},
  };
  for (const [name, rule] of Object.entries(faults)) {
    it(`goes on after ${name}, with the rows on screen all the while`, async () => {
      const page = await openReady();
      await scene.stack.addFault({server: 'tinybird', times: 2, ...rule});
      await page.waitForFunction(
        () => document.querySelector('tinybird-chart')?.staleReason !== null,
      );
      const before = await answered();

      await eventually(answered, (count) => count >= before + 2);
      await staleBecomes(page, null);

      assert.deepEqual(await statesSeen(page), []);
    });
  }

  it('goes on after an offline spell', async () => {
    const page = await openReady();
    await page.context().setOffline(true);
    await staleBecomes(page, 'offline');
    const before = await answered();

    await page.context().setOffline(false);
    await eventually(answered, (count) => count > before);
    await staleBecomes(page, null);

    assert.deepEqual(await statesSeen(page), []);
  });

  it('goes on half a minute after an answer that is no JSON', async () => {
    const page = await openReady();
    await page.clock.install();
    await scene.stack.addFault({server: 'tinybird', times: 1, fault: 'garbage'});
    await page.evaluate(() => void document.querySelector('tinybird-chart')!.refetch());
    await staleBecomes(page, 'error');

    await page.clock.runFor(30_000);
    await staleBecomes(page, null);

    assert.deepEqual(await statesSeen(page), []);
  });

  it('stands still while the page is hidden and catches up when it is seen', async () => {
    const {page} = await scene.open({body: ''});
    await page.clock.install();
    await page.evaluate((html) => {
      document.body.insertAdjacentHTML('beforeend', html);
    }, POLLING.body);
    await signIn(page, scene.stack, 'ada', 'acme');
    await waitForState(page, 'ready');
    await setVisibility(page, 'hidden');
    const before = (await queries(scene.stack)).length;

    await page.clock.runFor(45_000);
    assert.equal((await queries(scene.stack)).length, before);

    await setVisibility(page, 'visible');
    await eventually(
      async () => (await queries(scene.stack)).length,
      (count) => count > before,
    );
  });
});

/** A headless browser never hides a page by itself. */
async function setVisibility(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate((wanted) => {
    Object.defineProperty(document, 'visibilityState', {get: () => wanted, configurable: true});
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
}
