import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {RunningClerk} from '../../../demo/stack/clerk/server.js';
import {FapiBrowser, startTestClerk, visitAs} from './fapi-browser.js';

describe('signing in to the Clerk stand-in', () => {
  let clerk: RunningClerk;
  before(async () => {
    clerk = await startTestClerk();
  });
  after(() => clerk.close());

  it('starts a session for the right password', async () => {
    const browser = new FapiBrowser(clerk.url);

    const {status, body} = await browser.post('/v1/client/sign_ins', {
      identifier: 'ada@acme.test',
      password: 'ada-charts',
    });

    assert.equal(status, 200);
    assert.equal(body.response.status, 'complete');
    assert.equal(body.client.last_active_session_id, body.response.created_session_id);
  });

  it('keeps the client in an HttpOnly cookie', async () => {
    const reply = await new FapiBrowser(clerk.url).post('/v1/client/sign_ins', {
      identifier: 'ada@acme.test',
    });

    assert.match(reply.headers.get('set-cookie') ?? '', /__client=[^;]+; HttpOnly; Path=\//);
  });

  it('asks for the password after the address', async () => {
    const browser = new FapiBrowser(clerk.url);

    const {body} = await browser.post('/v1/client/sign_ins', {identifier: 'ada@acme.test'});

    assert.equal(body.response.status, 'needs_first_factor');
    assert.deepEqual(body.response.supported_first_factors, [{strategy: 'password'}]);
  });

  it('takes the password in a second step', async () => {
    const browser = new FapiBrowser(clerk.url);
    const first = await browser.post('/v1/client/sign_ins', {identifier: 'ada@acme.test'});

    const second = await browser.post(
      `/v1/client/sign_ins/${first.body.response.id}/attempt_first_factor`,
      {strategy: 'password', password: 'ada-charts'},
    );

    assert.equal(second.body.response.status, 'complete');
    assert.equal(second.body.client.sessions.length, 1);
  });

  it('refuses a wrong password at the password field', async () => {
    const {status, body} = await new FapiBrowser(clerk.url).post('/v1/client/sign_ins', {
      identifier: 'ada@acme.test',
      password: 'ada-chart',
    });

    assert.equal(status, 422);
    assert.equal(body.errors[0].code, 'form_password_incorrect');
    assert.equal(body.errors[0].meta.param_name, 'password');
  });

  it('refuses an address nobody has', async () => {
    const {status, body} = await new FapiBrowser(clerk.url).post('/v1/client/sign_ins', {
      identifier: 'x@y.test',
    });

    assert.equal(status, 422);
    assert.equal(body.errors[0].code, 'form_identifier_not_found');
  });

  it('refuses a second session of the same person in one browser', async () => {
    const {browser} = await visitAs(clerk, 'ada');

    const {status, body} = await browser.post('/v1/client/sign_ins', {
      identifier: 'ada@acme.test',
    });

    assert.equal(status, 400);
    assert.equal(body.errors[0].code, 'identifier_already_signed_in');
  });

  it('keeps two people signed in beside each other', async () => {
    const {browser} = await visitAs(clerk, 'ada');
    await browser.signIn('ivan@initech.test', 'ivan-charts');

    const {body} = await browser.get('/v1/client');

    const names = body.response.sessions.map(
      (session: {user: {first_name: string}}) => session.user.first_name,
    );
    assert.deepEqual(names, ['Ada', 'Ivan']);
  });

  it('keeps browsers apart', async () => {
    await visitAs(clerk, 'ada');

    const {body} = await new FapiBrowser(clerk.url).get('/v1/client');

    assert.deepEqual(body, {response: null, client: null});
  });

  it('refuses the dev browser of an earlier start', async () => {
    const {status, body} = await new FapiBrowser(clerk.url).get(
      '/v1/client?__clerk_db_jwt=dvb_of_last_week',
    );

    assert.equal(status, 401);
    assert.equal(body.errors[0].code, 'dev_browser_unauthenticated');
  });

  it('knows a dev browser without a cookie', async () => {
    const opened = await new FapiBrowser(clerk.url).post('/v1/dev_browser');
    const query = `__clerk_db_jwt=${opened.body.id}`;
    await new FapiBrowser(clerk.url).post(`/v1/client/sign_ins?${query}`, {
      identifier: 'ada@acme.test',
      password: 'ada-charts',
    });

    const {body} = await new FapiBrowser(clerk.url).get(`/v1/client?${query}`);

    assert.equal(body.response.sessions.length, 1);
  });
});
