import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {useScene} from '../e2e/support/scene.js';

/** Room around the chart, in CSS pixels. */
const ROOM = 60;
const WIDTH = 480;
const HEIGHT = 320;

/** Marks that pile up above and below a letter. */
const TALL = `Z${'\u0300\u0301\u0302\u0489\u0316\u0317\u0323'.repeat(120)}`;
const WORDS = Array.from({length: 2_000}, (_, at) => `word${at}`).join(' ');

/** What a chart is given. */
interface Given {
  readonly type?: string;
  readonly heading?: string;
  readonly description?: string;
  readonly data: readonly Readonly<Record<string, unknown>>[];
}

const rows = (name: string) =>
  Array.from({length: 6}, (_, at) => ({
    day: `2026-01-0${at + 1}`,
    [name]: `${name} ${at}`,
    visits: at + 1,
  }));
const wide = Array.from({length: 3}, (_, row) =>
  Object.fromEntries(Array.from({length: 10_000}, (_, at) => [`column_${at}`, row * at])),
);

const cases: readonly [string, Given][] = [
  ['a heading of 2,000 words', {type: 'line', heading: WORDS, data: rows('page')}],
  [
    'a description without a gap',
    {type: 'bar', description: 'x'.repeat(9_000), data: rows('page')},
  ],
  ['10,000 columns in a table', {type: 'table', data: wide}],
  ['10,000 columns in a line chart', {type: 'line', data: wide}],
  ['10,000 columns in a metric', {type: 'metric', data: wide.slice(0, 1)}],
  ['numbers of 300 digits', {type: 'metric', data: [{n: 1e300, previous_n: 1e-300}]}],
  ...['line', 'bar', 'bar-list', 'pie', 'table', 'heatmap', 'funnel', 'metric'].map(
    (type): [string, Given] => [
      `tall marks in a ${type}`,
      {type, heading: TALL, description: TALL, data: rows(TALL)},
    ],
  ),
];

describe('what a stranger writes', () => {
  const scene = useScene();

  const draw = async (page: Page, given: Given) => {
    await page.evaluate(async (properties) => {
      document.querySelector('tinybird-chart')?.remove();
      const chart = document.createElement('tinybird-chart');
      Object.assign(chart, {noAnimation: true, ...properties});
      document.body.append(chart);
      await new Promise((resolve) => setTimeout(resolve));
    }, given);
    await page.waitForFunction(() => {
      const chart = document.querySelector('tinybird-chart');
      return chart?.state === 'ready' || chart?.state === 'error';
    });
    // Drawn, laid out and painted.
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  };
  /** Number of pixels around the chart that are not white. */
  const strays = async (page: Page) => {
    const picture = (await page.screenshot()).toString('base64');
    return page.evaluate(
      async ([base64, room, width, height]) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes], {type: 'image/png'}));
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext('2d')!;
        context.drawImage(image, 0, 0);
        const {data} = context.getImageData(0, 0, image.width, image.height);
        let found = 0;
        for (let at = 0; at < data.length; at += 4) {
          const x = (at / 4) % image.width;
          const y = Math.floor(at / 4 / image.width);
          const isInside = x >= room && x < room + width && y >= room && y < room + height;
          if (!isInside && Math.min(data[at]!, data[at + 1]!, data[at + 2]!) < 250) found += 1;
        }
        return found;
      },
      // Four pixels for the rings around what has the focus.
      [picture, ROOM - 4, WIDTH + 8, HEIGHT + 8] as const,
    );
  };

  for (const [name, given] of cases) {
    it(`is not painted outside of its chart: ${name}`, async () => {
      const size = {width: WIDTH + 2 * ROOM, height: HEIGHT + 2 * ROOM};
      const {page} = await scene.open(
        {
          clerk: 'none',
          head: `<style>
            body {margin: ${ROOM}px}
            tinybird-chart {inline-size: ${WIDTH}px; block-size: ${HEIGHT}px !important}
          </style>`,
          body: '',
        },
        {viewport: size},
      );
      await page.waitForFunction(() => customElements.get('tinybird-chart'));
      await draw(page, given);

      assert.equal(await strays(page), 0);
      const scrolls = await page.evaluate(() => {
        const {scrollWidth, clientWidth} = document.documentElement;
        return scrollWidth > clientWidth;
      });
      assert.equal(scrolls, false);
    });
  }
});
