import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {listenLocally} from '../../../demo/stack/http/listen.js';
import {
  LOCAL_ADMIN_TOKEN,
  LOCAL_CLERK_SECRET_KEY,
  LOCAL_PUBLIC_READ_TOKEN,
} from '../../../demo/stack/settings.js';
import type {Check} from '../../../src/entries/cli/check.js';
import {visitAs} from '../clerk/fapi-browser.js';
import {SECRETS, useAccounts} from './support/accounts.js';
import {run, runProcess} from './support/run.js';

const SAFE = ['--pipe', 'visits_by_org', '--tenant-param', 'org'];

describe('doctor', () => {
  const accounts = useAccounts();
  const examine = async (
    flags: readonly string[] = [],
    environment: Readonly<Record<string, string>> = SECRETS,
  ) => {
    const argv = ['doctor', ...accounts.flags('--json', ...flags)];
    const {exitCode, output, text} = await run(argv, environment);
    assert.ok(!text.includes(LOCAL_ADMIN_TOKEN) && !text.includes(LOCAL_CLERK_SECRET_KEY));
    const {checks} = JSON.parse(output) as {checks: readonly Check[]};
    return {exitCode, checks, failed: checks.filter(({status}) => status === 'failed')};
  };

  it('finds nothing wrong with a set-up that works', async () => {
    const {exitCode, checks} = await examine(SAFE);

    const others = checks.filter(({status}) => status !== 'ok').map(({id}) => id);
    assert.deepEqual(others, ['signing-key']);
    assert.equal(exitCode, 0);
  });

  it('proves the signing key by a token of a session', async () => {
    const {sessionId} = await visitAs(accounts.clerk, 'ada');
    const right = await examine([...SAFE, '--session', sessionId]);
    await accounts.changeTemplate({signing_key: 'p.another.key'});
    const wrong = await examine([...SAFE, '--session', sessionId]);

    assert.equal(right.checks.at(-1)?.status, 'ok');
    assert.deepEqual(
      wrong.failed.map(({id}) => id),
      ['signing-key'],
    );
  });

  const pipes = [
    [
      'nothing',
      'pipe',
      /none of that name/,
      /deploy it to this workspace\. Endpoints: .*visits_by_org/,
    ],
    ['copied', 'pipe', /not an endpoint/, /TYPE endpoint/],
    ['unfiltered', 'tenants', /LEAK: it never uses `org`/, /required=True/],
    ['optional', 'tenants', /LEAK: `org` is optional/, /no \{% if defined\(org\) %\}/],
    ['defaulted', 'tenants', /LEAK: `org` has a default/, /no default/],
  ] as const;
  for (const [pipe, id, finding, fix] of pipes) {
    it(`names what fixes the pipe "${pipe}"`, async () => {
      const {failed, exitCode} = await examine(['--pipe', pipe]);

      const found = failed.find((check) => check.id === id);
      assert.match(found?.finding ?? '', finding);
      assert.match(found?.fix ?? '', fix);
      assert.equal(exitCode, 1);
    });
  }

  it('proves a pipe with more parameters once it is told of them', async () => {
    const tenants = async (...flags: string[]) =>
      (await examine(['--pipe', 'dated', ...flags])).checks.find(({id}) => id === 'tenants');

    assert.equal((await tenants())?.status, 'unknown');
    assert.equal((await tenants('--param', 'day=2026-01-01'))?.status, 'ok');
  });

  it('says that there is no template', async () => {
    accounts.clerk.control({removeTemplate: 'tinybird'});
    const {failed} = await examine(SAFE);

    assert.deepEqual(
      failed.map(({id}) => id),
      ['template'],
    );
  });

  const tokens = [
    ['is none', 'secret', /begins with p\.eyJ/],
    ['is not known', `${LOCAL_ADMIN_TOKEN}x`, /Copy the workspace admin token/],
    ['may not look', LOCAL_PUBLIC_READ_TOKEN, /Copy the workspace admin token/],
  ] as const;
  for (const [name, token, fix] of tokens) {
    it(`names what fixes a token that ${name}`, async () => {
      const {failed} = await examine(SAFE, {...SECRETS, TINYBIRD_TOKEN: token});

      assert.equal(failed[0]?.id, 'token');
      assert.match(failed[0].fix ?? '', fix);
    });
  }

  it('names the region that a token is of', async () => {
    const regions = {regions: [{key: 'local_stack', api_host: accounts.tinybird.url}]};
    const other = await listenLocally(0, ({url}, response) => {
      response.writeHead(url === '/v0/regions' ? 200 : 403).end(JSON.stringify(regions));
    });
    const {failed} = await examine(['--host', other.url, ...SAFE]);
    await other.close();

    assert.equal(failed[0]?.fix, `Use --host ${accounts.tinybird.url}`);
  });

  it('says that nothing listens at a host', async () => {
    const gone = await listenLocally(0, () => {});
    await gone.close();
    const {failed} = await examine(['--host', gone.url, ...SAFE]);

    assert.match(failed[0]?.finding ?? '', /refuses connections/);
  });

  it("names what fixes Clerk's keys", async () => {
    const wrong = await examine(SAFE, {...SECRETS, CLERK_SECRET_KEY: 'sk_test_wrong'});
    const live = `pk_live_${Buffer.from('clerk.example.com$').toString('base64')}`;
    const mixed = await examine([...SAFE, '--publishable-key', live]);
    const swapped = await examine(SAFE, {...SECRETS, CLERK_SECRET_KEY: live});

    assert.match(wrong.failed[0]?.fix ?? '', /Copy the secret key/);
    assert.match(swapped.failed[0]?.fix ?? '', /holds a publishable key/);
    assert.match(mixed.failed[0]?.fix ?? '', /both keys of one instance/);
  });

  it('looks at the policy of a page, and at CORS', async () => {
    const page = await listenLocally(0, (_, response) => {
      response.writeHead(200, {
        'content-type': 'text/html',
        'content-security-policy': "default-src 'self'; connect-src 'self' https://*.tinybird.co",
      });
      response.end('<!doctype html>');
    });
    const {failed, checks} = await examine([...SAFE, '--page', page.url]);
    await page.close();

    const {url} = accounts.tinybird;
    assert.deepEqual(
      failed.map(({id, fix}) => [id, fix]),
      [['csp', `Add ${url} to connect-src.`]],
    );
    assert.equal(checks.at(-1)?.id, 'cors');
  });

  it('writes lines with their fixes and ends with 1, as a process', async () => {
    const argv = ['doctor', ...accounts.flags('--pipe', 'optional')];
    const {exitCode, output, text} = await runProcess(argv, SECRETS);

    assert.match(output, /FAILED +tenants optional: LEAK[^\n]*\n +fix: Filter without/);
    assert.equal(exitCode, 1);
    assert.ok(!text.includes(LOCAL_ADMIN_TOKEN) && !text.includes(LOCAL_CLERK_SECRET_KEY));
  });
});
