import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import pixelmatch from 'pixelmatch';
import type {BrowserContextOptions, Page} from 'playwright-core';
import {PNG} from 'pngjs';
import {type ChartPage, chartPage} from '../e2e/support/chart-page.js';
import {waitForState} from '../e2e/support/charts.js';
import {readShifts, watchShifts} from '../e2e/support/layout-shifts.js';
import {useScene} from '../e2e/support/scene.js';
import {signIn} from '../e2e/support/sign-in.js';

const SHEET = readFileSync(
  fileURLToPath(new URL('../../dist/skeleton.css', import.meta.url)),
  'utf8',
);

/** All of a page at once, as what is out of view does not count as shift. */
const TALL = {viewport: {width: 900, height: 1_400}};

const KINDS =
  'auto line area bar scatter bar-list pie donut metric sparkline table heatmap funnel'.split(' ');

describe('a chart before its script has arrived', () => {
  const scene = useScene();

  /** Opens a page with the sheet; its script comes when `arrive` is called. */
  const openHeld = async (page: Page, content: ChartPage) => {
    scene.host.put('/skeleton.css', {body: SHEET, headers: {'content-type': 'text/css'}});
    const head = `<link rel="stylesheet" href="/skeleton.css" />${content.head ?? ''}`;
    const url = scene.host.put('/held', chartPage(scene.stack, {...content, head}));
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    await page.route('**/tinybird-chart.js', async (route) => {
      await arrived;
      await route.continue();
    });
    await watchShifts(page);
    await page.goto(url, {waitUntil: 'commit'});
    await page.locator('#end').waitFor();
    await painted(page);
    return {arrive};
  };
  const openBlank = async (options: BrowserContextOptions = {}) =>
    (await scene.open({body: ''}, {...TALL, ...options})).page;

  it('keeps its place from then to the drawing, whatever its kind', async () => {
    const page = await openBlank();
    await signIn(page, scene.stack, 'ada', 'acme');
    const {arrive} = await openHeld(page, {
      body: `
        <tinybird-chart pipe="kpis" type="metric" heading="Visits" categories="current"
          param-metric="visits"></tinybird-chart><p>Below</p>
        <tinybird-chart pipe="top_pages" type="table"></tinybird-chart><p>Below</p>
        <tinybird-chart pipe="error_rate_over_time" type="sparkline" heading="" index="time"
          categories="error_rate"></tinybird-chart><p>Below</p>
        <tinybird-chart pipe="visits_over_time" type="line" heading="Visits" description="A day"
          style="block-size: 15rem"></tinybird-chart><p id="end">Below</p>`,
    });
    const heights = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('tinybird-chart')].map((chart) => chart.offsetHeight),
      );
    const before = await heights();

    arrive();
    await page.waitForFunction(() => customElements.get('tinybird-chart') !== undefined);
    await painted(page);
    assert.deepEqual(await readShifts(page), []);
    await waitForState(page, 'ready');
    await painted(page);

    assert.deepEqual(await readShifts(page), []);
    const after = await heights();
    assert.deepEqual(before.slice(1), after.slice(1));
    assert.ok(Math.abs(before[0]! - after[0]!) < 3, `${before.join()} and ${after.join()}`);
  });

  for (const colorScheme of ['light', 'dark'] as const)
    it(`looks as it does afterwards, in ${colorScheme}`, async () => {
      const page = await openBlank({colorScheme, reducedMotion: 'reduce'});
      const charts = KINDS.map(
        (type) =>
          `<tinybird-chart pipe="visits" type="${type}" heading="A ${type}"
            style="block-size: 9rem"></tinybird-chart>`,
      );
      const {arrive} = await openHeld(page, {
        clerk: 'none',
        head: `<style>:root {color-scheme: light dark} main {display: grid; gap: 1rem;
          grid-template-columns: 1fr 1fr}</style>`,
        body: `<main>${charts.join('')}
          <tinybird-chart pipe="visits" heading="" dir="rtl" style="block-size: 9rem"></tinybird-chart>
          <tinybird-chart pipe="visits" type="bar" horizontal heading="A long heading that goes on
            and on over more than one line of the narrow column that it is in" theme="light"
            style="block-size: 9rem; background: white"></tinybird-chart>
          ${[
            '',
            'type="table"',
            'refresh-interval="60"',
            'type="table" refresh-interval="60"',
            'no-actions',
          ]
            .map(
              (attributes) => `<tinybird-chart pipe="visits" ${attributes}
                heading="Nine words that break beside buttons, if any, somewhere there"
                style="block-size: 5rem; inline-size: 20rem"></tinybird-chart>`,
            )
            .join('')}
          </main><p id="end">Below</p>`,
      });
      const before = PNG.sync.read(await page.screenshot());

      arrive();
      await waitForState(page, 'waiting');
      await painted(page);
      const after = PNG.sync.read(await page.screenshot());

      const {width, height} = before;
      const differing = pixelmatch(before.data, after.data, undefined, width, height);
      assert.ok(differing < 200, `${differing} pixels differ`);
      assert.ok(new Set(new Uint32Array(before.data.buffer)).size > 20, 'nothing is shown');
    });

  it('shows what its slots show while it loads, and no other content', async () => {
    const page = await openBlank();
    await openHeld(page, {
      body: `<tinybird-chart pipe="visits" heading="Visits">
          <p slot="loading">One moment</p><p slot="error">It broke</p><p slot="footer">Source</p>
          <p>Needs a script</p>
        </tinybird-chart><p id="end">Below</p>`,
    });

    const seen = await page.locator('tinybird-chart').innerText();
    assert.match(seen, /One moment\s+Source$/);
  });

  it('shows its fallback where no script runs', async () => {
    const page = await openBlank({javaScriptEnabled: false});
    scene.host.put('/skeleton.css', {body: SHEET, headers: {'content-type': 'text/css'}});
    const url = scene.host.put('/silent', {
      body: `<link rel="stylesheet" href="/skeleton.css" />
        <tinybird-chart pipe="visits"><p>Needs a script</p></tinybird-chart>`,
    });
    await page.goto(url);

    await page.getByText('Needs a script').waitFor({state: 'visible'});
  });

  it('waits for its properties where a server asks it to', async () => {
    const page = await openBlank();
    await signIn(page, scene.stack, 'ada', 'acme');
    const {arrive} = await openHeld(page, {
      body: `<tinybird-provider defer-hydration>
          <tinybird-chart heading="Visits" loading="eager"></tinybird-chart>
        </tinybird-provider><p id="end">Below</p>`,
    });
    arrive();
    await page.waitForFunction(() => customElements.get('tinybird-chart') !== undefined);
    await painted(page);
    const early = await page.evaluate(() => {
      const {state, error, shadowRoot} = document.querySelector('tinybird-chart')!;
      return [state, error, shadowRoot!.querySelector('h3')?.textContent];
    });

    await page.evaluate(() => {
      document.querySelector('tinybird-chart')!.pipe = 'visits_over_time';
      document.querySelector('tinybird-provider')!.removeAttribute('defer-hydration');
    });
    await waitForState(page, 'ready');

    assert.deepEqual(early, ['idle', null, 'Visits']);
  });
});

/** Waits until what has changed is on screen. */
async function painted(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}
