import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {readChart, waitForState} from '../e2e/support/charts.js';
import {eventually} from '../e2e/support/eventually.js';
import {clearFaults} from '../e2e/support/faults.js';
import {queries, tokenRequests} from '../e2e/support/requests.js';
import {useScene} from '../e2e/support/scene.js';
import {signIn} from '../e2e/support/sign-in.js';
import {statesSeen, watchStates} from '../e2e/support/states-seen.js';

// A request may start until 5 s before the end, so that this life is used for 4 s.
const SHORT_LIFE = {template: 'tinybird', lifetimeS: 9};
const POLLING = {
  body: '<tinybird-chart pipe="visits_over_time" refresh-interval="1"></tinybird-chart>',
};

describe('a token that runs out', () => {
  const scene = useScene();

  const openReady = async () => {
    await scene.stack.controlClerk({setTemplateLifetime: SHORT_LIFE});
    const {page} = await scene.open(POLLING);
    await signIn(page, scene.stack, 'ada', 'acme');
    await waitForState(page, 'ready');
    await watchStates(page);
    return page;
  };
  const becomesFresh = (page: Page) =>
    page.waitForFunction(() => {
      const {state, staleReason} = document.querySelector('tinybird-chart')!;
      return state === 'ready' && staleReason === null;
    });

  it('is renewed in time: no request is refused and the chart stays', async () => {
    const page = await openReady();
    await eventually(
      () => tokenRequests(scene.stack),
      (requests) => requests.length >= 4,
    );

    const statuses = (await queries(scene.stack)).map(({status}) => status);
    assert.ok(statuses.length > 5);
    assert.deepEqual(
      statuses.filter((status) => status !== 200),
      [],
    );
    assert.deepEqual(await statesSeen(page), []);
  });

  it('keeps its rows on screen while Clerk answers 500 and 429, and heals', async () => {
    const page = await openReady();
    const {data} = await readChart(page);
    const rule = {server: 'clerk', path: '/tokens/tinybird$'} as const;
    await scene.stack.addFault({...rule, status: 500, times: 1});
    await scene.stack.addFault({...rule, status: 429});
    await page.waitForFunction(
      () => document.querySelector('tinybird-chart')?.staleReason === 'error',
    );
    assert.deepEqual((await readChart(page)).data, data);

    await clearFaults(scene.stack);
    await becomesFresh(page);

    assert.deepEqual(await statesSeen(page), []);
  });

  it('ends with its session when that is revoked', async () => {
    const page = await openReady();
    const revokeSession = await page.evaluate<string>('Clerk.session.id');
    await scene.stack.controlClerk({revokeSession});

    await waitForState(page, 'signed-out');

    assert.equal((await readChart(page)).data, null);
  });
});

describe('a token that does not come at first', () => {
  const scene = useScene();

  it('is asked for until Clerk gives it', async () => {
    await scene.stack.addFault({server: 'clerk', path: '/tokens/tinybird$', status: 500, times: 2});
    const {page} = await scene.open(POLLING);
    await signIn(page, scene.stack, 'ada', 'acme');

    await waitForState(page, 'ready');
  });

  for (const skewMs of [-10 * 60_000, -90_000, 10 * 60_000]) {
    it(`of servers that are ${skewMs / 1000} s ahead is used and never refused`, async () => {
      await scene.stack.controlClerk({clockSkewMs: skewMs, setTemplateLifetime: SHORT_LIFE});
      await scene.stack.setTinybirdOptions({clockSkewMs: skewMs});
      const {page} = await scene.open(POLLING);
      await signIn(page, scene.stack, 'ada', 'acme');

      await waitForState(page, 'ready');
      await eventually(
        () => tokenRequests(scene.stack),
        (requests) => requests.length >= 3,
      );
      const statuses = (await queries(scene.stack)).map(({status}) => status);
      assert.deepEqual([...new Set(statuses)], [200]);
    });
  }
});
