import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {readChart, waitForState} from '../e2e/support/charts.js';
import {eventually} from '../e2e/support/eventually.js';
import {clearFaults} from '../e2e/support/faults.js';
import {setFocus, setVisible} from '../e2e/support/focus.js';
import {queries, tokenRequests} from '../e2e/support/requests.js';
import {useScene} from '../e2e/support/scene.js';
import {signIn} from '../e2e/support/sign-in.js';
import {statesSeen, watchStates} from '../e2e/support/states-seen.js';

const POLLING =
  '<tinybird-chart pipe="visits_over_time" refresh-interval="1" loading="eager"></tinybird-chart>';
const HOUR_MS = 3_600_000;

const isFresh = (page: Page) =>
  page.evaluate(() => {
    const {state, staleReason} = document.querySelector('tinybird-chart')!;
    return state === 'ready' && staleReason === null;
  });

describe('a token that does not come for long', () => {
  const scene = useScene();

  for (const status of [429, 503]) {
    it(`leads to a message, and to rows at last (${status})`, async () => {
      await scene.stack.addFault({server: 'clerk', path: '/tokens/tinybird$', status});
      const {page} = await scene.open({body: POLLING});
      await signIn(page, scene.stack, 'ada', 'acme');
      await waitForState(page, 'error');
      await page.getByText('Sign-in does not answer. It is tried again.').first().waitFor();
      const {code} = await readChart(page);

      await clearFaults(scene.stack);
      await waitForState(page, 'ready');

      assert.equal(code, 'token-unavailable');
    });
  }

  it('keeps the rows while there is no network, and goes on afterwards', async () => {
    await scene.stack.controlClerk({setTemplateLifetime: {template: 'tinybird', lifetimeS: 9}});
    const {page} = await scene.open({body: POLLING});
    await signIn(page, scene.stack, 'ada', 'acme');
    await waitForState(page, 'ready');
    const {data} = await readChart(page);
    await watchStates(page);

    await page.context().setOffline(true);
    await page.waitForFunction(
      () => document.querySelector('tinybird-chart')?.staleReason === 'offline',
    );
    // Long enough for the token to run out.
    await page.waitForFunction(
      () => document.querySelector('tinybird-chart')?.error?.code === 'token-unavailable',
    );
    const during = await readChart(page);
    await page.context().setOffline(false);
    await eventually(() => isFresh(page), Boolean);

    assert.deepEqual([during.staleReason, during.data], ['offline', data]);
    assert.deepEqual(await statesSeen(page), []);
  });
});

describe('a page that rests for hours', () => {
  const scene = useScene();
  /** Opens a page on a clock of the test's, with a chart that has its rows. */
  const open = async () => {
    const {page} = await scene.open({body: ''});
    await signIn(page, scene.stack, 'ada', 'acme');
    await page.clock.install();
    await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), POLLING);
    await becomesFresh(page);
    await watchStates(page);
    return page;
  };
  const becomesFresh = (page: Page) =>
    eventually(async () => {
      await page.clock.runFor(200);
      return isFresh(page);
    }, Boolean);
  /** Lets time pass for the servers, and for the page as a sleeping device does. */
  const rest = async (page: Page, forMs: number) => {
    await scene.stack.controlClerk({clockSkewMs: forMs});
    await scene.stack.setTinybirdOptions({clockSkewMs: forMs});
    await page.clock.fastForward(forMs);
  };
  const counts = async () => ({
    queries: (await queries(scene.stack)).length,
    tokens: (await tokenRequests(scene.stack)).length,
  });

  it('asks for nothing while it is hidden, and once on return', async () => {
    const page = await open();
    await setFocus(page, false);
    await setVisible(page, false);
    // What was under way has come.
    await page.waitForLoadState('networkidle');
    const before = await counts();
    await rest(page, 3 * HOUR_MS);
    // Some timers that browsers would let a hidden page have.
    await page.clock.runFor(2_000);
    const hidden = await counts();

    await setVisible(page, true);
    await eventually(
      async () => {
        await page.clock.runFor(100);
        return counts();
      },
      ({queries: asked}) => asked > hidden.queries,
    );
    await becomesFresh(page);

    assert.equal(hidden.queries, before.queries);
    // Clerk's own timer of a token that came while the tab had the focus.
    assert.ok(hidden.tokens - before.tokens <= 1, `${hidden.tokens - before.tokens} tokens`);
    const refused = (await queries(scene.stack)).filter(({status}) => status !== 200);
    assert.deepEqual(refused, []);
    assert.deepEqual(await statesSeen(page), []);
  });

  it('wakes from a sleep of eight hours with a new token and no refusal', async () => {
    const page = await open();
    const before = await counts();

    await rest(page, 8 * HOUR_MS);
    await eventually(
      async () => {
        await page.clock.runFor(200);
        return counts();
      },
      ({queries: asked}) => asked > before.queries + 2,
    );
    await becomesFresh(page);

    const statuses = (await queries(scene.stack)).map(({status}) => status);
    assert.deepEqual([...new Set(statuses)], [200]);
    assert.ok((await counts()).tokens > before.tokens);
    assert.deepEqual(await statesSeen(page), []);
  });
});
