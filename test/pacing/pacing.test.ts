import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import type {ServerOptions} from '../../demo/stack/tinybird/server-options.js';
import {waitForState} from '../e2e/support/charts.js';
import {queries} from '../e2e/support/requests.js';
import {useScene} from '../e2e/support/scene.js';
import {signIn} from '../e2e/support/sign-in.js';
import {statesSeen, watchStates} from '../e2e/support/states-seen.js';

const CHARTS = 60;
const CHARTS_OF_A_TAB = 30;
/** Of the template `tinybird`. */
const REQUESTS_PER_SECOND = 10;

const WINDOWS: readonly ServerOptions['rateWindow'][] = ['fixed', 'sliding', 'token-bucket'];

/** Puts charts on the page, each with a question of its own. */
function addCharts(page: Page, charts: number, tab = 0): Promise<void> {
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
    [charts, tab * charts] as const,
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

/**
 * Time from the first start to the last answer, and the least that is possible: ten starts in a
 * second, whose arrival only their answers prove. So each ten cost a second and the slowest of their
 * round trips; the last ten cost that alone.
 */
function spanOf(seen: readonly {startMs: number; endMs: number}[]): string {
  const sorted = seen.toSorted((left, right) => left.startMs - right.startMs);
  const endMs = Math.max(...sorted.map((each) => each.endMs));
  let idealMs = -1_000;
  for (let at = 0; at < sorted.length; at += REQUESTS_PER_SECOND) {
    const ten = sorted.slice(at, at + REQUESTS_PER_SECOND);
    idealMs += 1_000 + Math.max(...ten.map((each) => each.endMs - each.startMs));
  }
  const tookMs = endMs - (sorted[0]?.startMs ?? 0);
  return `${Math.round(tookMs)} ms, ideal ${Math.round(idealMs)} ms`;
}

describe('charts at ten requests a second', () => {
  const scene = useScene();

  const openTabs = async (count: number) => {
    const {page} = await scene.open({body: ''});
    // A busy machine answers slowly, and each window waits for the answers of the one before.
    page.context().setDefaultTimeout(120_000);
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
    it(`are drawn by one tab, sixty of them, without a refusal (${rateWindow} window)`, async (t) => {
      await scene.stack.setTinybirdOptions({rateWindow});
      const [page] = (await openTabs(1)) as [Page];

      await addCharts(page, CHARTS);
      await waitForState(page, 'ready');

      const {asked, refused} = await refusals();
      t.diagnostic(`${refused} of ${asked} refused; ${spanOf(await timings(page))}`);
      assert.equal(refused, 0);
    });

    it(`are drawn by three tabs of thirty each (${rateWindow} window)`, async (t) => {
      await scene.stack.setTinybirdOptions({rateWindow});
      const tabs = await openTabs(3);

      await Promise.all(tabs.map((tab, at) => addCharts(tab, CHARTS_OF_A_TAB, at)));
      await Promise.all(tabs.map((tab) => waitForState(tab, 'ready')));

      const span = spanOf((await Promise.all(tabs.map(timings))).flat());
      const {asked, refused} = await refusals();
      t.diagnostic(`${refused} of ${asked} refused; ${span}`);
      assert.ok(refused / asked <= 0.02);
      for (const tab of tabs) assert.ok(!(await statesSeen(tab)).includes('error'));
    });
  }

  it('are drawn by one tab where preflights count too', async (t) => {
    await scene.stack.setTinybirdOptions({countPreflights: true});
    const [page] = (await openTabs(1)) as [Page];

    await addCharts(page, CHARTS);
    await waitForState(page, 'ready');

    const {asked, refused} = await refusals();
    t.diagnostic(`${refused} of ${asked} refused; ${spanOf(await timings(page))}`);
    assert.ok(refused / asked <= 0.2);
  });
});
