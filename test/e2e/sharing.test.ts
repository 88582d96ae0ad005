import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {readChart, readCharts, waitForState} from './support/charts.js';
import {queries, queryDirectly, tokenRequests} from './support/requests.js';
import {useScene} from './support/scene.js';
import {signIn} from './support/sign-in.js';

const VISITS = '<tinybird-chart pipe="visits_over_time" loading="eager"></tinybird-chart>';

describe('requests of one page', () => {
  const scene = useScene();
  const add = (page: Page, html: string) =>
    page.evaluate((text) => document.body.insertAdjacentHTML('beforeend', text), html);

  it('are one for Clerk and one for Tinybird where twenty charts draw the same', async () => {
    const {page} = await scene.open({body: ''});
    await signIn(page, scene.stack, 'ada', 'acme');
    await add(page, VISITS.repeat(20));
    await waitForState(page, 'ready');

    assert.equal((await readCharts(page)).length, 20);
    assert.equal((await queries(scene.stack)).length, 1);
    assert.equal((await tokenRequests(scene.stack)).length, 1);
  });

  it('are shared between two copies of the script', async () => {
    const copy = '<script type="module" src="/tinybird-chart.js?copy"></script>';
    const {page} = await scene.open({body: '', head: copy});
    await signIn(page, scene.stack, 'ada', 'acme');
    await add(page, VISITS.repeat(2));
    await waitForState(page, 'ready');

    assert.equal((await queries(scene.stack)).length, 1);
    assert.equal((await tokenRequests(scene.stack)).length, 1);
  });

  it('serve a chart that joins later without a request of its own', async () => {
    const {page} = await scene.open({body: VISITS});
    await signIn(page, scene.stack, 'ada', 'acme');
    await waitForState(page, 'ready');
    await add(page, VISITS);
    await waitForState(page, 'ready');

    assert.equal((await queries(scene.stack)).length, 1);
  });

  it('carry long parameters in the body of a POST', async () => {
    const search = `/${'x'.repeat(3_000)}`;
    const {page} = await scene.open({
      body: `<tinybird-chart pipe="top_pages" param-search="${search}"></tinybird-chart>`,
    });
    await signIn(page, scene.stack, 'ada', 'acme');
    await waitForState(page, 'empty');

    const [query] = await queries(scene.stack);
    assert.equal(query?.method, 'POST');
    assert.equal(query.params?.['search'], search);
  });

  it('carry short parameters in the URL', async () => {
    const {page} = await scene.open({
      body: '<tinybird-chart pipe="top_pages" param-search="PRIC" params=\'{"limit": 2}\'></tinybird-chart>',
    });
    await signIn(page, scene.stack, 'ada', 'acme');
    await waitForState(page, 'ready');

    const [query] = await queries(scene.stack);
    assert.equal(query?.method, 'GET');
    const expected = await queryDirectly(scene.stack, 'top_pages', 'acme', {
      search: 'pric',
      limit: '2',
    });
    assert.deepEqual((await readChart(page)).data, expected.data);
  });
});
