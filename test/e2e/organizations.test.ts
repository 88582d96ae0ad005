import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readChart, waitForOtherRows, waitForState} from './support/charts.js';
import {askedOrganizations, queries, queryDirectly} from './support/requests.js';
import {useScene} from './support/scene.js';
import {selectOrganization, signIn} from './support/sign-in.js';

const VISITS = '<tinybird-chart pipe="visits_over_time"></tinybird-chart>';

describe('the active organization', () => {
  const scene = useScene();

  it('decides which rows are drawn', async () => {
    const {page, complaints} = await scene.open({body: VISITS});
    await signIn(page, scene.stack, 'ada', 'acme');
    await waitForState(page, 'ready');

    const expected = await queryDirectly(scene.stack, 'visits_over_time', 'acme');
    assert.deepEqual((await readChart(page)).data, expected.data);
    assert.deepEqual(complaints, []);
  });

  it('replaces all rows when it is switched', async () => {
    const {page} = await scene.open({body: VISITS});
    await signIn(page, scene.stack, 'ada', 'acme');
    await waitForState(page, 'ready');
    const {data} = await readChart(page);

    await selectOrganization(page, 'org_initech');
    await waitForOtherRows(page, data!);

    const expected = await queryDirectly(scene.stack, 'visits_over_time', 'initech');
    assert.deepEqual((await readChart(page)).data, expected.data);
    assert.deepEqual(await askedOrganizations(scene.stack), ['acme', 'initech']);
  });

  it('without events leaves the chart empty', async () => {
    const {page} = await scene.open({body: VISITS});
    await signIn(page, scene.stack, 'ada', 'hooli');
    await waitForState(page, 'empty');

    assert.equal((await queries(scene.stack)).length, 1);
    await page.getByText('No data for this selection.').first().waitFor();
  });
});
