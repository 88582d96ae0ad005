import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {describe, it} from 'node:test';
import {LOCAL_ADMIN_TOKEN, LOCAL_CLERK_SECRET_KEY} from '../../../demo/stack/settings.js';
import {readClaims, visitAs} from '../clerk/fapi-browser.js';
import {SECRETS, useAccounts} from './support/accounts.js';
import {run, runProcess, type RunResult} from './support/run.js';

const WANTED = ['--pipe', 'visits_by_org', '--tenant-param', 'org'];
const ENTER = '\r';

function assertNoSecret({text}: RunResult): void {
  assert.ok(!text.includes(LOCAL_ADMIN_TOKEN), 'the token of Tinybird is printed');
  assert.ok(!text.includes(LOCAL_CLERK_SECRET_KEY), 'the key of Clerk is printed');
}

describe('init', () => {
  const accounts = useAccounts();
  const init = async (
    flags: readonly string[],
    environment: Readonly<Record<string, string>> = SECRETS,
  ) => {
    const result = await run(['init', ...accounts.flags(...flags)], environment);
    assertNoSecret(result);
    return result;
  };
  const templates = async () => {
    const all = (await accounts.clerkApi('GET', '/v1/jwt_templates')) as {name: string}[];
    return JSON.stringify(all);
  };

  it('makes a template whose tokens open the pipe, as a process', async () => {
    accounts.clerk.control({removeTemplate: 'tinybird'});
    const files = () => readdirSync('.').sort();
    const before = files();
    const flags = accounts.flags(...WANTED, '--framework', 'html', '--yes');
    const result = await runProcess(['init', ...flags], SECRETS);
    const {browser, sessionId} = await visitAs(accounts.clerk, 'ada');
    await browser.post(`/v1/client/sessions/${sessionId}/touch`, {active_organization_id: 'acme'});
    const {body} = await browser.post(`/v1/client/sessions/${sessionId}/tokens/tinybird`);
    const rows = await fetch(`${accounts.tinybird.url}/v0/pipes/visits_by_org.json`, {
      headers: {authorization: `Bearer ${String(body.jwt)}`},
    });

    assert.equal(result.exitCode, 0, result.text);
    assertNoSecret(result);
    assert.deepEqual(files(), before);
    assert.match(result.output, /Created the JWT template "tinybird"/);
    assert.match(result.output, /<tinybird-chart pipe="visits_by_org"><\/tinybird-chart>/);
    assert.deepEqual(
      ((await rows.json()) as {data: {org: string}[]}).data.map(({org}) => org),
      ['acme'],
    );
  });

  it('prints the command that checks what it has made, and that finds nothing wrong', async () => {
    const {output} = await init([...WANTED, '--template', 'fresh', '--yes', '--update']);

    const [, words = ''] = /^npx tinybird-chart (doctor .+)$/m.exec(output) ?? [];
    const {exitCode, text} = await run(words.split(' '), SECRETS);
    assert.equal(exitCode, 0, text);
  });

  it("names what fixes Clerk's key", async () => {
    const wrong = {...SECRETS, CLERK_SECRET_KEY: 'sk_test_wrong'};
    const {exitCode, errors} = await init([...WANTED, '--yes'], wrong);

    assert.equal(exitCode, 1);
    assert.match(errors, /^fix: Copy the secret key/m);
    assert.ok(!errors.includes('sk_test_wrong'), errors);
  });

  it('shows the claims before it says that it has written', async () => {
    accounts.clerk.control({removeTemplate: 'tinybird'});
    const {output} = await init([...WANTED, '--yes']);

    assert.match(output, /"org": "\{\{org\.slug \|\| 'none'\}\}"[^]*Created/);
  });

  it('keeps the parameter fixed for people without an organization', async () => {
    await init([...WANTED, '--yes', '--update']);
    const {browser, sessionId} = await visitAs(accounts.clerk, 'noor');
    const {body} = await browser.post(`/v1/client/sessions/${sessionId}/tokens/tinybird`);

    const [scope] = readClaims(body.jwt as string)['scopes'] as {fixed_params: unknown}[];
    assert.deepEqual(scope?.fixed_params, {org: 'none'});
  });

  it('writes nothing in a dry run', async () => {
    const before = await templates();
    const {output, exitCode} = await init([...WANTED, '--rps', '3', '--dry-run']);

    assert.match(output, /- +"rps": 10\n\+ +"rps": 3/);
    assert.match(output, /nothing was written/);
    assert.equal(exitCode, 0);
    assert.equal(await templates(), before);
  });

  it('changes a template that is there only with --update, and shows the difference', async () => {
    const before = await templates();
    const refused = await init([...WANTED, '--rps', '3', '--yes']);
    const untouched = await templates();
    const changed = await init([...WANTED, '--rps', '3', '--yes', '--update']);

    assert.equal(refused.exitCode, 2);
    assert.match(refused.errors, /Add --update/);
    assert.equal(untouched, before);
    assert.match(changed.output, /\+ +"rps": 3[^]*Changed the JWT template/);
    assert.match(await templates(), /"rps":3/);
  });

  it('keeps scopes of other pipes and claims of other names', async () => {
    const scope = {type: 'PIPES:READ', resource: 'other', fixed_params: {org: '{{org.id}}'}};
    await accounts.changeTemplate({claims: {team: 'growth', scopes: [scope]}});
    await init([...WANTED, '--yes', '--update']);

    const text = await templates();
    assert.match(text, /"team":"growth"/);
    assert.match(text, /"resource":"other"[^]*"resource":"visits_by_org"/);
  });

  it('prints the template to paste without a secret key of Clerk', async () => {
    const before = await templates();
    const {TINYBIRD_TOKEN} = SECRETS;
    const {output, exitCode} = await init([...WANTED, '--yes'], {TINYBIRD_TOKEN});

    assert.match(output, /custom signing key on, algorithm HS256/);
    assert.match(output, /"workspace_id": "5c0ffee0-/);
    assert.equal(exitCode, 0);
    assert.equal(await templates(), before);
  });

  it('writes nothing for a pipe that leaks', async () => {
    const before = await templates();
    const {exitCode, output} = await init([
      '--pipe',
      'optional',
      '--tenant-param',
      'org',
      '--yes',
      '--update',
    ]);

    assert.match(output, /LEAK/);
    assert.equal(exitCode, 1);
    assert.equal(await templates(), before);
  });

  it('names everything that is missing where nobody can be asked', async () => {
    const {exitCode, errors} = await run(['init'], {});

    assert.match(errors, /TINYBIRD_TOKEN.*--host.*--pipe.*--tenant-param/);
    assert.equal(exitCode, 2);
  });

  it('wants --yes where nobody can be asked', async () => {
    const {exitCode, errors} = await init(WANTED);

    assert.match(errors, /add --yes/);
    assert.equal(exitCode, 2);
  });

  it('refuses a secret in the command line, without repeating it', async () => {
    const result = await init(['--token', LOCAL_ADMIN_TOKEN]);

    assert.match(result.errors, /history of the shell/);
    assert.equal(result.exitCode, 2);
  });

  const wrong = [
    ['an unknown flag', ['--pope', 'x'], /'--pope'/],
    ['a choice that is none', ['--framework', 'ember'], /html, react, next/],
    ['a rate below one', ['--rps', '0'], /from 1 to 1000/],
    ["another's address for the token", ['--host', 'https://evil.example'], /--allow-host/],
    ["another's address for the key", ['--clerk-api', 'https://evil.example'], /--clerk-api/],
    ['a pipe that cannot be', ['--pipe', 'a b'], /letters, digits/],
  ] as const;
  for (const [name, flags, message] of wrong) {
    it(`refuses ${name} as a mistake in the command line`, async () => {
      const {errors, exitCode} = await init([...WANTED, '--yes', ...flags]);

      assert.match(errors, message);
      assert.equal(exitCode, 2);
    });
  }

  it('keeps people apart by themselves where that is asked', async () => {
    const {output} = await init([...WANTED, '--tenant', 'user-id', '--dry-run']);

    assert.match(output, /"org": "\{\{user\.id\}\}"/);
    assert.match(output, /tenancy="user"/);
  });

  it('asks for what it is not told, and shows no secret that is typed', async () => {
    accounts.clerk.control({removeTemplate: 'tinybird'});
    const DOWN = '\u001b[B';
    const files = {'package.json': '{"dependencies": {"svelte": "5"}}'};
    const keys = [
      [/Workspace admin token/, LOCAL_ADMIN_TOKEN + ENTER],
      // defaulted, optional… in the order of files: the last one is the safe one.
      [/Endpoints to draw/, `${DOWN.repeat(4)} ${ENTER}`],
      [/keeps tenants apart/, ENTER],
      [/secret key/, LOCAL_CLERK_SECRET_KEY + ENTER],
      [/For/, ENTER],
      [/Create "tinybird"/, ENTER],
    ] as const;
    const result = await run(['init', ...accounts.flags()], {}, keys, files);

    assert.equal(result.exitCode, 0, result.text);
    assertNoSecret(result);
    assert.match(result.output, /Created the JWT template "tinybird"/);
    assert.match(result.output, /For the page, svelte:/);
    assert.match(await templates(), /"resource":"visits_by_org"/);
  });

  it('writes nothing when it is called off', async () => {
    const before = await templates();
    const CTRL_C = '\u0003';
    const result = await run(
      ['init', ...accounts.flags(...WANTED, '--rps', '3', '--framework', 'vue')],
      SECRETS,
      [[/Change "tinybird"/, CTRL_C]],
    );

    assert.equal(result.exitCode, 130);
    assert.equal(await templates(), before);
  });
});
