import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {launchBrowser} from './support/launch-browser.js';
import {newPage, type TestPage} from './support/new-page.js';
import {openHtml} from './support/open-html.js';
import {selectOrganization, signIn, signOut} from './support/sign-in.js';
import {startTestStack, type TestStack} from './support/test-stack.js';

describe('one chart on a page with Clerk', () => {
  let browser: Browser;
  let stack: TestStack;
  let opened: TestPage;
  before(async () => {
    stack = await startTestStack();
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    await stack.close();
  });
  afterEach(() => opened.close());
  beforeEach(async () => {
    await stack.reset();
    opened = await newPage(browser);
    await openHtml(opened.page, stack, {
      body: `<tinybird-chart pipe="visits_over_time" host="${stack.description.tinybird.host}"></tinybird-chart>`,
    });
  });

  const hasState = (state: string) =>
    opened.page.waitForFunction(
      (wanted) => document.querySelector('tinybird-chart')?.state === wanted,
      state,
    );
  const queries = async () =>
    (await stack.seenRequests()).filter(({method}) => method !== 'OPTIONS');
  const totalVisits = () =>
    opened.page.evaluate(() => {
      const rows = document.querySelector('tinybird-chart')?.response?.data ?? [];
      return rows.reduce((sum, {visits}) => sum + Number(visits), 0);
    });

  it('asks nothing while nobody is signed in', async () => {
    await hasState('signed-out');

    assert.deepEqual(await queries(), []);
  });

  it('draws the rows of the active organization with one request', async () => {
    await hasState('signed-out');
    await signIn(opened.page, stack, 'ada', 'acme');
    await hasState('ready');

    assert.ok((await totalVisits()) > 0);
    assert.equal((await queries()).length, 1);
    assert.deepEqual(opened.complaints, []);
  });

  it('shows other rows after an organization switch, and none after signing out', async () => {
    await signIn(opened.page, stack, 'ada', 'acme');
    await hasState('ready');
    const ofAcme = await totalVisits();

    await selectOrganization(opened.page, 'org_initech');
    await opened.page.waitForFunction((previous) => {
      const {state, response} = document.querySelector('tinybird-chart')!;
      const total = (response?.data ?? []).reduce((sum, {visits}) => sum + Number(visits), 0);
      return state === 'ready' && total !== previous;
    }, ofAcme);
    assert.ok((await totalVisits()) < ofAcme);

    await signOut(opened.page);
    await hasState('signed-out');
    assert.equal(await totalVisits(), 0);
  });
});
