import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import type {ServerOptions} from '../../demo/stack/tinybird/server-options.js';
import {waitForState} from './support/charts.js';
import {queries} from './support/requests.js';
import {useScene} from './support/scene.js';
import {signIn} from './support/sign-in.js';
import {statesSeen, watchStates} from './support/states-seen.js';

const CHARTS = 60;
/** Of the template `tinybird`. */
const REQUESTS_PER_SECOND = 10;

const WINDOWS: readonly ServerOptions['rateWindow'][] = ['fixed', 'sliding', 'token-bucket'];

/**
 * Nobody can start more than one window's requests at once without knowing when windows begin, and
 * a bucket gives ten a second: the last start can be no sooner than this after the first.
 */
const idealMs = (charts: number) => (charts / REQUESTS_PER_SECOND - 1) * 1_000;

/** Puts sixty charts on the page, each with a question of its own. */
function addCharts(page: Page, tab: number): Promise<void> {
  return page.evaluate(
    ([count, from]) => {
      for (let at = 0; at < count; at += 1) {
        const chart = document.createElement('tinybird-chart');
        chart.setAttribute('pipe', 'top_pages');
        chart.setAttribute('type', 'table');
        chart.setAttribute('loading', 'eager');
        chart.setAttribute('param-limit', `${from + at + 1}`);
        document.body.append(chart);
      }
    },
    [CHARTS, tab * CHARTS] as const,
  );
}

/** When the page started its queries and had their answers, by the wall clock. */
async function timings(page: Page): Promise<{startMs: number; endMs: number}[]> {
  const seen = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({name}) => name.includes('/v0/pipes/'))
      .map(({startTime, duration}) => ({
        startMs: performance.timeOrigin + startTime,
        endMs: performance.timeOrigin + startTime + duration,
      })),
  );
  return seen.sort((left, right) => left.startMs - right.startMs);
}

/** Milliseconds from first start to last start, and of the longest request. */
function spanOf(seen: readonly {startMs: number; endMs: number}[]) {
  const starts = seen.map(({startMs}) => startMs);
  const longestMs = Math.max(...seen.map(({startMs, endMs}) => endMs - startMs));
  return {tookMs: Math.max(...starts) - Math.min(...starts), longestMs};
}

describe('sixty charts at ten requests a second', () => {
  const scene = useScene();

  const openTabs = async (count: number) => {
    const {page} = await scene.open({body: ''});
    await page.evaluate(() => performance.setResourceTimingBufferSize(2_000));
    await signIn(page, scene.stack, 'ada', 'acme');
    const pages = [page];
    while (pages.length < count) {
      const tab = await scene.openTab(page, {body: ''});
      await tab.evaluate(() => performance.setResourceTimingBufferSize(2_000));
      pages.push(tab);
    }
    for (const each of pages) await watchStates(each);
    return pages;
  };
  const refusals = async () => {
    const seen = await queries(scene.stack);
    return {asked: seen.length, refused: seen.filter(({status}) => status === 429).length};
  };

  for (const rateWindow of WINDOWS) {
    it(`are drawn by one tab without a refusal (${rateWindow} window)`, async (t) => {
      await scene.stack.setTinybirdOptions({rateWindow});
      const [page] = (await openTabs(1)) as [Page];

      await addCharts(page, 0);
      await waitForState(page, 'ready');

      const {tookMs, longestMs} = spanOf(await timings(page));
      const {asked, refused} = await refusals();
      t.diagnostic(
        `${refused} of ${asked} refused; ${Math.round(tookMs)} ms, ideal ${idealMs(CHARTS)} ms, longest request ${Math.round(longestMs)} ms`,
      );
      assert.equal(refused, 0);
      assert.ok(tookMs < idealMs(CHARTS) * 1.15 + longestMs);
    });

    it(`are drawn by each of three tabs (${rateWindow} window)`, async (t) => {
      await scene.stack.setTinybirdOptions({rateWindow});
      const tabs = await openTabs(3);

      await Promise.all(tabs.map(addCharts));
      await Promise.all(tabs.map((tab) => waitForState(tab, 'ready')));

      const {tookMs, longestMs} = spanOf((await Promise.all(tabs.map(timings))).flat());
      const {asked, refused} = await refusals();
      t.diagnostic(
        `${refused} of ${asked} refused; ${Math.round(tookMs)} ms, ideal ${idealMs(3 * CHARTS)} ms, longest request ${Math.round(longestMs)} ms`,
      );
      assert.ok(refused / asked <= 0.02);
      for (const tab of tabs) assert.ok(!(await statesSeen(tab)).includes('error'));
    });
  }

  it('are drawn by one tab where preflights count too', async (t) => {
    await scene.stack.setTinybirdOptions({countPreflights: true});
    const [page] = (await openTabs(1)) as [Page];

    await addCharts(page, 0);
    await waitForState(page, 'ready');

    const {asked, refused} = await refusals();
    const {tookMs} = spanOf(await timings(page));
    t.diagnostic(`${refused} of ${asked} refused; ${Math.round(tookMs)} ms`);
    assert.ok(refused / asked <= 0.2);
  });
});
