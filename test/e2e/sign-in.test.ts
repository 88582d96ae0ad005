import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {readChart, waitForState} from './support/charts.js';
import {queries, queryDirectly, tokenRequests} from './support/requests.js';
import {useScene} from './support/scene.js';

const VISITS = '<tinybird-chart pipe="visits_over_time"></tinybird-chart>';

describe('signing in', () => {
  const scene = useScene();

  /** Fills Clerk's form as Ivan, who belongs to Initech alone. */
  const submit = async (page: Page) => {
    await page.getByLabel('Email address').fill('ivan@initech.test');
    await page.getByRole('button', {name: 'Continue', exact: true}).click();
    await page.getByLabel('Password', {exact: true}).fill('ivan-charts');
    await page.getByRole('button', {name: 'Continue', exact: true}).click();
  };
  const chooseInitech = async (page: Page) => {
    await page.locator('tinybird-chart').getByRole('button', {name: 'Initech'}).click();
    await waitForState(page, 'ready');
    const expected = await queryDirectly(scene.stack, 'visits_over_time', 'initech');
    assert.deepEqual((await readChart(page)).data, expected.data);
  };

  it('is waited for before any token or row is asked for', async () => {
    const {page} = await scene.open({body: VISITS});
    await waitForState(page, 'signed-out');

    assert.deepEqual(await queries(scene.stack), []);
    assert.deepEqual(await tokenRequests(scene.stack), []);
  });

  it("through Clerk's SignIn component leads to the rows", async () => {
    const body = `${VISITS}<div id="sign-in"></div>`;
    const {page} = await scene.open({body, clerk: 'own-with-ui'});
    await waitForState(page, 'signed-out');
    await page.evaluate(
      `Clerk.mountSignIn(document.querySelector('#sign-in'), {forceRedirectUrl: location.href})`,
    );

    await Promise.all([page.waitForEvent('load'), submit(page)]);
    await waitForState(page, 'no-organization');

    await chooseInitech(page);
  });

  it("through the chart's own button leads to the rows", async () => {
    const {page} = await scene.open({body: VISITS, clerk: 'loaded'});
    await page.locator('tinybird-chart').getByRole('button', {name: 'Sign in'}).click();

    await submit(page);
    await waitForState(page, 'no-organization');

    await chooseInitech(page);
  });

  it('is offered by one button on a page of many charts', async () => {
    const {page} = await scene.open({body: VISITS.repeat(3)});
    await waitForState(page, 'signed-out');

    const buttons = page.locator('tinybird-chart').getByRole('button', {name: 'Sign in'});
    // What offers it comes after the state, for all charts at once.
    await buttons.first().waitFor();
    await page.evaluate(
      `Promise.all([...document.querySelectorAll('tinybird-chart')].map((chart) => chart.updateComplete))`,
    );
    assert.equal(await buttons.count(), 1);
  });

  it('can be taken over by the page', async () => {
    const {page} = await scene.open({body: VISITS, clerk: 'own-with-ui'});
    await waitForState(page, 'signed-out');
    await page.evaluate(() => {
      document.addEventListener('tinybird-chart-sign-in', (event) => {
        event.preventDefault();
        document.title = 'taken over';
      });
    });

    await page.getByRole('button', {name: 'Sign in'}).click();

    await page.waitForFunction(() => document.title === 'taken over');
    assert.equal(await page.locator('.cl-modalContent').count(), 0);
  });
});
