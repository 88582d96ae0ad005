import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readChart, waitForState} from './support/charts.js';
import {useScene} from './support/scene.js';
import {signIn, signOut} from './support/sign-in.js';

const tabOf = (pipe: string) => ({
  body: `<tinybird-chart pipe="${pipe}" refresh-interval="1"></tinybird-chart>`,
});

describe('two tabs of one session', () => {
  const scene = useScene();

  it('both lose their rows when one signs out', async () => {
    const {page} = await scene.open(tabOf('visits_over_time'));
    await signIn(page, scene.stack, 'ada', 'acme');
    await waitForState(page, 'ready');
    const tab = await scene.openTab(page, tabOf('top_pages'));
    await waitForState(tab, 'ready');

    await signOut(tab);

    await waitForState(page, 'signed-out');
    assert.equal((await readChart(page)).data, null);
  });
});
