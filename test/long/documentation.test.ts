import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {PAGE_NAMES} from '../../demo/docs/site/site-map.js';
import {eventually} from '../e2e/support/eventually.js';
import {launchBrowser} from '../e2e/support/launch-browser.js';
import {newPage, type TestPage} from '../e2e/support/new-page.js';
import {startTestStack, type TestStack} from '../e2e/support/test-stack.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeWindow {
  readonly axe: {
    run(
      options: object,
    ): Promise<{violations: {id: string; nodes: {target: unknown; html: string}[]}[]}>;
  };
}

describe('the documentation', () => {
  let stack: TestStack;
  let browser: Browser;

  before(async () => {
    stack = await startTestStack();
    await stack.reset();
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    await stack.close();
  });

  async function open(path: string, colorScheme: 'light' | 'dark' = 'light'): Promise<TestPage> {
    const permissions = ['local-network-access', 'clipboard-read', 'clipboard-write'];
    const opened = await newPage(browser, {colorScheme, permissions});
    await opened.page.goto(`${stack.origin}/docs/${path}`);
    await opened.page.waitForFunction(() =>
      document.querySelector('.theme-button')?.hasAttribute('aria-label'),
    );
    return opened;
  }

  for (const name of PAGE_NAMES) {
    it(`opens ${name} without a complaint, also of axe`, async () => {
      const {page, complaints, close} = await open(`${name}.html`);
      await page.evaluate(axe);

      const violations = await page.evaluate(async () => {
        const {violations} = await (window as unknown as AxeWindow).axe.run({
          // The heading of a chart is of level 3 wherever it stands.
          rules: {'heading-order': {enabled: false}},
        });
        return violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join(' ')}`);
      });

      assert.deepEqual(violations, []);
      assert.deepEqual(complaints, []);
      await close();
    });
  }

  it('draws sample rows before anybody has signed in', async () => {
    const {page, close} = await open('index.html');

    await page.waitForFunction(
      () => document.querySelector('tinybird-chart')?.response?.rows === 30,
    );
    await close();
  });

  it('edits a chart, and copies the tag, the template and a link that holds it all', async () => {
    const {page, close} = await open('playground.html');
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await page.getByLabel('type', {exact: true}).selectOption('bar');
    await page.getByLabel('smooth', {exact: true}).check();
    await page.getByLabel('React', {exact: true}).check({force: true});

    await page.getByRole('button', {name: 'Copy', exact: true}).first().click();
    const tag = await eventually(copied, (text) => text.includes('TinybirdChart'));
    assert.match(tag, /type="bar"/);
    await page.getByRole('button', {name: 'Copy', exact: true}).last().click();
    const template = await eventually(copied, (text) => text.includes('PIPES:READ'));
    assert.match(template, /"resource": "visits_over_time"/);
    await page.reload();

    const chart = page.locator('#playground tinybird-chart');
    await chart.waitFor();
    assert.equal(await chart.getAttribute('type'), 'bar');
    assert.equal(await chart.getAttribute('smooth'), '');
    await close();
  });

  it('finds an error by its code, by keyboard alone', async () => {
    const {page, close} = await open('index.html');
    await page.keyboard.press('/');
    await page.keyboard.type('tenant-mismatch');
    await page.locator('.search li a').first().waitFor();
    await page.keyboard.press('Enter');

    await page.waitForURL(/errors\.html#tenant-mismatch$/);
    await close();
  });
});
