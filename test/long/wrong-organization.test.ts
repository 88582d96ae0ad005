import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {readChart, waitForOtherRows, waitForState} from '../e2e/support/charts.js';
import {askClerk} from '../e2e/support/clerk-token.js';
import {eventually} from '../e2e/support/eventually.js';
import {moveFocus, setFocus} from '../e2e/support/focus.js';
import {recordFrames, takeFrames} from '../e2e/support/frames.js';
import {
  askedOrganizations,
  clerkRequests,
  queries,
  queryDirectly,
  tokenRequests,
} from '../e2e/support/requests.js';
import {useScene} from '../e2e/support/scene.js';
import {selectOrganization, signIn} from '../e2e/support/sign-in.js';

const polling = (pipe = 'visits_over_time') => ({
  body: `<tinybird-chart pipe="${pipe}" refresh-interval="1"></tinybird-chart>`,
});

describe('a token of the wrong organization, with clerk-js as it is', () => {
  const scene = useScene();
  const setLifetime = (lifetimeS: number) =>
    scene.stack.controlClerk({setTemplateLifetime: {template: 'tinybird', lifetimeS}});
  const open = async (lifetimeS: number) => {
    await setLifetime(lifetimeS);
    const {page} = await scene.open(polling());
    await signIn(page, scene.stack, 'ada', 'acme');
    await waitForState(page, 'ready');
    await recordFrames(page);
    return page;
  };
  const rowsOf = async (organization: string, pipe = 'visits_over_time') =>
    JSON.stringify((await queryDirectly(scene.stack, pipe, organization)).data);
  const waitForMismatch = (page: Page) =>
    page.waitForFunction(
      () => document.querySelector('tinybird-chart')?.error?.code === 'tenant-mismatch',
    );
  const waitForFreshRows = (page: Page) =>
    page.waitForFunction(() => {
      const {state, staleReason} = document.querySelector('tinybird-chart')!;
      return state === 'ready' && staleReason === null;
    });
  /** Fails when any moment showed rows of another organization than Clerk did. */
  const assertOwnRows = async (page: Page, pipe?: string) => {
    const frames = await takeFrames(page);
    assert.ok(frames.length > 0);
    for (const organization of ['acme', 'globex', 'initech']) {
      const rows = await rowsOf(organization, pipe);
      const foreign = frames.filter(
        (frame) => frame.organization !== organization && frame.responses.includes(rows),
      );
      assert.deepEqual(foreign.length, 0, `rows of ${organization} under another name`);
    }
  };
  const touches = async () =>
    (await clerkRequests(scene.stack)).filter(({path}) => path.endsWith('/touch')).length;

  it('does not come back with a switch there and back (background timer)', async () => {
    // Clerk renews 17 s before the end: 5 s from now, by then for the other organization.
    const page = await open(22);
    const asked = (await tokenRequests(scene.stack)).length;
    await selectOrganization(page, 'org_initech');
    await waitForOtherRows(page, JSON.parse(await rowsOf('acme')) as never);
    await eventually(
      () => tokenRequests(scene.stack),
      ({length}) => length >= asked + 2,
    );

    // The trap: what Clerk keeps for Acme now is a token of Initech.
    const kept = {shown: 'initech', named: 'org_initech'};
    await eventually(
      () => askClerk(page, {organizationId: 'org_acme'}),
      (view) => JSON.stringify(view) === JSON.stringify(kept),
    );
    await selectOrganization(page, 'org_acme');
    await waitForFreshRows(page);

    assert.equal(JSON.stringify((await readChart(page)).data), await rowsOf('acme'));
    assert.deepEqual(await askedOrganizations(scene.stack), ['acme', 'initech', 'acme']);
    await assertOwnRows(page);
  });

  it('is not used by a tab in the background after another one has switched', async () => {
    const page = await open(9);
    const tab = await scene.openTab(page, polling('top_pages'));
    await waitForState(tab, 'ready');
    await moveFocus(page, tab);
    await selectOrganization(tab, 'org_initech');

    // The trap: this tab shows Acme, and every new token is Initech's.
    const view = await askClerk(page, {skipCache: true});
    assert.deepEqual(view, {shown: 'acme', named: 'org_initech'});
    const before = await touches();
    await waitForMismatch(page);

    // What the page's own organization has on screen stays, marked; nothing was taken from the tab.
    const {state, staleReason} = await readChart(page);
    assert.deepEqual([state, staleReason], ['ready', 'waiting']);
    assert.equal(await touches(), before);
    await waitForFreshRows(tab);
    assert.equal(JSON.stringify((await readChart(tab)).data), await rowsOf('initech', 'top_pages'));
    const own = (await queries(scene.stack)).filter(({pipe}) => pipe === 'visits_over_time');
    assert.deepEqual([...new Set(own.map(({fixedParams}) => fixedParams?.['org']))], ['acme']);
    await assertOwnRows(page);
  });

  it('is replaced when the visitor comes back to the tab, and back again', async () => {
    const page = await open(9);
    const tab = await scene.openTab(page, polling('top_pages'));
    await waitForState(tab, 'ready');
    await moveFocus(page, tab);
    await selectOrganization(tab, 'org_initech');
    await waitForMismatch(page);

    await moveFocus(tab, page);
    await waitForFreshRows(page);
    await waitForMismatch(tab);
    await moveFocus(page, tab);
    await waitForFreshRows(tab);

    assert.equal(JSON.stringify((await readChart(tab)).data), await rowsOf('initech', 'top_pages'));
    const asked = await queries(scene.stack);
    const organizationsOf = (name: string) =>
      new Set(asked.filter(({pipe}) => pipe === name).map(({fixedParams}) => fixedParams?.['org']));
    assert.deepEqual([...organizationsOf('visits_over_time')], ['acme']);
    assert.deepEqual([...organizationsOf('top_pages')], ['acme', 'initech']);
    await assertOwnRows(page);
  });

  it('is replaced in the tab that has the focus all the time', async () => {
    const page = await open(9);
    const sessionId = await page.evaluate<string>('Clerk.session.id');
    const before = await touches();
    await scene.stack.controlClerk({
      switchOrganization: {sessionId, organizationId: 'org_initech'},
    });
    const view = await askClerk(page, {skipCache: true});
    assert.deepEqual(view, {shown: 'acme', named: 'org_initech'});

    await eventually(touches, (count) => count === before + 1);
    const {length} = await queries(scene.stack);
    await eventually(
      () => queries(scene.stack),
      (asked) => asked.length >= length + 3,
    );

    assert.deepEqual(await askedOrganizations(scene.stack), ['acme']);
    assert.deepEqual((await readChart(page)).code, null);
    assert.equal(await touches(), before + 1);
    await assertOwnRows(page);
  });

  it('is not used where a tab without focus has switched; focus brings the rows', async () => {
    const page = await open(60);
    await setFocus(page, false);
    const before = await touches();
    await selectOrganization(page, 'org_initech');

    // The trap: Clerk shows Initech and tells its server nothing.
    const view = await askClerk(page);
    assert.deepEqual(view, {shown: 'initech', named: 'org_acme'});
    await waitForMismatch(page);
    assert.equal((await readChart(page)).state, 'waiting');
    assert.equal((await readChart(page)).data, null);
    assert.equal(await touches(), before);
    assert.deepEqual(await askedOrganizations(scene.stack), ['acme']);

    await setFocus(page, true);
    await waitForFreshRows(page);

    // Clerk's own cache still holds the token of before.
    assert.equal(JSON.stringify((await readChart(page)).data), await rowsOf('initech'));
    assert.deepEqual(await askedOrganizations(scene.stack), ['acme', 'initech']);
    await assertOwnRows(page);
  });
});
