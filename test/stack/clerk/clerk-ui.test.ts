import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import type {RunningClerk} from '../../../demo/stack/clerk/server.js';
import {launchTestBrowser, loadClerk, openClerkPage, signIn} from './clerk-page.js';
import type {ClerkPage} from './clerk-page.js';
import {startTestClerk} from './fapi-browser.js';

describe('@clerk/ui with the stand-in', () => {
  let browser: Browser;
  let standIn: RunningClerk;
  let visit: ClerkPage;
  before(async () => {
    browser = await launchTestBrowser();
    standIn = await startTestClerk();
  });
  after(async () => {
    await browser.close();
    await standIn.close();
  });
  beforeEach(async () => {
    visit = await openClerkPage(browser, standIn);
  });
  afterEach(async () => {
    standIn.control({reset: true});
    await visit.close();
  });

  type Component = 'SignIn' | 'OrganizationSwitcher' | 'UserButton';
  const mount = (component: Component) =>
    visit.page.evaluate(`Clerk.mount${component}(document.querySelector('#mount'))`);

  const submitSignIn = async (password: string) => {
    const {page} = visit;
    await page.getByLabel('Email address').fill('ada@acme.test');
    await page.getByRole('button', {name: 'Continue', exact: true}).click();
    await page.getByLabel('Password', {exact: true}).fill(password);
    await page.getByRole('button', {name: 'Continue', exact: true}).click();
  };

  it('SignIn signs in with address and password, with a clean console', async () => {
    await mount('SignIn');

    await Promise.all([visit.page.waitForEvent('load'), submitSignIn('ada-charts')]);
    const clerk = await loadClerk(visit.page, visit.page.url());

    assert.equal(await clerk.evaluate(({user}) => user?.id), 'user_ada');
    assert.deepEqual(visit.complaints, []);
  });

  it('SignIn shows a wrong password at its field', async () => {
    await mount('SignIn');

    await submitSignIn('ada-password');

    await visit.page.locator('#error-password').waitFor();
  });

  it('SignIn shows an unknown address at its field', async () => {
    await mount('SignIn');

    await visit.page.getByLabel('Email address').fill('nobody@acme.test');
    await visit.page.getByRole('button', {name: 'Continue', exact: true}).click();

    await visit.page.locator('#error-identifier').waitFor();
  });

  it('SignIn offers no way to sign up', async () => {
    await mount('SignIn');
    await visit.page.getByLabel('Email address').waitFor();

    assert.equal(await visit.page.getByText('Sign up').count(), 0);
  });

  it('OrganizationSwitcher switches to another organization and back to none', async () => {
    const {page} = visit;
    await signIn(visit.clerk, 'ada');
    await mount('OrganizationSwitcher');
    const open = () => page.locator('.cl-organizationSwitcherTrigger').click();

    await open();
    await page.getByRole('button', {name: 'Globex'}).click();
    await page.waitForFunction("Clerk.organization?.slug === 'globex'");
    await open();
    await page.getByRole('button', {name: 'Personal account'}).click();
    await page.waitForFunction('Clerk.organization === null');

    assert.deepEqual(visit.complaints, []);
  });

  it('OrganizationSwitcher lists only the organizations of the user', async () => {
    await signIn(visit.clerk, 'grace');
    await mount('OrganizationSwitcher');

    await visit.page.locator('.cl-organizationSwitcherTrigger').click();
    await visit.page.getByRole('button', {name: 'Initech'}).waitFor();

    const list = visit.page.getByRole('group', {name: 'List of all accounts'});
    assert.deepEqual(await list.getByRole('button').allInnerTexts(), ['Globex', 'Initech']);
  });

  it('OrganizationProfile lists the members', async () => {
    const {page} = visit;
    await signIn(visit.clerk, 'ivan');
    await visit.clerk.evaluate(async (clerk) => {
      await clerk.setActive({organization: 'initech'});
      clerk.openOrganizationProfile();
    });

    await page.getByRole('button', {name: 'Members'}).click();

    for (const email of ['ada@acme.test', 'grace@globex.test', 'ivan@initech.test']) {
      await page.getByText(email).first().waitFor();
    }
    assert.deepEqual(visit.complaints, []);
  });

  it('UserButton signs out', async () => {
    const {page} = visit;
    await signIn(visit.clerk, 'ada');
    await mount('UserButton');
    await page.locator('.cl-userButtonTrigger').click();

    await Promise.all([
      page.waitForEvent('load'),
      page.getByRole('button', {name: 'Sign out'}).click(),
    ]);

    const answer = await fetch(`${standIn.url}/__control`);
    assert.deepEqual(await answer.json(), {sessions: []});
  });

  it('UserProfile opens with a clean console', async () => {
    await signIn(visit.clerk, 'ada');

    await visit.clerk.evaluate((clerk) => clerk.openUserProfile());
    await visit.page.getByText('Profile details').waitFor();

    assert.deepEqual(visit.complaints, []);
  });
});
