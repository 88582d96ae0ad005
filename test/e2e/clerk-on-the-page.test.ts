import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {clerkAttributes, clerkTags} from './support/chart-page.js';
import {readChart, readCharts, waitForState} from './support/charts.js';
import {eventually} from './support/eventually.js';
import {queries} from './support/requests.js';
import {useScene} from './support/scene.js';
import {signIn} from './support/sign-in.js';

const VISITS = '<tinybird-chart pipe="visits_over_time"></tinybird-chart>';
const OTHER_KEY = `pk_test_${Buffer.from('other.clerk.accounts.dev$').toString('base64')}`;

describe('Clerk', () => {
  const scene = useScene();
  const scriptsOfClerk = (page: Page) =>
    page.evaluate(
      () =>
        performance
          .getEntriesByType('resource')
          .filter(({name}) => name.endsWith('/clerk.browser.js')).length,
    );
  /** Runs the page's own Clerk tags now; scripts of parsed markup would not run, copies do. */
  const appendClerk = (page: Page) =>
    page.evaluate(async (tags) => {
      const template = document.createElement('template');
      template.innerHTML = tags;
      for (const tag of template.content.querySelectorAll('script')) {
        const script = document.createElement('script');
        for (const {name, value} of tag.attributes) script.setAttribute(name, value);
        script.text = tag.text;
        const loaded = new Promise((resolve) => script.addEventListener('load', resolve));
        document.body.append(script);
        if (script.src) await loaded;
      }
    }, clerkTags(scene.stack));
  const signInAndDraw = async (page: Page) => {
    await signIn(page, scene.stack, 'ada', 'acme');
    await waitForState(page, 'ready');
    assert.equal((await queries(scene.stack)).length, 1);
    assert.equal(await scriptsOfClerk(page), 1);
  };

  it('is adopted where the page runs it before the element', async () => {
    const {page} = await scene.open({clerk: 'none', body: clerkTags(scene.stack) + VISITS});

    await signInAndDraw(page);
  });

  it('is adopted where the page runs it long after the element', async () => {
    const {page} = await scene.open({clerk: 'none', body: VISITS});
    await waitForState(page, 'waiting');
    await appendClerk(page);

    await signInAndDraw(page);
  });

  it('is adopted, not loaded again, where the page runs it and the chart has a key', async () => {
    const key = clerkAttributes(scene.stack);
    const {page} = await scene.open({
      body: `<tinybird-chart pipe="visits_over_time" ${key}></tinybird-chart>`,
    });

    await signInAndDraw(page);
  });

  it('is taken from configure() where the page has bundled it', async () => {
    // What a bundle does: an instance of its own, which is no global.
    const bundle = `<script type="module">
      import {configure} from '/tinybird-chart.js';
      const {publishableKey, constructor: Clerk} = window.Clerk;
      delete window.Clerk;
      const clerk = new Clerk(publishableKey, {proxyUrl: '/__clerk'});
      await clerk.load({telemetry: false});
      configure({clerk});
      window.bundled = clerk;
    </script>`;
    const {publishableKey} = scene.stack.description.clerk;
    const script = `<script src="/__clerk/npm/@clerk/clerk-js@6/dist/clerk.browser.js"
      data-clerk-publishable-key="${publishableKey}" data-clerk-proxy-url="/__clerk"></script>`;
    const {page} = await scene.open({clerk: 'none', body: script + VISITS + bundle});
    await waitForState(page, 'signed-out');
    await page.evaluate(async () => {
      const {bundled} = window as unknown as {
        bundled: {
          client: {signIn: {create(given: object): Promise<{createdSessionId: string}>}};
          setActive(given: object): Promise<void>;
        };
      };
      const {createdSessionId: session} = await bundled.client.signIn.create({
        strategy: 'password',
        identifier: 'ada@acme.test',
        password: 'ada-charts',
      });
      await bundled.setActive({session, organization: 'org_acme'});
    });

    await waitForState(page, 'ready');
  });

  it('is loaded with the key on the script tag where the page has none', async () => {
    const {page} = await scene.open({clerk: 'loaded', body: VISITS});

    await signInAndDraw(page);
  });

  it('is loaded once with the key of many charts and a relative proxy', async () => {
    const key = clerkAttributes(scene.stack);
    const chart = `<tinybird-chart pipe="visits_over_time" ${key}></tinybird-chart>`;
    const {page} = await scene.open({clerk: 'none', body: chart.repeat(3)});

    await signInAndDraw(page);
  });

  it('with another key than the page asks for is refused', async () => {
    const {page} = await scene.open({
      body: `<tinybird-chart pipe="visits_over_time" clerk-publishable-key="${OTHER_KEY}"></tinybird-chart>`,
    });
    await waitForState(page, 'error');

    assert.equal((await readChart(page)).code, 'clerk-key-mismatch');
    assert.deepEqual(await queries(scene.stack), []);
  });

  it('has its components where the element loads it', async () => {
    const {page} = await scene.open({clerk: 'loaded', body: `<div id="switcher"></div>${VISITS}`});
    await signIn(page, scene.stack, 'grace', 'globex');
    await waitForState(page, 'ready');

    await page.evaluate(`Clerk.mountOrganizationSwitcher(document.querySelector('#switcher'))`);

    await page.locator('.cl-organizationSwitcherTrigger').waitFor();
  });

  it('is loaded once where charts have two keys, and refused to one of them', async () => {
    const key = clerkAttributes(scene.stack);
    const {page} = await scene.open({
      clerk: 'none',
      body: `<tinybird-chart pipe="visits_over_time" ${key}></tinybird-chart>
        <tinybird-chart pipe="visits_over_time" clerk-publishable-key="${OTHER_KEY}"
          clerk-proxy-url="/__clerk"></tinybird-chart>`,
    });
    await signIn(page, scene.stack, 'ada', 'acme');
    await page.waitForFunction(() => {
      const charts = [...document.querySelectorAll('tinybird-chart')];
      const states = charts.map(({state}) => state).sort();
      return states.join() === 'error,ready';
    });

    const refused = (await readCharts(page)).find(({state}) => state === 'error');
    assert.deepEqual([refused?.code, refused?.data], ['clerk-key-mismatch', null]);
    assert.equal((await queries(scene.stack)).length, 1);
    assert.equal(await scriptsOfClerk(page), 1);
  });

  it('that starts degraded still gives tokens', async () => {
    const {page} = await scene.open({body: VISITS});
    await signInAndDraw(page);
    await scene.stack.addFault({server: 'clerk', path: '/v1/client$', status: 500});
    await page.reload();

    await page.waitForFunction(`window.Clerk?.status === 'degraded'`);
    await waitForState(page, 'ready');
    assert.deepEqual((await readChart(page)).code, null);
  });

  it('that has tasks left for the visitor is waited for, with a word on what to do', async () => {
    const {page} = await scene.open({body: VISITS});
    await signInAndDraw(page);
    const sessionId = await page.evaluate<string>('Clerk.session.id');
    const setPending = async (isPending: boolean) => {
      await scene.stack.controlClerk({pendingSession: {sessionId, isPending}});
      await page.evaluate('Clerk.session.touch()');
    };

    await setPending(true);
    await waitForState(page, 'waiting');
    await page.getByText('Finish signing in to see this chart.').first().waitFor();
    const {code, data} = await readChart(page);
    await setPending(false);
    await waitForState(page, 'ready');

    assert.deepEqual([code, data], ['session-pending', null]);
  });

  it('that never comes is reported after 10 s and adopted a minute later', async () => {
    const {page} = await scene.open({clerk: 'none', body: ''});
    await page.clock.install({time: 0});
    await page.clock.pauseAt(60_000);
    const engine = page.waitForResponse((response) => /\/engine-[^/]+\.js$/.test(response.url()));
    await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), VISITS);
    await page.waitForFunction(() => document.querySelector('tinybird-chart')?.state === 'waiting');
    // The search begins when the part of the script that searches has run.
    await page.evaluate((url) => import(url) as Promise<unknown>, (await engine).url());
    await page.clock.runFor(9_000);
    assert.equal((await readChart(page)).code, null);

    await page.clock.runFor(1_500);
    const {code} = await eventually(
      () => readChart(page),
      (chart) => chart.code !== null,
    );
    assert.equal(code, 'clerk-not-found');

    await page.clock.runFor(60_000);
    await page.clock.resume();
    await appendClerk(page);
    await signIn(page, scene.stack, 'ada', 'acme');
    await waitForState(page, 'ready');
  });
});
