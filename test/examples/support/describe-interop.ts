import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {Page} from 'playwright-core';
import {mintTinybirdJwt} from '../../../demo/stack/tinybird/mint-jwt.js';
import {readChart, waitForOtherRows, waitForState} from '../../e2e/support/charts.js';
import {queries} from '../../e2e/support/requests.js';
import {choose, textOf, visits} from './describe-example.js';
import type {Example} from './use-example.js';

const ORGANIZATION = 'initech';

/** Where a framework's page differs from the others. */
export interface InteropTraits {
  /** Page of the chart. @default '/' */
  readonly path?: string;
  /** What its framework is known to remark on the console. @default none */
  readonly expected?: RegExp;
}

/**
 * The tests of what a framework does with the tag. In the framework's own syntax its page has a
 * chart of `visits_over_time` with
 *
 * - the attributes `heading="Visits"` and `number-format="decimal"`,
 * - the boolean `noLegend`, true at first, which `<button id="legend">` turns,
 * - the object `params`, `{granularity: 'week'}` at first, which `<button id="params">` makes
 *   `{granularity: 'month'}`,
 * - the function `getToken`, which returns `globalThis.interopToken`,
 * - `refresh-interval="30"`,
 * - a listener of `tinybird-chart-load`, which writes `response.rows` into `<output id="loaded">`,
 * - a listener of `tinybird-chart-select`, which writes `index` into `<output id="chosen">`,
 *
 * and a `<button id="remove">` that takes the chart out of the page.
 */
export function describeInterop(example: Example, traits: InteropTraits = {}): void {
  const {path = '/', expected} = traits;
  const open = async () => {
    const fixed_params = {org: ORGANIZATION};
    const scopes = [{type: 'PIPES:READ', resource: 'visits_over_time', fixed_params}] as const;
    const token = await mintTinybirdJwt({claims: {name: 'interop', scopes}});
    const opened = await example.open('interop', path, async ({page}) => {
      await page.addInitScript((given) => {
        (globalThis as unknown as {interopToken: string}).interopToken = given;
      }, token);
      await page.clock.install();
    });
    await waitForState(opened.page, 'ready');
    return opened;
  };
  const unexpected = (complaints: readonly string[]) =>
    complaints.filter((complaint) => !expected?.test(complaint));
  const read = <K extends 'heading' | 'numberFormat' | 'noLegend' | 'params'>(
    page: Page,
    name: K,
  ) => page.evaluate((key) => document.querySelector('tinybird-chart')![key], name);

  it('passes attributes as text', async () => {
    const {page, complaints} = await open();

    assert.equal(await read(page, 'heading'), 'Visits');
    assert.equal(await read(page, 'numberFormat'), 'decimal');
    assert.deepEqual(unexpected(complaints), []);
  });

  it('turns a boolean on and off', async () => {
    const {page} = await open();
    const turn = async (isOn: boolean) => {
      await page.locator('#legend').click();
      await page.waitForFunction(
        (wanted) => document.querySelector('tinybird-chart')!.noLegend === wanted,
        isOn,
      );
    };
    assert.equal(await read(page, 'noLegend'), true);

    await turn(false);
    await page.locator('tinybird-chart .legend').waitFor();
    await turn(true);
  });

  it('passes an object as it is', async () => {
    const {page} = await open();

    assert.deepEqual(await read(page, 'params'), {granularity: 'week'});
    const weeks = await visits(example.stack, ORGANIZATION, {granularity: 'week'});
    assert.deepEqual((await readChart(page)).data, weeks);
  });

  it('passes a function', async () => {
    const {page} = await open();

    assert.equal(
      await page.evaluate(() => typeof document.querySelector('tinybird-chart')!.getToken),
      'function',
    );
    const asked = (await queries(example.stack)).filter(({caller}) => caller === 'interop');
    assert.equal(asked.length, 1);
  });

  it('passes an object that changes later', async () => {
    const {page, complaints} = await open();
    const {data} = await readChart(page);

    await page.locator('#params').click();
    await waitForOtherRows(page, data!);

    const months = await visits(example.stack, ORGANIZATION, {granularity: 'month'});
    assert.deepEqual((await readChart(page)).data, months);
    assert.deepEqual(unexpected(complaints), []);
  });

  it('hears tinybird-chart-load', async () => {
    const {page} = await open();
    const {data} = await readChart(page);

    assert.equal(await textOf(page, '#loaded'), String(data!.length));
  });

  it('hears tinybird-chart-select', async () => {
    const {page} = await open();

    await choose(page);

    assert.match(await textOf(page, '#chosen'), /^\d{4}-\d{2}-\d{2}/);
  });

  it('takes the chart away with all that it does', async () => {
    const {page, complaints} = await open();
    const asked = (await queries(example.stack)).length;
    const answered = page.waitForResponse((response) => response.url().includes('/v0/pipes/'));
    await page.clock.fastForward(31_000);
    await answered;
    const askedAgain = (await queries(example.stack)).length;
    assert.equal(askedAgain, asked + 1);

    await page.locator('#remove').click();
    await page.waitForFunction(() => !document.querySelector('tinybird-chart'));
    await page.clock.fastForward(300_000);
    await page.evaluate(() => fetch('/'));

    assert.equal((await queries(example.stack)).length, askedAgain);
    assert.deepEqual(unexpected(complaints), []);
  });
}
