import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {createLocalJWKSet, jwtVerify} from 'jose';
import type {JSONWebKeySet} from 'jose';
import type {RunningClerk} from '../../../demo/stack/clerk/server.js';
import {readClaims, SIGNING_KEY, startTestClerk, visitAs} from './fapi-browser.js';

const key = new TextEncoder().encode(SIGNING_KEY);

describe('tokens of the Clerk stand-in', () => {
  let clerk: RunningClerk;
  before(async () => {
    clerk = await startTestClerk();
  });
  after(() => clerk.close());

  it('signs template tokens HS256 with the workspace admin token', async () => {
    const {browser, sessionId} = await visitAs(clerk, 'ada');

    const {body} = await browser.post(`/v1/client/sessions/${sessionId}/tokens/tinybird`);

    const {payload, protectedHeader} = await jwtVerify(body.jwt as string, key);
    assert.equal(protectedHeader.alg, 'HS256');
    assert.equal(payload.sub, 'user_ada');
    assert.equal(payload['workspace_id'], 'workspace-1');
  });

  it('fills the scopes with the active organization', async () => {
    const {browser, sessionId} = await visitAs(clerk, 'ada');

    const claims = await browser.templateClaims(sessionId, 'org_globex');

    assert.equal(claims['name'], 'tinybird_user_ada_org_globex');
    assert.equal(claims['org_id'], 'org_globex');
    assert.deepEqual(claims['limits'], {rps: 10});
    assert.deepEqual(claims['scopes'], [
      {
        type: 'PIPES:READ',
        resource: 'sales',
        fixed_params: {org: 'globex', user: 'user_ada'},
      },
      {type: 'PIPES:READ', resource: 'visits', fixed_params: {org: 'org_globex'}},
    ]);
  });

  it('writes null and "null" where no organization is active', async () => {
    const {browser, sessionId} = await visitAs(clerk, 'noor');

    const claims = await browser.templateClaims(sessionId, '');

    assert.equal(claims['org_id'], null);
    assert.equal(claims['name'], 'tinybird_user_noor_null');
  });

  it('ignores an organization in the body of a template token request', async () => {
    const {browser, sessionId} = await visitAs(clerk, 'ada');
    await browser.templateClaims(sessionId, 'org_acme');

    const {body} = await browser.post(`/v1/client/sessions/${sessionId}/tokens/tinybird`, {
      organization_id: 'org_globex',
    });

    assert.equal(readClaims(body.jwt as string)['org_id'], 'org_acme');
  });

  it('has no sid and the published lifetime and skew', async () => {
    const {browser, sessionId} = await visitAs(clerk, 'ada');

    const claims = await browser.templateClaims(sessionId, 'acme');

    assert.equal(claims['sid'], undefined);
    assert.equal(Number(claims['exp']) - Number(claims['iat']), 60);
    assert.equal(Number(claims['iat']) - Number(claims['nbf']), 5);
  });

  const variants: readonly [string, (claims: Record<string, unknown>) => boolean][] = [
    ['tinybird_short', ({exp, iat}) => Number(exp) - Number(iat) === 30],
    ['tinybird_published', ({name, org_id}) => name === 'frontend_jwt' && org_id === undefined],
    ['tinybird_no_scope', ({scopes}) => Array.isArray(scopes) && scopes.length === 0],
  ];
  for (const [template, isAsNamed] of variants) {
    it(`${template} differs as its name says`, async () => {
      const {browser, sessionId} = await visitAs(clerk, 'ada');

      const claims = await browser.templateClaims(sessionId, 'acme', template);

      assert.ok(isAsNamed(claims), JSON.stringify(claims));
    });
  }

  it('tinybird_wrong_key does not verify', async () => {
    const {browser, sessionId} = await visitAs(clerk, 'ada');

    const path = `/v1/client/sessions/${sessionId}/tokens/tinybird_wrong_key`;
    const {body} = await browser.post(path);

    await assert.rejects(jwtVerify(body.jwt as string, key), /signature verification failed/);
  });

  it('answers 404 for an unknown template', async () => {
    const {browser, sessionId} = await visitAs(clerk, 'ada');

    const {status, body} = await browser.post(`/v1/client/sessions/${sessionId}/tokens/nope`);

    assert.equal(status, 404);
    assert.equal(body.errors[0].code, 'resource_not_found');
  });

  it('refuses the session of another browser', async () => {
    const {sessionId} = await visitAs(clerk, 'ada');
    const {browser} = await visitAs(clerk, 'ivan');

    const {status, body} = await browser.post(`/v1/client/sessions/${sessionId}/tokens/tinybird`);

    assert.equal(status, 401);
    assert.equal(body.errors[0].code, 'authentication_invalid');
  });

  it('signs session tokens RS256 with the published key', async () => {
    const {browser, sessionId} = await visitAs(clerk, 'ada');
    const {body: jwks} = await browser.get('/.well-known/jwks.json');

    const {body} = await browser.post(`/v1/client/sessions/${sessionId}/tokens`, {
      organization_id: 'org_hooli',
    });

    const {payload} = await jwtVerify(
      body.jwt as string,
      createLocalJWKSet(jwks as JSONWebKeySet),
      {issuer: clerk.url},
    );
    assert.equal(payload['v'], 2);
    assert.equal(payload['sid'], sessionId);
    assert.deepEqual(payload['o'], {id: 'org_hooli', slg: 'hooli', rol: 'admin'});
  });
});
