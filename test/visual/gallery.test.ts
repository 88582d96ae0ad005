import assert from 'node:assert/strict';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {launchBrowser} from '../e2e/support/launch-browser.js';
import {newPage} from '../e2e/support/new-page.js';
import {startTestStack, type TestStack} from '../e2e/support/test-stack.js';
import {openGallery, takePictures} from './gallery-page.js';
import {differenceFrom, isRenewing, keepSeen} from './pictures.js';

type Chart = HTMLElementTagNameMap['tinybird-chart'];

/** Share of a picture's pixels that machines may draw differently. */
const ALLOWED = 0.0015;

describe('the gallery', () => {
  let browser: Browser;
  let stack: TestStack;
  before(async () => {
    [browser, stack] = await Promise.all([launchBrowser(), startTestStack()]);
  });
  after(async () => {
    await browser.close();
    await stack.close();
  });

  const open = async (width: number, colorScheme: 'light' | 'dark') => {
    const options = {viewport: {width, height: 900}, colorScheme, reducedMotion: 'reduce'} as const;
    const opened = await newPage(browser, options);
    await openGallery(opened.page, stack.origin);
    return opened;
  };

  for (const [width, scheme] of [
    [1200, 'light'],
    [360, 'dark'],
  ] as const) {
    it(`looks as it did, ${width} px wide and ${scheme}`, async () => {
      const {page, close} = await open(width, scheme);
      const pictures = await takePictures(page);
      const changed: string[] = [];
      for (const [name, picture] of pictures) {
        const path = `${scheme}-${width}/${name}`;
        const difference = differenceFrom(path, picture);
        if (difference <= ALLOWED) continue;
        const file = keepSeen(join(tmpdir(), 'tinybird-chart-pictures'), path, picture);
        changed.push(`${path}: ${(difference * 100).toFixed(2)} % differ, see ${file}`);
      }
      await close();

      assert.deepEqual(changed, [], 'If this is meant: npm run pictures');
      assert.ok(pictures.size > 60, `${pictures.size} charts`);
    });
  }

  it('does not look as it did when bars are rounder or text is a pixel lower', async () => {
    if (isRenewing) return;
    const {page, close} = await open(1200, 'light');
    await page.addStyleTag({content: 'tinybird-chart {--tinybird-chart-bar-radius: 12px}'});
    await page.addStyleTag({content: 'tinybird-chart::part(bar-list) {margin-block-start: 1px}'});
    await page.evaluate(async () => {
      const chart = document.querySelector<Chart>('[heading=Bar]')!;
      chart.requestUpdate();
      await chart.updateComplete;
    });
    const pictures = await takePictures(page, 'section[aria-labelledby=type]');
    const differences = ['type-bar', 'type-bar-list'].map((name) =>
      differenceFrom(`light-1200/${name}`, pictures.get(name)!),
    );
    await close();

    assert.ok(Math.min(...differences) > ALLOWED, differences.join());
  });
});
