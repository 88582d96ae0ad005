import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import type {Page} from 'playwright-core';
import {PNG} from 'pngjs';

/** Charts that need fonts for other scripts than Latin, which differ by machine. */
const SKIPPED = '[lang=ja], [lang=ar], [data-sample=orders]';

type Chart = HTMLElementTagNameMap['tinybird-chart'];

const require = createRequire(import.meta.url);

/** Opens the gallery, all of it in view, in a font that is the same everywhere. */
export async function openGallery(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/pages/gallery.html`);
  await page.addStyleTag({content: [400, 600, 700].map(fontFace).join('')});
  await page.evaluate(async (skipped) => {
    const charts = [...document.querySelectorAll('main tinybird-chart')];
    for (const chart of charts) {
      if (!chart.matches('[data-sample]') || chart.matches(skipped)) chart.remove();
      else chart.setAttribute('loading', 'eager');
    }
    const weights = [400, 600, 700].map((weight) => document.fonts.load(`${weight} 12px Fixed`));
    await Promise.all(weights);
    document.documentElement.style.setProperty('--font', 'Fixed');
  }, SKIPPED);
  await page.waitForFunction(() =>
    [...document.querySelectorAll<Chart>('main tinybird-chart')].every(({state}) =>
      ['ready', 'empty', 'error'].includes(state),
    ),
  );
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({width: page.viewportSize()?.width ?? 0, height});
  await page.evaluate(async () => {
    const charts = [...document.querySelectorAll<Chart>('main tinybird-chart')];
    for (const chart of charts) chart.requestUpdate();
    await Promise.all(charts.map(({updateComplete}) => updateComplete));
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
  });
}

/**
 * Takes a picture of each chart: one screenshot for each section is many times as fast.
 *
 * @param sections which sections of the page, as a selector. @default all
 */
export async function takePictures(
  page: Page,
  sections = 'main section',
): Promise<ReadonlyMap<string, PNG>> {
  const pictures = new Map<string, PNG>();
  for (const section of await page.$$(`${sections}:has(tinybird-chart)`)) {
    const boxes = await section.evaluate((element) => {
      const {x, y} = element.getBoundingClientRect();
      return [...element.querySelectorAll('tinybird-chart')].map((chart) => {
        const box = chart.getBoundingClientRect();
        const name = `${element.getAttribute('aria-labelledby')}-${chart.getAttribute('heading')}`;
        return {
          name: name.toLowerCase().replace(/\W+/g, '-'),
          left: Math.round(box.x - x),
          top: Math.round(box.y - y),
          width: Math.floor(box.width),
          height: Math.floor(box.height),
        };
      });
    });
    const whole = PNG.sync.read(await section.screenshot());
    for (const {name, left, top, width, height} of boxes) {
      const picture = new PNG({width, height});
      PNG.bitblt(whole, picture, left, top, width, height, 0, 0);
      pictures.set(name, picture);
    }
  }
  return pictures;
}

function fontFace(weight: number): string {
  const file = require.resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`);
  const bytes = readFileSync(file).toString('base64');
  return `@font-face {font-family: Fixed; font-weight: ${weight};
    src: url(data:font/woff2;base64,${bytes})}`;
}
