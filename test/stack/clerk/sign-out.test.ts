import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {RunningClerk} from '../../../demo/stack/clerk/server.js';
import {startTestClerk, visitAs} from './fapi-browser.js';

describe('signing out of the Clerk stand-in', () => {
  let clerk: RunningClerk;
  before(async () => {
    clerk = await startTestClerk();
  });
  after(() => clerk.close());

  it('ends all sessions of the browser', async () => {
    const {browser, sessionId} = await visitAs(clerk, 'ada');
    await browser.signIn('ivan@initech.test', 'ivan-charts');

    const {body} = await browser.post('/v1/client/sessions?_method=DELETE');

    assert.deepEqual(body.response.sessions, []);
    assert.equal(body.client, null);
    const token = await browser.post(`/v1/client/sessions/${sessionId}/tokens/tinybird`);
    assert.equal(token.status, 401);
  });

  for (const action of ['end', 'remove']) {
    it(`${action} leaves the other session signed in`, async () => {
      const {browser, sessionId: ada} = await visitAs(clerk, 'ada');
      const ivan = await browser.signIn('ivan@initech.test', 'ivan-charts');

      const {body} = await browser.post(`/v1/client/sessions/${ivan}/${action}`);

      assert.equal(body.client.sessions.length, 1);
      assert.equal(body.client.last_active_session_id, ada);
    });
  }
});
