import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {readChart, waitForState} from '../../e2e/support/charts.js';
import {readShifts, watchShifts} from '../../e2e/support/layout-shifts.js';
import {signIn} from '../../e2e/support/sign-in.js';
import {describeExample, visits} from './describe-example.js';
import {describeInterop} from './describe-interop.js';
import {describeSnippet} from './describe-snippet.js';
import {type Example, useExample} from './use-example.js';

/** The attributes by which a page without script shows what is to come. */
const SEEN_EARLY = {pipe: 'visits_over_time', type: 'area', heading: 'Visits'};

/**
 * All tests of an example that its own server renders: `title` for people, `name` of its folder, and
 * those of pages that it alone has.
 */
export function describeServerExample(
  title: string,
  name: 'astro' | 'next' | 'nuxt' | 'sveltekit',
  describeOwn?: (example: Example) => void,
): void {
  describe(`the ${title} example`, () => {
    const example = useExample({name, snippet: name, start: ['npm', 'run', '--silent', 'serve']});

    describe('as it is', () => describeExample(example));
    describe('from server to browser', () => describeServerRendered(example));
    describe('with the interoperability matrix', () =>
      describeInterop(example, {path: '/interop'}));
    describe('with what init prints', () => describeSnippet(example, 'snippet', '/dashboard'));
    describeOwn?.(example);
  });
}

/**
 * The tests of what a server renders and a browser takes over. Beside what `describeExample` wants,
 * the example's page has an `<output>` after the chart, `type="area"` and `heading="Visits"`, loads
 * `skeleton.css`, and has links of the names `Visits` and `About` between itself and `/about`.
 */
function describeServerRendered(example: Example): void {
  const openSignedIn = async () => {
    const opened = await example.open('app');
    await signIn(opened.page, example.stack, 'grace', 'globex');
    await waitForState(opened.page, 'ready');
    return opened;
  };

  it('has the tag with its attributes in the HTML of its server', async () => {
    const html = await (await fetch(example.url('app', '/'))).text();

    const [tag = ''] = /<tinybird-chart\b[^>]*>/.exec(html) ?? [];
    for (const [name, value] of Object.entries(SEEN_EARLY))
      assert.ok(tag.includes(` ${name}="${value}"`), `${name} in ${tag}`);
    assert.ok(!tag.includes('[object'), tag);
  });

  it('shows heading and shape before any script has arrived', async () => {
    const {page} = await example.open('app', '/about');
    const release = await holdScripts(page);
    await openHeld(page, example.url('app', '/'));

    const {heading, height, shape} = await readBox(page);
    release();
    assert.equal(heading, '"Visits"');
    assert.equal(height, 320);
    assert.match(shape, /polygon/);
  });

  it('moves nothing when the chart takes over from the skeleton', async () => {
    const {page, complaints} = await openSignedIn();
    await watchShifts(page);
    const release = await holdScripts(page);
    await openHeld(page, page.url());
    const before = await readBox(page);

    release();
    await waitForState(page, 'ready');
    await paintTwice(page);

    const after = await readBox(page);
    assert.deepEqual([after.top, after.height], [before.top, before.height]);
    assert.deepEqual(await readShifts(page), []);
    assert.deepEqual(complaints, []);
  });

  it('lets the chart begin once it has its properties', async () => {
    const {page} = await openSignedIn();

    const isHeld = await page.evaluate(() =>
      document.querySelector('tinybird-chart')!.hasAttribute('defer-hydration'),
    );
    assert.equal(isHeld, false);
  });

  it('draws again when its visitor comes back from another page', async () => {
    const {page, complaints} = await openSignedIn();

    await page.getByRole('link', {name: 'About'}).click();
    await page.getByRole('heading', {name: 'About'}).waitFor();
    assert.equal(await page.locator('tinybird-chart').count(), 0);
    await page.getByRole('link', {name: 'Visits'}).click();
    await waitForState(page, 'ready');

    assert.deepEqual((await readChart(page)).data, await visits(example.stack, 'globex'));
    assert.deepEqual(complaints, []);
  });
}

interface Box {
  readonly top: number;
  readonly height: number;
  /** Text and outline that the style sheet draws. */
  readonly heading: string;
  readonly shape: string;
}

function readBox(page: Page): Promise<Box> {
  return page.evaluate(() => {
    const chart = document.querySelector('tinybird-chart')!;
    const {top, height} = chart.getBoundingClientRect();
    return {
      top,
      height,
      heading: getComputedStyle(chart, '::before').content,
      shape: getComputedStyle(chart, '::after').clipPath,
    };
  });
}

/** Keeps every script file of the page waiting until the function that it returns is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() === 'script') await released;
    await route.fallback();
  });
  return release;
}

/** Opens a page whose scripts are held, and waits for its skeleton and what follows. */
async function openHeld(page: Page, url: string): Promise<void> {
  await page.goto(url, {waitUntil: 'commit'});
  await page.waitForFunction(() => {
    const chart = document.querySelector('tinybird-chart:not(:defined)');
    const isWhole = document.querySelector('tinybird-chart ~ output') !== null;
    return chart && isWhole && getComputedStyle(chart, '::before').content === '"Visits"';
  });
}

async function paintTwice(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}
