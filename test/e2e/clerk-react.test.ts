import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import type {Page} from 'playwright-core';
import {build, type Rolldown} from 'vite';
import {readChart, waitForOtherRows, waitForState} from './support/charts.js';
import {askedOrganizations} from './support/requests.js';
import {useScene} from './support/scene.js';
import {signIn} from './support/sign-in.js';

const ENTRY = fileURLToPath(new URL('support/clerk-react-app.js', import.meta.url));
const BODY =
  '<div id="app"></div><tinybird-chart pipe="visits_over_time"></tinybird-chart>' +
  '<script src="/host/app.js"></script>';
const SWITCHER = '.cl-organizationSwitcherTrigger';

/** Clerk's development build warns of components that are there before anybody has signed in. */
const isError = (complaint: string) => !complaint.startsWith('warning: Clerk:');

describe('a host with @clerk/react', () => {
  const scene = useScene();
  before(async () => {
    const output = (await build({
      configFile: false,
      logLevel: 'silent',
      define: {'process.env.NODE_ENV': '"production"'},
      build: {write: false, lib: {entry: ENTRY, formats: ['iife'], name: 'host'}},
    })) as Rolldown.RolldownOutput[];
    const body = output[0]!.output[0].code;
    scene.host.put('/host/app.js', {body, headers: {'content-type': 'text/javascript'}});
  });
  const startReact = (page: Page) => {
    const {publishableKey, proxyUrl} = scene.stack.description.clerk;
    return page.evaluate(
      (settings) => {
        (window as unknown as {startReact(given: object): void}).startReact(settings);
      },
      {publishableKey, proxyUrl},
    );
  };
  const switchByClicks = async (page: Page) => {
    const {data} = await readChart(page);
    await page.locator(SWITCHER).click();
    await page.getByRole('button', {name: 'Initech'}).click();
    await waitForOtherRows(page, data!);
    await page.locator('output', {hasText: 'initech'}).waitFor();
    assert.deepEqual(await askedOrganizations(scene.stack), ['globex', 'initech']);
  };

  it('has its components where the element was first to load Clerk', async () => {
    const {page, complaints} = await scene.open({clerk: 'loaded', body: BODY});
    await signIn(page, scene.stack, 'grace', 'globex');
    await waitForState(page, 'ready');

    await startReact(page);
    await page.locator(SWITCHER).waitFor();

    await switchByClicks(page);
    assert.deepEqual(complaints.filter(isError), []);
  });

  it('has its components where it was first', async () => {
    const {page, complaints} = await scene.open({clerk: 'none', body: BODY});
    await startReact(page);
    await signIn(page, scene.stack, 'grace', 'globex');
    await page.locator(SWITCHER).waitFor();
    await waitForState(page, 'ready');

    await switchByClicks(page);
    assert.deepEqual(complaints.filter(isError), []);
  });

  it('loses everything where somebody loads Clerk without its components', async () => {
    const {page, complaints} = await scene.open({body: BODY});
    await signIn(page, scene.stack, 'grace', 'globex');
    await waitForState(page, 'ready');

    await startReact(page);

    await page.waitForFunction(() => document.querySelector('#app')?.childElementCount === 0);
    assert.match(complaints.join('\n'), /not loaded with Ui components/i);
    // The chart, which is no part of that application, goes on.
    assert.equal((await readChart(page)).state, 'ready');
  });
});
