import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {launchTestBrowser, loadClerk, openClerkPage, signIn} from './clerk-page.js';
import {readClaims, startTestClerk} from './fapi-browser.js';

describe('clerk-js in several tabs', () => {
  let browser: Browser;
  before(async () => {
    browser = await launchTestBrowser();
  });
  after(() => browser.close());

  for (const instance of ['development', 'production'] as const) {
    it(`shares a sign-in between tabs with a ${instance} key`, async () => {
      const standIn = await startTestClerk({instance});
      const first = await openClerkPage(browser, standIn);
      await signIn(first.clerk, 'ada');

      const secondPage = await first.page.context().newPage();
      const second = await loadClerk(secondPage, first.page.url());

      assert.equal(await second.evaluate(({user}) => user?.id), 'user_ada');
      assert.deepEqual(first.complaints, []);
      await first.close();
      await standIn.close();
    });
  }

  it("gives the other tab's organization to a tab that still shows the old one", async () => {
    const standIn = await startTestClerk();
    const first = await openClerkPage(browser, standIn);
    await signIn(first.clerk, 'ada');
    await first.clerk.evaluate((clerk) => clerk.setActive({organization: 'acme'}));
    const secondPage = await first.page.context().newPage();
    const second = await loadClerk(secondPage, first.page.url());
    await second.evaluate((clerk) => clerk.setActive({organization: 'globex'}));

    const {shown, token} = await first.clerk.evaluate(async ({organization, session}) => ({
      shown: organization?.slug,
      token: await session?.getToken({template: 'tinybird'}),
    }));

    assert.equal(shown, 'acme');
    assert.equal(readClaims(token ?? '')['org_id'], 'org_globex');
    await first.close();
    await standIn.close();
  });
});
