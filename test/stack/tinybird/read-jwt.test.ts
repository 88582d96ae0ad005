import assert from 'node:assert/strict';
import {createHmac} from 'node:crypto';
import {describe, it} from 'node:test';

import {LOCAL_ADMIN_TOKEN, LOCAL_WORKSPACE_ID} from '../../../demo/stack/settings.js';
import {ApiError} from '../../../demo/stack/tinybird/api-error.js';
import type {MintOptions} from '../../../demo/stack/tinybird/mint-jwt.js';
import {mintTinybirdJwt} from '../../../demo/stack/tinybird/mint-jwt.js';
import {readJwt} from '../../../demo/stack/tinybird/read-jwt.js';

const NOW_MS = 1_800_000_000_000;
const checks = {workspaceId: LOCAL_WORKSPACE_ID, adminToken: LOCAL_ADMIN_TOKEN, nowMs: NOW_MS};

function mint(options: Partial<MintOptions> = {}): Promise<string> {
  const clock = {now: () => NOW_MS};
  return mintTinybirdJwt({claims: {scopes: []}, clock, ...options});
}

function sign(header: unknown, payload: unknown): string {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${encode(header)}.${encode(payload)}`;
  return `${signed}.${createHmac('sha256', LOCAL_ADMIN_TOKEN).update(signed).digest('base64url')}`;
}

describe('readJwt', () => {
  it('returns the claims of a token signed with the admin token', async () => {
    const claims = readJwt(
      await mint({claims: {name: 'ada', scopes: [], limits: {rps: 3}}}),
      checks,
    );

    assert.deepEqual([claims.name, claims.limits?.rps], ['ada', 3]);
  });

  it('does not read the alg header', () => {
    const payload = {workspace_id: LOCAL_WORKSPACE_ID, name: 'a', exp: NOW_MS, scopes: []};

    assert.equal(readJwt(sign({}, payload), checks).name, 'a');
    assert.equal(readJwt(sign({alg: 'none'}, payload), checks).name, 'a');
  });

  const refused: readonly [what: string, options: Partial<MintOptions>, reason: RegExp][] = [
    ['another key', {key: 'another key'}, /signature/],
    ['another workspace', {claims: {workspace_id: 'x', scopes: []}}, /workspace_id/],
    ['no workspace', {claims: {workspace_id: null, scopes: []}}, /workspace_id/],
    ['no exp', {expiresInS: null}, /exp/],
    ['an exp that is past', {expiresInS: -1}, /expired/],
    ['an exp that is now', {expiresInS: 0}, /expired/],
    ['no name', {claims: {name: null, scopes: []}}, /name/],
    ['no scopes', {claims: {}}, /scopes/],
  ];
  for (const [what, options, reason] of refused) {
    it(`refuses a token with ${what} by a 403 that does not repeat it`, async () => {
      const token = await mint(options);

      assert.throws(
        () => readJwt(token, checks),
        (error) =>
          error instanceof ApiError &&
          error.status === 403 &&
          reason.test(error.message) &&
          !JSON.stringify(error.body).includes(token),
      );
    });
  }

  for (const text of ['', 'x', 'a.b', 'a.b.c', 'a.b.c.d', `${'a'.repeat(9)}..b`]) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      assert.throws(() => readJwt(text, checks), {status: 403});
    });
  }

  it('refuses a payload changed after signing', async () => {
    const [header, , signature] = (await mint()).split('.');
    const payload = Buffer.from('{"scopes":[]}').toString('base64url');

    assert.throws(() => readJwt(`${header}.${payload}.${signature}`, checks), {status: 403});
  });

  it('refuses a signed payload that is not an object', () => {
    assert.throws(() => readJwt(sign({}, 7), checks), {status: 403});
  });
});
