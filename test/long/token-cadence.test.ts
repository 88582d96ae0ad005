import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {undrawn} from '../e2e/support/stories/story-tabs.js';
import {eventually} from '../e2e/support/eventually.js';
import {setFocus} from '../e2e/support/focus.js';
import {forgetClerkRequests, queries, tokenRequests} from '../e2e/support/requests.js';
import {useScene} from '../e2e/support/scene.js';
import {signIn} from '../e2e/support/sign-in.js';

const RUN_S = 600;
const STEP_S = 2;
/** Of the template `tinybird`; a token may open requests until 5 s before its end. */
const USABLE_S = 60 - 5;

const CHARTS = ['visits_over_time', 'devices', 'top_countries', 'kpis']
  .map(
    (pipe) => `<tinybird-chart pipe="${pipe}" refresh-interval="30" loading="eager"
    no-animation></tinybird-chart>`,
  )
  .join('');

describe('ten minutes of four charts with tokens of a minute', () => {
  const scene = useScene();

  /** Opens a page on a clock that a test moves on, and signs in: no token was asked for yet. */
  const open = async () => {
    const {page: blank} = await scene.open({body: '', clerk: 'none'});
    await blank.context().clock.install();
    const page = await scene.openTab(blank, {body: ''});
    await signIn(page, scene.stack, 'ada', 'acme');
    return page;
  };
  /** Lets ten minutes pass for page and servers; returns the requests for tokens. */
  const live = async (page: Page) => {
    const underWay = new Set<object>();
    page.on('request', (request) => underWay.add(request));
    page.on('requestfinished', (request) => underWay.delete(request));
    page.on('requestfailed', (request) => underWay.delete(request));
    const startMs = await page.evaluate(() => Date.now());
    let nowMs = startMs;
    for (let skewMs = STEP_S * 1_000; nowMs - startMs < RUN_S * 1_000; skewMs += STEP_S * 1_000) {
      await scene.stack.controlClerk({clockSkewMs: skewMs});
      await scene.stack.setTinybirdOptions({clockSkewMs: skewMs});
      await page.clock.runFor(STEP_S * 1_000);
      nowMs = await page.evaluate(() => Date.now());
      await eventually(
        () => underWay.size,
        (size) => size === 0,
      );
    }
    return (await tokenRequests(scene.stack)).length;
  };
  const liveWithCharts = async (hasFocus: boolean) => {
    const page = await open();
    await setFocus(page, hasFocus);
    await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), CHARTS);
    const tokens = await live(page);
    const statuses = (await queries(scene.stack)).map(({status}) => status);
    assert.deepEqual(await undrawn(page), []);
    assert.deepEqual([...new Set(statuses)], [200]);
    assert.ok(statuses.length >= 4 * 19, `${statuses.length} queries`);
    return tokens;
  };

  it('costs no more tokens than clerk-js renews by itself, with the focus', async (t) => {
    const page = await open();
    await page.evaluate("Clerk.session.getToken({template: 'tinybird', skipCache: true})");
    const alone = await live(page);
    await page.close();
    await scene.stack.reset();
    await forgetClerkRequests(scene.stack);

    const together = await liveWithCharts(true);

    t.diagnostic(`${together} requests for tokens, ${alone} by clerk-js that was asked once`);
    assert.ok(alone >= 13);
    assert.ok(together <= Math.ceil(alone * 1.1));
  });

  it('costs a tenth more tokens than it must have, without the focus', async (t) => {
    const tokens = await liveWithCharts(false);

    const least = RUN_S / USABLE_S;
    t.diagnostic(`${tokens} requests for tokens, least ${least.toFixed(1)}`);
    assert.ok(tokens >= Math.floor(least));
    assert.ok(tokens <= Math.ceil(least) * 1.1);
  });
});
