import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {inspect} from 'node:util';

import {LOCAL_ADMIN_TOKEN, LOCAL_WORKSPACE_ID} from '../../../demo/stack/settings.js';
import {readJwt} from '../../../demo/stack/tinybird/read-jwt.js';
import {
  isChartError,
  signTinybirdToken,
  type TinybirdTokenOptions,
  TokenOptionError,
} from '../../../src/entries/tokens.js';

const NOW_MS = 1_800_000_000_000;

function sign(options: Partial<TinybirdTokenOptions> = {}): Promise<string> {
  return signTinybirdToken({
    workspaceId: LOCAL_WORKSPACE_ID,
    adminToken: LOCAL_ADMIN_TOKEN,
    name: 'visitor_ada',
    ...(options.scopes ? {} : {pipes: ['visits', 'sales'], fixedParams: {org: 'acme'}}),
    now: () => NOW_MS,
    ...options,
  });
}

const verify = (token: string, afterS = 0) =>
  readJwt(token, {
    workspaceId: LOCAL_WORKSPACE_ID,
    adminToken: LOCAL_ADMIN_TOKEN,
    nowMs: NOW_MS + afterS * 1000,
  });

function payloadOf(token: string): Record<string, unknown> {
  const payload = Buffer.from(token.split('.')[1]!, 'base64url').toString();
  return JSON.parse(payload) as Record<string, unknown>;
}

async function refusalOf(options: object): Promise<TokenOptionError> {
  const error = await sign(options).then(
    () => assert.fail('It was signed.'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof TokenOptionError);
  return error;
}

describe('signTinybirdToken', () => {
  it('makes what the stand-in for Tinybird accepts', async () => {
    const claims = verify(await sign({rps: 5}));

    assert.equal(claims.name, 'visitor_ada');
    assert.equal(claims.limits?.rps, 5);
    assert.deepEqual(claims.scopes, [
      {type: 'PIPES:READ', resource: 'visits', fixed_params: {org: 'acme'}},
      {type: 'PIPES:READ', resource: 'sales', fixed_params: {org: 'acme'}},
    ]);
  });

  it('ends it after ten minutes, or when it is told to', async () => {
    const token = await sign();
    verify(token, 599);
    assert.throws(() => verify(token, 600), /expired/);

    assert.throws(() => verify(token, 3600));
    verify(await sign({expiresInSeconds: 7200}), 3600);
  });

  it('takes scopes as Tinybird writes them', async () => {
    const scopes = [
      {type: 'PIPES:READ', resource: 'visits', fixed_params: {org: 'acme', seats: 0, demo: false}},
      {type: 'DATASOURCES:READ', resource: 'events', filter: "org = 'acme'"},
    ] as const;

    const token = await sign({scopes});
    verify(token);
    assert.deepEqual(payloadOf(token)['scopes'], scopes);
  });

  it('names the visitor where that is asked for', async () => {
    const payload = payloadOf(await sign({subject: 'auth0|ada'}));

    assert.equal(payload['sub'], 'auth0|ada');
  });

  it('signs for all rows only when that is said', async () => {
    const fixedParams = undefined;
    const error = await refusalOf({fixedParams});
    assert.match(error.message, /keeps "visits" to one tenant/);
    await refusalOf({fixedParams: {}});
    await refusalOf({scopes: [{type: 'PIPES:READ', resource: 'visits'}]});

    verify(await sign({fixedParams, allowAllRows: true}));
  });

  for (const value of ['', ' ', 'null', 'undefined', 'none', null, undefined, NaN, {}, ['acme']]) {
    it(`refuses ${inspect(value)} as a tenant`, async () => {
      const error = await refusalOf({fixedParams: {org: value}, allowAllRows: true});
      assert.equal(error.option, 'fixedParams.org');
    });
  }

  const wrong: readonly (readonly [option: string, value: unknown])[] = [
    ['name', ''],
    ['name', ' '],
    ['name', undefined],
    ['workspaceId', 'my_workspace'],
    ['workspaceId', undefined],
    ['adminToken', ''],
    ['adminToken', undefined],
    ['adminToken', 'eyJhbGciOiJIUzI1NiJ9.e30.c2VjcmV0'],
    ['expiresInSeconds', 29],
    ['expiresInSeconds', 86_401],
    ['expiresInSeconds', 90.5],
    ['expiresInSeconds', '600'],
    ['rps', 0],
    ['rps', 1.5],
    ['pipes', []],
    ['pipes', undefined],
    ['pipes', ['../tokens']],
  ];
  for (const [option, value] of wrong) {
    it(`refuses ${inspect(value)} as ${option}`, async () => {
      const error = await refusalOf({[option]: value});

      assert.equal(error.option, option);
      assert.equal(error.code, 'misconfigured');
      assert.ok(isChartError(error));
    });
  }

  it('refuses pipes and scopes at once', async () => {
    const scopes = [{type: 'PIPES:READ', resource: 'visits', fixed_params: {org: 'acme'}}];
    await refusalOf({scopes, pipes: ['visits']});
    assert.equal((await refusalOf({scopes, fixedParams: {org: 'acme'}})).option, 'fixedParams');
  });

  it('never quotes the key', async () => {
    for (const options of [{name: ''}, {workspaceId: LOCAL_ADMIN_TOKEN}, {pipes: []}]) {
      const error = await refusalOf(options);
      assert.ok(!`${error.stack ?? ''} ${error.message}`.includes(LOCAL_ADMIN_TOKEN));
    }
    const secret = 'x.very-secret';
    const error = await refusalOf({adminToken: secret});
    assert.ok(!JSON.stringify([error.message, error, error.cause]).includes(secret));
  });
});
