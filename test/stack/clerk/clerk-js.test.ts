import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import {jwtVerify} from 'jose';
import type {Browser} from 'playwright-core';
import type {RunningClerk} from '../../../demo/stack/clerk/server.js';
import {launchTestBrowser, loadClerk, openClerkPage, signIn, templatePath} from './clerk-page.js';
import type {ClerkPage} from './clerk-page.js';
import {readClaims, SIGNING_KEY, startTestClerk} from './fapi-browser.js';

describe('clerk-js with the stand-in', () => {
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

  const switchTo = (organization: string | null) =>
    visit.clerk.evaluate((clerk, id) => clerk.setActive({organization: id}), organization);
  const templateToken = (template = 'tinybird') =>
    visit.clerk.evaluate((clerk, name) => clerk.session?.getToken({template: name}), template);
  const countRequests = (path: string) =>
    standIn.requests.filter((request) => request.path === path).length;

  it('loads signed out', async () => {
    const state = await visit.clerk.evaluate(({status, user}) => ({status, user}));

    assert.deepEqual(state, {status: 'ready', user: null});
  });

  it('signs in with a password', async () => {
    await signIn(visit.clerk, 'ada');

    const name = await visit.clerk.evaluate(({user}) => user?.fullName);

    assert.equal(name, 'Ada Park');
  });

  it('stays signed in and in its organization over a reload', async () => {
    await signIn(visit.clerk, 'ada');
    await switchTo('org_globex');

    const clerk = await loadClerk(visit.page, visit.page.url());

    const state = await clerk.evaluate(({user, organization}) => [user?.id, organization?.id]);
    assert.deepEqual(state, ['user_ada', 'org_globex']);
  });

  it('lists the memberships of the user', async () => {
    await signIn(visit.clerk, 'grace');

    const slugs = await visit.clerk.evaluate(async ({user}) => {
      const list = await user?.getOrganizationMemberships();
      return list?.data.map(({organization}) => organization.slug);
    });

    assert.deepEqual(slugs, ['globex', 'initech']);
  });

  it('gives template tokens that verify with the workspace admin token', async () => {
    await signIn(visit.clerk, 'ada');
    await switchTo('org_acme');

    const {payload} = await jwtVerify(
      (await templateToken()) ?? '',
      new TextEncoder().encode(SIGNING_KEY),
    );

    assert.equal(payload['org_id'], 'org_acme');
    assert.equal(payload['azp'], new URL(visit.page.url()).origin);
  });

  it('gives a token of the organization switched to, by id, by slug and of none', async () => {
    await signIn(visit.clerk, 'ada');
    const organizations: unknown[] = [];

    for (const organization of ['org_acme', 'globex', null]) {
      await switchTo(organization);
      organizations.push(readClaims((await templateToken()) ?? '')['org_id']);
    }

    assert.deepEqual(organizations, ['org_acme', 'org_globex', null]);
  });

  it('asks once for three template tokens at a time', async () => {
    const sessionId = await signIn(visit.clerk, 'ada');

    await visit.clerk.evaluate(async ({session}) => {
      const requests = [1, 2, 3].map(() => session?.getToken({template: 'tinybird'}));
      for (const request of requests) await request;
    });

    assert.equal(countRequests(templatePath(sessionId)), 1);
  });

  it('rejects an unknown template with 404', async () => {
    await signIn(visit.clerk, 'ada');

    const error = await visit.clerk.evaluate(async ({session}) => {
      try {
        return await session?.getToken({template: 'nope'});
      } catch (reason) {
        const {status, errors} = reason as {status: number; errors: {code: string}[]};
        return {status, code: errors[0]?.code};
      }
    });

    assert.deepEqual(error, {status: 404, code: 'resource_not_found'});
  });

  it('loses the user when the session is revoked', async () => {
    const sessionId = await signIn(visit.clerk, 'ada');
    standIn.control({revokeSession: sessionId});

    const rejected = await visit.clerk.evaluate(async ({session}) => {
      try {
        return await session?.getToken({template: 'tinybird', skipCache: true});
      } catch (reason) {
        return (reason as {status: number}).status;
      }
    });
    await visit.page.waitForFunction('!Clerk.session');

    assert.equal(rejected, 401);
  });

  it('does not count a pending session as signed in', async () => {
    const sessionId = await signIn(visit.clerk, 'ada');
    standIn.control({pendingSession: {sessionId, isPending: true}});

    const clerk = await loadClerk(visit.page, visit.page.url());

    const state = await clerk.evaluate(({session, isSignedIn}) => [session?.status, isSignedIn]);
    assert.deepEqual(state, ['pending', false]);
  });

  it('switches between two people signed in at once', async () => {
    const ada = await signIn(visit.clerk, 'ada');
    await signIn(visit.clerk, 'ivan');
    const second = await visit.clerk.evaluate(({user}) => user?.id);

    await visit.clerk.evaluate((clerk, session) => clerk.setActive({session}), ada);
    const first = await visit.clerk.evaluate(({user}) => user?.id);

    assert.deepEqual([second, first], ['user_ivan', 'user_ada']);
  });

  it('signs out of one session and keeps the other', async () => {
    await signIn(visit.clerk, 'ada');
    const ivan = await signIn(visit.clerk, 'ivan');

    await visit.clerk.evaluate(
      (clerk, sessionId) => clerk.signOut(() => undefined, {sessionId}),
      ivan,
    );

    const left = await visit.page.evaluate(
      'Clerk.client.signedInSessions.map(({user}) => user.id)',
    );
    assert.deepEqual(left, ['user_ada']);
  });

  it('tells listeners of sign-in, switch, departure and sign-out in the order Clerk does', async () => {
    await visit.page.evaluate(`
      globalThis.seen = [];
      Clerk.addListener(({session, organization}) => {
        const name = (value) => value && (value.user ? 'session' : value.slug);
        seen.push([name(session), name(organization)].map(String).join(' '));
      });
    `);

    await signIn(visit.clerk, 'ada');
    await switchTo('org_acme');
    await switchTo(null);
    await visit.clerk.evaluate((clerk) => clerk.signOut(() => undefined));

    const seen = await visit.page.evaluate<string[]>('seen');
    const changes = seen.filter((entry, index) => entry !== seen[index - 1]);
    assert.deepEqual(changes, [
      'null null',
      'session null',
      'session acme',
      'session null',
      'undefined undefined',
      'null null',
    ]);
  });

  it('recovers from a restart of the stand-in, signed out', async () => {
    const first = await startTestClerk();
    const {page, clerk, close} = await openClerkPage(browser, first);
    await signIn(clerk, 'ada');
    await first.close();
    const second = await startTestClerk({port: Number(new URL(first.url).port)});

    const reloaded = await loadClerk(page, page.url());

    const state = await reloaded.evaluate(({status, user}) => ({status, user}));
    assert.deepEqual(state, {status: 'ready', user: null});
    await close();
    await second.close();
  });

  it('leaves the console clean and the origin alone', async () => {
    await signIn(visit.clerk, 'ada');
    await switchTo('org_acme');
    await templateToken();
    await visit.clerk.evaluate((clerk) => clerk.signOut(() => undefined));

    assert.deepEqual(visit.complaints, []);
  });
});
