import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {RunningClerk} from '../../../demo/stack/clerk/server.js';
import {startTestClerk, visitAs} from './fapi-browser.js';

describe('organizations of the Clerk stand-in', () => {
  let clerk: RunningClerk;
  before(async () => {
    clerk = await startTestClerk();
  });
  after(() => clerk.close());

  const memberships: readonly [string, readonly string[]][] = [
    ['ada', ['acme', 'globex', 'initech', 'umbrella', 'hooli']],
    ['grace', ['globex', 'initech']],
    ['ivan', ['initech']],
    ['noor', []],
  ];
  for (const [name, slugs] of memberships) {
    it(`${name} belongs to ${slugs.join(', ') || 'none'}`, async () => {
      const {browser} = await visitAs(clerk, name);

      const {body} = await browser.get('/v1/me/organization_memberships?limit=20&offset=0');

      const found = body.response.data.map(
        (membership: {organization: {slug: string}}) => membership.organization.slug,
      );
      assert.deepEqual(found, slugs);
      assert.equal(body.response.total_count, slugs.length);
    });
  }

  it('pages memberships', async () => {
    const {browser} = await visitAs(clerk, 'ada');

    const {body} = await browser.get('/v1/me/organization_memberships?limit=2&offset=3');

    assert.equal(body.response.data.length, 2);
    assert.equal(body.response.data[0].organization.id, 'org_umbrella');
  });

  it('switches by id and by slug, and an empty id leaves', async () => {
    const {browser, sessionId} = await visitAs(clerk, 'ada');
    const touch = async (id: string) => {
      const path = `/v1/client/sessions/${sessionId}/touch`;
      const {body} = await browser.post(path, {active_organization_id: id});
      return body.response.last_active_organization_id as string | null;
    };

    assert.equal(await touch('org_acme'), 'org_acme');
    assert.equal(await touch('globex'), 'org_globex');
    assert.equal(await touch(''), null);
  });

  it('refuses an organization the person is not in', async () => {
    const {browser, sessionId} = await visitAs(clerk, 'ivan');

    const {status} = await browser.post(`/v1/client/sessions/${sessionId}/touch`, {
      active_organization_id: 'org_acme',
    });

    assert.equal(status, 404);
  });

  it('does not tell about an organization the person is not in', async () => {
    const {browser} = await visitAs(clerk, 'ivan');

    assert.equal((await browser.get('/v1/organizations/org_acme')).status, 404);
    assert.equal((await browser.get('/v1/organizations/org_initech')).status, 200);
  });
});
