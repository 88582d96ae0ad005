import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {readChart, waitForState} from './support/charts.js';
import {startPageHost} from './support/page-host.js';
import {queries} from './support/requests.js';
import {useScene} from './support/scene.js';
import {signIn, signOut} from './support/sign-in.js';

const ROWS = {
  meta: [{name: 'visits', type: 'UInt64'}],
  data: [{visits: 3}],
  rows: 1,
};
const CHART =
  '<tinybird-chart pipe="visits_over_time" type="table" loading="eager"></tinybird-chart>';

describe('an answer', () => {
  const scene = useScene();

  const open = async (page: Page) => {
    await signIn(page, scene.stack, 'ada', 'acme');
    await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), CHART);
  };

  it('that may be cached by its headers is neither stored nor taken from a store', async () => {
    await scene.stack.addFault({
      server: 'tinybird',
      path: '^/v0/pipes/',
      status: 200,
      body: ROWS,
      headers: {'Cache-Control': 'public, max-age=86400', ETag: '"rows"'},
    });
    const {page} = await scene.open({body: ''});
    const [sent] = await Promise.all([
      page.waitForRequest((request) => request.url().includes('/v0/pipes/')),
      open(page),
    ]);
    await waitForState(page, 'ready');
    await page.evaluate(() => document.querySelector('tinybird-chart')!.refetch());

    const asked = await queries(scene.stack);
    assert.equal(asked.length, 2);
    // What another script finds under the same address, were there anything.
    const {authorization = ''} = await sent.allHeaders();
    await page.evaluate(
      ([url, bearer]) => fetch(url, {cache: 'force-cache', headers: {Authorization: bearer}}),
      [sent.url(), authorization] as const,
    );
    assert.equal((await queries(scene.stack)).length, 3);
    assert.deepEqual(await page.evaluate(() => caches.keys()), []);
  });

  for (const status of [301, 302, 307, 308]) {
    it(`that redirects by ${status} is not followed`, async () => {
      const stranger = await startPageHost(null);
      try {
        await scene.stack.addFault({
          server: 'tinybird',
          path: '^/v0/pipes/',
          status,
          headers: {Location: stranger.put('/rows', {body: JSON.stringify(ROWS)})},
        });
        const {page} = await scene.open({body: ''});
        await open(page);
        await waitForState(page, 'error');

        assert.equal((await readChart(page)).code, 'network');
        assert.deepEqual(stranger.requests, []);
      } finally {
        await stranger.close();
      }
    });
  }

  it('leaves nothing that another page of the origin could read after signing out', async () => {
    const {page} = await scene.open({body: ''});
    await open(page);
    await waitForState(page, 'ready');
    const rows = JSON.stringify((await readChart(page)).data);
    await signOut(page);
    await waitForState(page, 'signed-out');
    await page.goto(scene.host.put('/later', {body: '<!doctype html><title>Later</title>'}));

    const left = await page.evaluate(async () => [
      ...Object.entries(localStorage).flat(),
      ...Object.entries(sessionStorage).flat(),
      ...(await caches.keys()),
      ...(await indexedDB.databases()).map(({name}) => name ?? ''),
      ...((await navigator.locks.query()).held ?? []).map(({name}) => name ?? ''),
      window.name,
      JSON.stringify(history.state),
    ]);
    assert.ok(rows.length > 100);
    assert.deepEqual(
      left.filter((text) => /visits|acme|eyJ|tinybird-chart/.test(text)),
      [],
    );
  });
});
