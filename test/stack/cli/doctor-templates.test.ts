import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {LOCAL_WORKSPACE_ID} from '../../../demo/stack/settings.js';
import type {Check} from '../../../src/entries/cli/check.js';
import {SECRETS, useAccounts} from './support/accounts.js';
import {run} from './support/run.js';

const SAFE = ['--pipe', 'visits_by_org', '--tenant-param', 'org'];

describe('doctor on templates', () => {
  const accounts = useAccounts();
  const examine = async () => {
    const argv = ['doctor', ...accounts.flags('--json', ...SAFE)];
    const {exitCode, output} = await run(argv, SECRETS);
    return {exitCode, checks: (JSON.parse(output) as {checks: readonly Check[]}).checks};
  };

  const claims = (changes: object) => ({
    claims: {
      name: 'tinybird_{{user.id}}',
      workspace_id: LOCAL_WORKSPACE_ID,
      org_id: '{{org.id}}',
      limits: {rps: 10},
      scopes: [scope({org: "{{org.slug || 'none'}}"})],
      ...changes,
    },
  });
  const scope = (fixedParams: object) => ({
    type: 'PIPES:READ',
    resource: 'visits_by_org',
    fixed_params: fixedParams,
  });
  const templates = [
    ['RS256', {custom_signing_key: false}, 'algorithm', 'failed', /algorithm HS256/],
    [
      'no workspace',
      claims({workspace_id: undefined}),
      'workspace-id',
      'failed',
      /Set the claim `workspace_id` to 5c0f/,
    ],
    ['a name for an id', claims({workspace_id: 'acme'}), 'workspace-id', 'failed', /Set the claim/],
    [
      "another's workspace",
      claims({workspace_id: LOCAL_WORKSPACE_ID.replace('5', '6')}),
      'workspace-id',
      'failed',
      /Set the claim/,
    ],
    ['tokens of a month', {lifetime: 2_592_000}, 'lifetime', 'failed', /lifetime to 300/],
    ['tokens of half a minute', {lifetime: 30}, 'lifetime', 'warning', /lifetime to 300/],
    ['no clock skew', {allowed_clock_skew: 0}, 'clock-skew', 'warning', /to 5/],
    [
      'one name for all',
      claims({name: 'frontend_jwt'}),
      'name',
      'warning',
      /tinybird_\{\{user.id\}\}/,
    ],
    ['no name', claims({name: undefined}), 'name', 'failed', /claim `name`/],
    ['no limit', claims({limits: {}}), 'rps', 'warning', /"rps": 10/],
    ['no scope', claims({scopes: []}), 'scope', 'failed', /Add a scope/],
    [
      'another scope',
      claims({scopes: [{...scope({}), type: 'DATASOURCES:READ'}]}),
      'scope',
      'failed',
      /Add a scope/,
    ],
    [
      'nothing fixed',
      claims({scopes: [scope({})]}),
      'fixed-param',
      'failed',
      /"fixed_params": \{"org"/,
    ],
    [
      'a tenant for all',
      claims({scopes: [scope({org: 'acme'})]}),
      'fixed-param',
      'failed',
      /Set it to/,
    ],
    [
      'what visitors write',
      claims({scopes: [scope({org: '{{user.unsafe_metadata.org}}'})]}),
      'fixed-param',
      'failed',
      /public_metadata/,
    ],
    [
      'a tenant that may be null',
      claims({scopes: [scope({org: '{{org.slug}}'})]}),
      'fixed-param',
      'warning',
      /\|\| 'none'/,
    ],
    [
      'the word null',
      claims({scopes: [scope({org: 'x-{{org.slug}}'})]}),
      'fixed-param',
      'warning',
      /alone/,
    ],
  ] as const;
  for (const [name, changes, id, status, fix] of templates) {
    it(`names what fixes a template with ${name}`, async () => {
      await accounts.changeTemplate(changes);
      const {checks, exitCode} = await examine();

      const found = checks.find((check) => check.id === id && check.status !== 'ok');
      assert.equal(found?.status, status);
      assert.match(found.fix ?? '', fix);
      assert.equal(exitCode, status === 'failed' ? 1 : 0);
    });
  }
});
