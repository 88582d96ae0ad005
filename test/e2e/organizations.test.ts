import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readChart, waitForOtherRows, waitForState} from './support/charts.js';
import {askedOrganizations, queries, queryDirectly} from './support/requests.js';
import {useScene} from './support/scene.js';
import {selectOrganization, signIn} from './support/sign-in.js';

const VISITS = '<tinybird-chart pipe="visits_over_time"></tinybird-chart>';

describe('the active organization', () => {
  const scene = useScene();
  const visitsOf = async (org: string) =>
    (await queryDirectly(scene.stack, 'visits_over_time', org)).data;

  it('decides which rows are drawn', async () => {
    const {page, complaints} = await scene.open({body: VISITS});
    await signIn(page, scene.stack, 'ada', 'acme');
    await waitForState(page, 'ready');

    assert.deepEqual((await readChart(page)).data, await visitsOf('acme'));
    assert.deepEqual(complaints, []);
  });

  it('replaces all rows when it is switched', async () => {
    const {page} = await scene.open({body: VISITS});
    await signIn(page, scene.stack, 'ada', 'acme');
    await waitForState(page, 'ready');
    const {data} = await readChart(page);

    await selectOrganization(page, 'org_initech');
    await waitForOtherRows(page, data!);

    assert.deepEqual((await readChart(page)).data, await visitsOf('initech'));
    assert.deepEqual(await askedOrganizations(scene.stack), ['acme', 'initech']);
  });

  it("can be switched by clicks on Clerk's OrganizationSwitcher", async () => {
    const body = `<div id="switcher"></div>${VISITS}`;
    const {page} = await scene.open({body, clerk: 'own-with-ui'});
    await signIn(page, scene.stack, 'grace', 'globex');
    await page.evaluate(`Clerk.mountOrganizationSwitcher(document.querySelector('#switcher'))`);
    await waitForState(page, 'ready');
    const {data} = await readChart(page);

    await page.locator('.cl-organizationSwitcherTrigger').click();
    await page.getByRole('button', {name: 'Initech'}).click();
    await waitForOtherRows(page, data!);

    assert.deepEqual((await readChart(page)).data, await visitsOf('initech'));
    assert.deepEqual(await askedOrganizations(scene.stack), ['globex', 'initech']);
  });

  it('shows its rows again after a switch there and back', async () => {
    const {page} = await scene.open({body: VISITS});
    await signIn(page, scene.stack, 'ada', 'acme');
    await waitForState(page, 'ready');
    const {data} = await readChart(page);

    await selectOrganization(page, 'org_umbrella');
    await selectOrganization(page, 'org_acme');
    await page.waitForFunction(() => document.querySelector('tinybird-chart')?.state === 'ready');

    assert.deepEqual((await readChart(page)).data, data);
  });

  it('without events leaves the chart empty', async () => {
    const {page} = await scene.open({body: VISITS});
    await signIn(page, scene.stack, 'ada', 'hooli');
    await waitForState(page, 'empty');

    await page.getByText('No data for this selection.').first().waitFor();
    assert.equal((await queries(scene.stack)).length, 1);
  });
});

describe('no active organization', () => {
  const scene = useScene();

  it('lists the memberships, and choosing one draws its rows', async () => {
    const {page} = await scene.open({body: VISITS});
    await signIn(page, scene.stack, 'grace');
    await waitForState(page, 'no-organization');

    const choices = page.locator('tinybird-chart').getByRole('listitem').getByRole('button');
    await choices.first().waitFor();
    assert.deepEqual(await choices.allInnerTexts(), ['Globex', 'Initech']);
    await choices.first().click();
    await waitForState(page, 'ready');

    assert.deepEqual(await askedOrganizations(scene.stack), ['globex']);
  });

  it('says so to a person without memberships', async () => {
    const {page} = await scene.open({body: VISITS});
    await signIn(page, scene.stack, 'noor');
    await waitForState(page, 'no-organization');

    await page.getByText('You are not a member of any organization yet.').first().waitFor();
    assert.deepEqual(await queries(scene.stack), []);
  });

  it('asks nothing of a pipe that would answer for every organization', async () => {
    const {page} = await scene.open({
      body: '<tinybird-chart pipe="clerk_template_shape"></tinybird-chart>',
    });
    await signIn(page, scene.stack, 'noor');
    await waitForState(page, 'no-organization');

    assert.deepEqual(await queries(scene.stack), []);
  });

  it('takes the rows of the organization left off the page', async () => {
    const {page} = await scene.open({body: VISITS});
    await signIn(page, scene.stack, 'ada', 'acme');
    await waitForState(page, 'ready');

    await selectOrganization(page, null);
    await waitForState(page, 'no-organization');

    assert.equal((await readChart(page)).data, null);
  });
});
