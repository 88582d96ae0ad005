import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readChart, waitForState} from './support/charts.js';
import {useScene} from './support/scene.js';
import {signIn, signOut} from './support/sign-in.js';

const VISITS = '<tinybird-chart pipe="visits_over_time"></tinybird-chart>';

describe('one chart on a page with Clerk', () => {
  const scene = useScene();
  const queries = async () =>
    (await scene.stack.seenRequests()).filter(({method}) => method !== 'OPTIONS');

  it('asks nothing while nobody is signed in', async () => {
    const {page} = await scene.open({body: VISITS});
    await waitForState(page, 'signed-out');

    assert.deepEqual(await queries(), []);
  });

  it('draws after a sign-in with one request and a clean console', async () => {
    const {page, complaints} = await scene.open({body: VISITS});
    await signIn(page, scene.stack, 'ada', 'acme');
    await waitForState(page, 'ready');

    assert.ok(((await readChart(page)).data?.length ?? 0) > 0);
    assert.equal((await queries()).length, 1);
    assert.deepEqual(complaints, []);
  });

  it('holds no rows after signing out', async () => {
    const {page} = await scene.open({body: VISITS});
    await signIn(page, scene.stack, 'ada', 'acme');
    await waitForState(page, 'ready');

    await signOut(page);
    await waitForState(page, 'signed-out');

    assert.equal((await readChart(page)).data, null);
  });
});
