import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {readChart, waitForState} from '../e2e/support/charts.js';
import {signIn} from '../e2e/support/sign-in.js';
import {visits} from './support/describe-example.js';
import {describeServerExample} from './support/describe-server-example.js';
import type {Example} from './support/use-example.js';

const MONTHS = {granularity: 'month'};

describeServerExample('Next.js', 'next', (example) => {
  describe('with the tag itself in a server component', () => describePlainTag(example));
});

function describePlainTag(example: Example): void {
  const assertMonths = async (page: Page) => {
    await waitForState(page, 'ready');
    const {data} = await readChart(page);
    assert.deepEqual(data, await visits(example.stack, 'globex', MONTHS));
  };

  it('has the attributes in the HTML of its server, and nothing that holds the chart', async () => {
    const html = await (await fetch(example.url('app', '/plain'))).text();

    const [tag = ''] = /<tinybird-chart\b[^>]*>/.exec(html) ?? [];
    for (const attribute of ['pipe="visits_over_time"', 'type="bar"', 'param-granularity="month"'])
      assert.ok(tag.includes(` ${attribute}`), tag);
    assert.ok(!tag.includes('defer-hydration'), tag);
  });

  it('draws what the attributes ask for, without a complaint', async () => {
    const {page, complaints} = await example.open('app', '/plain');
    await signIn(page, example.stack, 'grace', 'globex');

    await assertMonths(page);
    assert.deepEqual(complaints, []);
  });

  it('draws where a link leads to it, in place of the component', async () => {
    const {page, complaints} = await example.open('app');
    await signIn(page, example.stack, 'grace', 'globex');
    await waitForState(page, 'ready');

    await page.getByRole('link', {name: 'Plain tag'}).click();
    await page.locator('tinybird-chart[type="bar"]').waitFor();

    await assertMonths(page);
    assert.equal(await page.locator('tinybird-chart').count(), 1);
    assert.deepEqual(complaints, []);
  });
}
