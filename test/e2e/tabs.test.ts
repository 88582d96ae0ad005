import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readChart, waitForState} from './support/charts.js';
import {queries} from './support/requests.js';
import {useScene} from './support/scene.js';
import {selectOrganization, signIn, signOut} from './support/sign-in.js';

// Long enough to be used, short enough to run out while a test looks on.
const SHORT_LIFE = {template: 'tinybird', lifetimeS: 9};

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

  it('with different organizations never use a token of the other one', async () => {
    await scene.stack.controlClerk({setTemplateLifetime: SHORT_LIFE});
    const {page} = await scene.open(tabOf('visits_over_time'));
    await signIn(page, scene.stack, 'ada', 'acme');
    await waitForState(page, 'ready');
    const tab = await scene.openTab(page, tabOf('top_pages'));
    await waitForState(tab, 'ready');

    // Clerk's server now holds Initech for the session: new tokens of the first tab are Initech's.
    await selectOrganization(tab, 'org_initech');
    await page.waitForFunction(
      () => document.querySelector('tinybird-chart')?.error?.code === 'tenant-mismatch',
    );

    const asked = (await queries(scene.stack)).filter(({pipe}) => pipe === 'visits_over_time');
    assert.ok(asked.length > 0);
    assert.deepEqual(
      asked.filter(({fixedParams}) => fixedParams?.['org'] !== 'acme'),
      [],
    );
  });

  it('heal when the one with the other organization gets the focus', async () => {
    await scene.stack.controlClerk({setTemplateLifetime: SHORT_LIFE});
    const {page} = await scene.open(tabOf('visits_over_time'));
    await signIn(page, scene.stack, 'ada', 'acme');
    await waitForState(page, 'ready');
    const tab = await scene.openTab(page, tabOf('top_pages'));
    await waitForState(tab, 'ready');
    await selectOrganization(tab, 'org_initech');
    await page.waitForFunction(
      () => document.querySelector('tinybird-chart')?.error?.code === 'tenant-mismatch',
    );

    await tab.close();
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));

    await page.waitForFunction(() => {
      const {state, staleReason} = document.querySelector('tinybird-chart')!;
      return state === 'ready' && staleReason === null;
    });
  });
});
