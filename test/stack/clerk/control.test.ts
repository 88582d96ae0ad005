import assert from 'node:assert/strict';
import {afterEach, beforeEach, describe, it} from 'node:test';
import type {RunningClerk} from '../../../demo/stack/clerk/server.js';
import {FapiBrowser, readClaims, startTestClerk} from './fapi-browser.js';

const NOW_MS = Date.UTC(2026, 2, 1, 12);

describe('POST /__control', () => {
  let clerk: RunningClerk;
  let browser: FapiBrowser;
  let sessionId: string;
  beforeEach(async () => {
    clerk = await startTestClerk({clock: {now: () => NOW_MS}});
    browser = new FapiBrowser(clerk.url);
    sessionId = await browser.signIn('ada@acme.test', 'ada-charts');
  });
  afterEach(() => clerk.close());

  const control = async (body: unknown) => {
    const answer = await fetch(`${clerk.url}/__control`, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return {status: answer.status, text: await answer.text()};
  };
  const template = (name = 'tinybird') =>
    browser.post(`/v1/client/sessions/${sessionId}/tokens/${name}`);

  it('revokes a session', async () => {
    await control({revokeSession: sessionId});

    assert.equal((await template()).status, 401);
    assert.deepEqual((await browser.get('/v1/client')).body.response.sessions, []);
  });

  it('makes a session pending and active again', async () => {
    await control({pendingSession: {sessionId, isPending: true}});
    const pending = await browser.get('/v1/client');
    await control({pendingSession: {sessionId, isPending: false}});
    const active = await browser.get('/v1/client');

    assert.equal(pending.body.response.sessions[0].status, 'pending');
    assert.deepEqual(pending.body.response.sessions[0].tasks, [{key: 'choose-organization'}]);
    assert.equal(active.body.response.sessions[0].status, 'active');
  });

  it('switches the organization behind the back of the page', async () => {
    await control({switchOrganization: {sessionId, organizationId: 'org_hooli'}});

    const {body} = await template();

    assert.equal(readClaims(body.jwt as string)['org_id'], 'org_hooli');
  });

  it('refuses to switch to an organization the person is not in', async () => {
    const {status} = await control({switchOrganization: {sessionId, organizationId: 'org_nope'}});

    assert.equal(status, 404);
  });

  it('takes a person out of an organization', async () => {
    await browser.templateClaims(sessionId, 'org_acme');

    await control({revokeMembership: {userId: 'user_ada', organizationId: 'org_acme'}});

    assert.equal(readClaims((await template()).body.jwt as string)['org_id'], null);
    const {body} = await browser.get('/v1/me/organization_memberships');
    assert.equal(body.response.total_count, 4);
  });

  it('sets lifetime and skew of one template', async () => {
    await control({setTemplateLifetime: {template: 'tinybird', lifetimeS: 8, clockSkewS: 0}});

    const changed = readClaims((await template()).body.jwt as string);
    const other = readClaims((await template('tinybird_published')).body.jwt as string);

    const nowS = NOW_MS / 1000;
    assert.deepEqual([changed['nbf'], changed['exp']], [nowS, nowS + 8]);
    assert.equal(other['exp'], nowS + 60);
  });

  it('replaces the claims of a template', async () => {
    await control({setTemplateClaims: {template: 'tinybird', claims: {tenant: '{{org.slug}}'}}});

    const claims = await browser.templateClaims(sessionId, 'acme');

    assert.equal(claims['tenant'], 'acme');
    assert.equal(claims['scopes'], undefined);
  });

  it('removes a template', async () => {
    await control({removeTemplate: 'tinybird'});

    assert.equal((await template()).status, 404);
  });

  it("moves the server's clock", async () => {
    await control({clockSkewMs: -300_000});

    const claims = readClaims((await template()).body.jwt as string);

    assert.equal(claims['iat'], (NOW_MS - 300_000) / 1000);
  });

  it('puts everything back on reset', async () => {
    await control({removeTemplate: 'tinybird', clockSkewMs: 5000});
    await control({revokeMembership: {userId: 'user_ada', organizationId: 'org_acme'}});

    const {text} = await control({reset: true});
    const newSession = await browser.signIn('ada@acme.test', 'ada-charts');

    assert.deepEqual(JSON.parse(text), {sessions: []});
    const claims = await browser.templateClaims(newSession, 'org_acme');
    assert.equal(claims['iat'], NOW_MS / 1000);
    assert.equal(claims['org_id'], 'org_acme');
  });

  it('lists live sessions without tokens', async () => {
    const {text} = await control({});

    assert.deepEqual(JSON.parse(text), {
      sessions: [{id: sessionId, status: 'active', userId: 'user_ada', organizationId: null}],
    });
  });

  for (const body of ['{', '[]', '{"revokeSesion": "x"}', '{"clockSkewMs": "1"}']) {
    it(`refuses ${body}`, async () => {
      assert.equal((await control(body)).status, 400);
    });
  }

  it('answers 404 for a session nobody has', async () => {
    assert.equal((await control({revokeSession: 'sess_x'})).status, 404);
  });
});

describe('GET /__requests', () => {
  let clerk: RunningClerk;
  beforeEach(async () => {
    clerk = await startTestClerk();
  });
  afterEach(() => clerk.close());

  const requests = async (method = 'GET') => {
    const answer = await fetch(`${clerk.url}/__requests`, {method});
    return (await answer.json()) as {method: string; path: string; status: number}[];
  };

  it('logs method, path and status, never a token', async () => {
    const browser = new FapiBrowser(clerk.url);
    const {body} = await browser.post('/v1/dev_browser');
    await browser.post(`/__clerk/v1/client/sessions?_method=DELETE&__clerk_db_jwt=${body.id}`);

    const logged = await requests();

    assert.deepEqual(
      logged.map(({method, path, status}) => `${method} ${path} ${status}`),
      ['POST /v1/dev_browser 200', 'DELETE /v1/client/sessions 200'],
    );
    assert.ok(!JSON.stringify(logged).includes(body.id as string));
  });

  it('is emptied by DELETE', async () => {
    await new FapiBrowser(clerk.url).get('/v1/environment');

    await requests('DELETE');

    assert.deepEqual(await requests(), []);
  });
});
