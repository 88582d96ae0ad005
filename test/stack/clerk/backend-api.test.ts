import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import {decodeProtectedHeader, jwtVerify} from 'jose';
import type {RunningClerk} from '../../../demo/stack/clerk/server.js';
import {LOCAL_CLERK_SECRET_KEY} from '../../../demo/stack/settings.js';
import {readClaims, startTestClerk, visitAs} from './fapi-browser.js';

const NEW_KEY = 'p.another-key.of-some-length';
const HS256 = {custom_signing_key: true, signing_algorithm: 'HS256', signing_key: NEW_KEY};

interface Reply {
  readonly status: number;
  // Bodies differ by endpoint; each test reads only what it is about.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- see the line above
  readonly body: any;
}

describe("JWT templates of the Clerk stand-in's Backend API", () => {
  let clerk: RunningClerk;
  before(async () => {
    clerk = await startTestClerk();
  });
  after(() => clerk.close());
  afterEach(() => clerk.control({reset: true}));

  const ask = async (
    method: string,
    path: string,
    body?: unknown,
    secretKey: string | null = LOCAL_CLERK_SECRET_KEY,
  ): Promise<Reply> => {
    const response = await fetch(`${clerk.url}${path}`, {
      method,
      headers: secretKey === null ? {} : {authorization: `Bearer ${secretKey}`},
      ...(body !== undefined && {body: JSON.stringify(body)}),
    });
    return {status: response.status, body: await response.json()};
  };
  const list = async () => (await ask('GET', '/v1/jwt_templates')).body as {id: string}[];
  const idOf = async (name: string) =>
    (await ask('GET', '/v1/jwt_templates')).body.find((each: {name: string}) => each.name === name)
      .id as string;

  it('are listed without their signing keys', async () => {
    const {status, body} = await ask('GET', '/v1/jwt_templates');

    assert.equal(status, 200);
    assert.equal(body[0].name, 'tinybird');
    assert.equal(body[0].signing_algorithm, 'HS256');
    assert.doesNotMatch(JSON.stringify(body), /p\.test-workspace/);
  });

  it('need the secret key', async () => {
    const none = await ask('GET', '/v1/jwt_templates', undefined, null);
    const wrong = await ask('GET', '/v1/jwt_templates', undefined, 'sk_test_wrong');

    assert.deepEqual([none.status, none.body.errors[0].code], [401, 'authentication_invalid']);
    assert.deepEqual([wrong.status, wrong.body.errors[0].code], [401, 'clerk_key_invalid']);
  });

  it('are out of reach of pages', async () => {
    const {status} = await ask('GET', '/__clerk/v1/jwt_templates');

    assert.equal(status, 404);
  });

  it('sign what they claim with the key that they were created with', async () => {
    const claims = {org: "{{org.slug || 'none'}}"};
    const created = await ask('POST', '/v1/jwt_templates', {name: 'new', claims, ...HS256});
    const {browser, sessionId} = await visitAs(clerk, 'ada');
    const reply = await browser.post(`/v1/client/sessions/${sessionId}/tokens/new`);

    const {payload} = await jwtVerify(reply.body.jwt as string, new TextEncoder().encode(NEW_KEY));
    assert.equal(created.status, 200);
    assert.equal(payload['org'], 'none');
  });

  it("sign RS256 with the instance's key where they have none", async () => {
    await ask('POST', '/v1/jwt_templates', {name: 'plain', claims: {a: 1}, lifetime: 90});
    const {browser, sessionId} = await visitAs(clerk, 'ada');
    const {jwt} = (await browser.post(`/v1/client/sessions/${sessionId}/tokens/plain`)).body;

    const {iat, exp} = readClaims(jwt as string);
    assert.equal(decodeProtectedHeader(jwt as string).alg, 'RS256');
    assert.equal(Number(exp) - Number(iat), 90);
  });

  it('keep what a change does not name, and their id', async () => {
    const id = await idOf('tinybird');
    const {body} = await ask('PATCH', `/v1/jwt_templates/${id}`, {lifetime: 300});

    assert.deepEqual([body.id, body.lifetime, body.signing_algorithm], [id, 300, 'HS256']);
    assert.ok(body.claims.scopes.length > 0);
  });

  it('are gone once deleted', async () => {
    const id = await idOf('tinybird_short');
    await ask('DELETE', `/v1/jwt_templates/${id}`);

    assert.equal((await ask('GET', `/v1/jwt_templates/${id}`)).status, 404);
    assert.ok((await list()).every((each) => each.id !== id));
  });

  it('give a token for a live session to the server', async () => {
    const {sessionId} = await visitAs(clerk, 'ada');
    const {body} = await ask('POST', `/v1/sessions/${sessionId}/tokens/tinybird`);

    assert.equal(readClaims(body.jwt as string)['sub'], 'user_ada');
  });

  const refused = [
    ['a reserved claim', {name: 'x', claims: {sub: 'me'}}, 'claims'],
    ['a lifetime below 30 s', {name: 'x', claims: {}, lifetime: 29}, 'lifetime'],
    [
      'more skew than 300 s',
      {name: 'x', claims: {}, allowed_clock_skew: 301},
      'allowed_clock_skew',
    ],
    [
      'a custom key that is not given',
      {name: 'x', claims: {}, custom_signing_key: true},
      'signing_key',
    ],
    ['a name that is taken', {name: 'tinybird', claims: {}}, 'name'],
  ] as const;
  for (const [name, body, field] of refused) {
    it(`are refused with ${name}`, async () => {
      const reply = await ask('POST', '/v1/jwt_templates', body);

      assert.equal(reply.status, 422);
      assert.equal(reply.body.errors[0].meta.param_name, field);
    });
  }
});
