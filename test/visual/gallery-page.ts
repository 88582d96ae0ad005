import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import type {Page} from 'playwright-core';
import {PNG} from 'pngjs';

/** Charts that need fonts for other scripts than Latin, which differ by machine. */
const SKIPPED = '[lang=ja], [lang=ar], [data-sample=orders]';

/** In pixels; higher ones take no less time for each pixel. */
const STRIP_HEIGHT = 8000;

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
 * Takes a picture of each chart. A screenshot takes a second, whatever its size: there is one for
 * each strip of the page.
 *
 * @param sections which sections of the page, as a selector. @default all
 */
export async function takePictures(
  page: Page,
  sections = 'main section',
): Promise<ReadonlyMap<string, PNG>> {
  const boxes = await page.$$eval(`${sections}:has(tinybird-chart)`, chartBoxes);
  const width = page.viewportSize()?.width ?? 0;
  const pictures = new Map<string, PNG>();
  let strip: {top: number; image: PNG} | undefined;
  for (const box of boxes) {
    if (!strip || box.top + box.height > strip.top + strip.image.height) {
      const {top} = box;
      // Beyond the page there is nothing to take.
      const height = Math.min(STRIP_HEIGHT, (page.viewportSize()?.height ?? 0) - top);
      const bytes = await page.screenshot({clip: {x: 0, y: top, width, height}});
      strip = {top, image: PNG.sync.read(bytes)};
    }
    const picture = new PNG({width: box.width, height: box.height});
    const offset = box.top - strip.top;
    PNG.bitblt(strip.image, picture, box.left, offset, box.width, box.height, 0, 0);
    pictures.set(box.name, picture);
  }
  return pictures;
}

/** Where the charts of these sections are on the page, from top to bottom, in whole pixels. */
function chartBoxes(sections: readonly Element[]) {
  const boxes = sections.flatMap((section) => {
    const {x, y} = section.getBoundingClientRect();
    return [...section.querySelectorAll('tinybird-chart')].map((chart) => {
      const box = chart.getBoundingClientRect();
      const name = `${section.getAttribute('aria-labelledby')}-${chart.getAttribute('heading')}`;
      return {
        name: name.toLowerCase().replace(/\W+/g, '-'),
        left: Math.floor(x) + Math.round(box.x - x),
        top: Math.floor(y) + Math.round(box.y - y),
        width: Math.floor(box.width),
        height: Math.floor(box.height),
      };
    });
  });
  return boxes.sort((a, b) => a.top - b.top);
}

function fontFace(weight: number): string {
  const file = require.resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`);
  const bytes = readFileSync(file).toString('base64');
  return `@font-face {font-family: Fixed; font-weight: ${weight};
    src: url(data:font/woff2;base64,${bytes})}`;
}
