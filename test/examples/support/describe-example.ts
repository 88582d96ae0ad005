import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {Page} from 'playwright-core';
import type {Row} from '../../../src/index.js';
import {readChart, waitForOtherRows, waitForState} from '../../e2e/support/charts.js';
import {eventually} from '../../e2e/support/eventually.js';
import {recordFrames, takeFrames} from '../../e2e/support/frames.js';
import {askedOrganizations, queryDirectly} from '../../e2e/support/requests.js';
import {selectOrganization, signIn} from '../../e2e/support/sign-in.js';
import type {TestStack} from '../../e2e/support/test-stack.js';
import type {Example} from './use-example.js';

const PIPE = 'visits_over_time';

/** Where an example differs from the others. */
export interface ExampleTraits {
  /** Page of the chart. @default '/' */
  readonly path?: string;
  /** Whether its `output` names what a visitor chose. @default true */
  readonly tellsChoice?: boolean;
  /** What its framework is known to remark on the console. @default none */
  readonly expected?: RegExp;
}

/**
 * The tests that every example passes. Its page has a chart of `visits_over_time`, a
 * `<select>` of `granularity` (`day`, `week`, `month`), and an `<output>` of the chosen bucket.
 */
export function describeExample(example: Example, traits: ExampleTraits = {}): void {
  const {path = '/', tellsChoice = true, expected} = traits;
  const openSignedIn = async (organization: string) => {
    const opened = await example.open('app', path);
    await signIn(opened.page, example.stack, 'grace', organization);
    await waitForState(opened.page, 'ready');
    return opened;
  };
  const unexpected = (complaints: readonly string[]) =>
    complaints.filter((complaint) => !expected?.test(complaint));

  it('draws the rows of the visitor who is signed in, without a complaint', async () => {
    const {page, complaints} = await openSignedIn('globex');

    assert.deepEqual((await readChart(page)).data, await visits(example.stack, 'globex'));
    assert.ok(await isPainted(page));
    assert.deepEqual(unexpected(complaints), []);
  });

  it('asks with the parameter that its page sets later', async () => {
    const {page, complaints} = await openSignedIn('globex');
    const {data} = await readChart(page);

    await page.locator('select').selectOption('week');
    await waitForOtherRows(page, data!);

    const weeks = await visits(example.stack, 'globex', {granularity: 'week'});
    assert.deepEqual((await readChart(page)).data, weeks);
    assert.deepEqual(unexpected(complaints), []);
  });

  if (tellsChoice)
    it('tells what its visitor chose', async () => {
      const {page} = await openSignedIn('globex');

      await choose(page);

      assert.match(await textOf(page, 'output'), /\d{4}-\d{2}-\d{2}/);
    });

  it('leaves nothing of an organization on screen that is no longer active', async () => {
    const {page, complaints} = await openSignedIn('globex');
    await recordFrames(page);
    const before = (await readChart(page)).data!;
    const own = await visits(example.stack, 'initech');

    await selectOrganization(page, 'initech');
    await waitForOtherRows(page, before);

    const frames = await eventually(
      async () => takeFrames(page),
      (taken) => taken.some(({organization}) => organization === 'initech'),
    );
    for (const {organization, responses} of frames)
      if (organization === 'initech')
        assert.ok(responses.every((rows) => ['null', JSON.stringify(own)].includes(rows)));
    assert.deepEqual((await readChart(page)).data, own);
    assert.deepEqual(await askedOrganizations(example.stack), ['globex', 'initech']);
    assert.deepEqual(unexpected(complaints), []);
  });
}

/** Rows of the pipe that all examples draw, asked for over plain HTTP. */
export async function visits(
  stack: TestStack,
  organization: string,
  params: Readonly<Record<string, string>> = {},
): Promise<readonly Row[]> {
  return (await queryDirectly(stack, PIPE, organization, params)).data;
}

/** Chooses what is in the middle of the drawing. */
export async function choose(page: Page): Promise<void> {
  await page.locator('tinybird-chart canvas').first().click();
}

/** Waits until an element has text, and returns it. */
export async function textOf(page: Page, selector: string): Promise<string> {
  return eventually(
    async () => (await page.locator(selector).textContent()) ?? '',
    (text) => text.trim() !== '',
  );
}

/** Whether the canvas of the first chart has more than one colour. */
function isPainted(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const chart = document.querySelector('tinybird-chart')!;
    const canvas = chart.shadowRoot!.querySelector('canvas')!;
    const {data} = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    return new Set(new Uint32Array(data.buffer)).size > 1;
  });
}
