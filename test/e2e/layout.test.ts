import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {waitForState} from './support/charts.js';
import {useScene} from './support/scene.js';
import {signIn} from './support/sign-in.js';

const VISITS = '<tinybird-chart pipe="visits_over_time"></tinybird-chart>';

describe('the place of a chart', () => {
  const scene = useScene();
  const openReady = async (body: string) => {
    const {page} = await scene.open({body});
    await signIn(page, scene.stack, 'ada', 'acme');
    await waitForState(page, 'ready');
    return page;
  };

  it('does not move anything from skeleton to drawing', async () => {
    const {page: first} = await scene.open({body: ''});
    await signIn(first, scene.stack, 'ada', 'acme');
    await first.context().addInitScript(() => {
      const shifts: number[] = [];
      (window as unknown as {shifts: number[]}).shifts = shifts;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          shifts.push((entry as PerformanceEntry & {value: number}).value);
        }
      }).observe({type: 'layout-shift', buffered: true});
    });
    const page = await scene.openTab(first, {
      head: '<style>tinybird-chart:not(:defined) {display: block; block-size: 20rem}</style>',
      body: `${VISITS}<p>Text below</p>${VISITS}<p>More text</p>`,
    });
    await waitForState(page, 'ready');
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );

    assert.deepEqual(await page.evaluate<number[]>('shifts'), []);
  });

  const layouts = {
    flex: 'display: flex; gap: 16px',
    grid: 'display: grid; grid-template-columns: 1fr 1fr; gap: 16px',
  };
  for (const [name, style] of Object.entries(layouts)) {
    it(`follows its container both ways in ${name}`, async () => {
      const flexible = name === 'flex' ? VISITS.replace('>', ' style="flex: 1">') : VISITS;
      const page = await openReady(`<div id="box" style="${style}">${flexible.repeat(2)}</div>`);
      for (const width of [900, 500, 1_100, 360]) {
        await page.evaluate((px) => {
          document.getElementById('box')!.style.width = `${px}px`;
        }, width);

        await canvasesFit(page, (width - 16) / 2);
      }
    });
  }

  it('keeps to a height set by CSS', async () => {
    const page = await openReady(VISITS.replace('>', ' style="height: 180px">'));

    const {hostHeight, canvasHeight} = await page.evaluate(() => {
      const host = document.querySelector('tinybird-chart')!;
      const canvas = host.shadowRoot!.querySelector('canvas')!;
      return {hostHeight: host.offsetHeight, canvasHeight: canvas.clientHeight};
    });
    assert.equal(hostHeight, 180);
    assert.ok(canvasHeight > 60 && canvasHeight < 180, String(canvasHeight));
  });
});

/** Waits until every chart is `width` CSS px wide and its canvas fills it without spilling over. */
async function canvasesFit(page: Page, width: number): Promise<void> {
  await page.waitForFunction((px) => {
    const charts = [...document.querySelectorAll('tinybird-chart')];
    return charts.every((chart) => {
      const canvas = chart.shadowRoot!.querySelector('canvas');
      if (!canvas || Math.abs(chart.offsetWidth - px) > 1) return false;
      const spare = chart.offsetWidth - canvas.clientWidth;
      return spare >= 0 && spare < 8 && canvas.width === canvas.clientWidth;
    });
  }, width);
}
