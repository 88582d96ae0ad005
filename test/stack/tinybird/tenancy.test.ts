import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {LOCAL_ADMIN_TOKEN, LOCAL_PUBLIC_READ_TOKEN} from '../../../demo/stack/settings.js';
import {mintTinybirdJwt} from '../../../demo/stack/tinybird/mint-jwt.js';
import {ask, tokenFor} from './support/ask.js';
import {startFixture} from './support/start-fixture.js';
import {VISITS_FILES} from './support/temp-project.js';

const server = await startFixture({
  ...VISITS_FILES,
  'endpoints/visits_by_user.pipe': `NODE endpoint
SQL >
    %
    SELECT user_id, count() AS visits FROM visits WHERE org = {{ String(org) }} GROUP BY user_id
`,
  'endpoints/reads_a_pipe.pipe': `NODE endpoint
SQL >
    SELECT sum(visits) AS visits FROM visits_by_org
`,
});
const url = `${server.url}/v0/pipes/visits_by_org.json`;
const acme = await tokenFor('visits_by_org', {org: 'acme'});

async function organizationsSeen(target: string, init: RequestInit = {}): Promise<unknown[]> {
  const answer = await ask(target, acme, init);
  assert.equal(answer.status, 200, answer.text);
  return answer.json().data.map((row) => row['org']);
}

function post(body: unknown, contentType = 'application/json'): RequestInit {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {method: 'POST', headers: {'content-type': contentType}, body: text};
}

describe('a token with org fixed to acme', () => {
  const attempts: readonly [what: string, query: string, init?: RequestInit][] = [
    ['nothing', ''],
    ['another organization in the URL', '?org=globex'],
    ['the name twice', '?org=globex&org=globex'],
    ['the name with brackets', '?org[]=globex'],
    ['the name in capitals', '?ORG=globex&Org=globex'],
    ['the name encoded', '?%6f%72%67=globex'],
    ['an empty value', '?org='],
    ['a list', '?org=acme,globex'],
    ['SQL', `?org=${encodeURIComponent("' OR 1=1 --")}`],
    ['fixed_params', '?fixed_params={"org":"globex"}'],
    ['a prototype', '?__proto__[org]=globex&__proto__=globex'],
    ['another organization in the body', '', post({org: 'globex'})],
    ['an array in the body', '', post({org: ['globex']})],
    ['null in the body', '', post({org: null})],
    ['an object in the body', '', post({org: {toString: 'globex'}})],
    ['a prototype in the body', '', post('{"__proto__": {"org": "globex"}}')],
    ['the name twice in the body', '', post('{"org": "globex", "org": "globex"}')],
    ['a form', '', post('org=globex', 'application/x-www-form-urlencoded')],
    ['URL and body together', '?org=globex', post({org: 'globex'})],
  ];
  for (const [what, query, init] of attempts) {
    it(`sees acme alone when it sends ${what}`, async () => {
      assert.deepEqual(await organizationsSeen(url + query, init), ['acme']);
    });
  }

  it('sees acme alone in CSV and NDJSON', async () => {
    const csv = await ask(url.replace('.json', '.csv?org=globex'), acme);
    const ndjson = await ask(url.replace('.json', '.ndjson?org=globex'), acme);

    assert.match(csv.text, /^"org","visits"\n"acme",\d+\n$/);
    assert.match(ndjson.text, /^\{"org":"acme","visits":\d+\}\n$/);
  });

  it('may not read another pipe', async () => {
    const answer = await ask(`${server.url}/v0/pipes/visits_by_user.json`, acme);

    assert.equal(answer.status, 403);
  });

  it('gets the same refusal for a pipe that is not there', async () => {
    const answer = await ask(`${server.url}/v0/pipes/absent.json`, acme);

    assert.equal(answer.status, 403);
  });

  it('may not append', async () => {
    const target = `${server.url}/v0/events?name=visits`;

    assert.equal((await ask(target, acme, post('{}'))).status, 403);
  });
});

it('fixed parameters reach a pipe that is read by a pipe', async () => {
  const token = await tokenFor('reads_a_pipe', {org: 'globex'});
  const globex = await tokenFor('visits_by_org', {org: 'globex'});

  const [outer, inner] = await Promise.all([
    ask(`${server.url}/v0/pipes/reads_a_pipe.json?org=acme`, token),
    ask(url, globex),
  ]);

  assert.deepEqual(outer.json().data, [{visits: inner.json().data[0]?.['visits']}]);
});

it('a fixed null hides the value the caller sends', async () => {
  const token = await tokenFor('visits_by_org', {org: null});

  const answer = await ask(`${url}?org=acme`, token);

  assert.equal(answer.status, 400);
});

it('a scope by the id of the pipe counts, in both spellings of the URL', async () => {
  const id = server.project.pipes.get('visits_by_org')?.id ?? '';
  const token = await tokenFor(id, {org: 'globex'});

  for (const name of [id, 'visits_by_org']) {
    const answer = await ask(`${server.url}/v0/pipes/${name}.json?org=acme`, token);
    assert.deepEqual(
      answer.json().data.map((row) => row['org']),
      ['globex'],
    );
  }
});

for (const resource of ['visits', 'visits_by_org']) {
  it(`DATASOURCES:READ on ${resource} does not open the pipe`, async () => {
    const token = await mintTinybirdJwt({
      claims: {scopes: [{type: 'DATASOURCES:READ', resource}]},
    });

    assert.equal((await ask(`${url}?org=acme`, token)).status, 403);
  });
}

describe('tokens', () => {
  const scopes = [
    {type: 'PIPES:READ', resource: 'visits_by_org', fixed_params: {org: 'acme'}},
  ] as const;

  const refused: readonly [what: string, token: string | Promise<string>][] = [
    ['another key', mintTinybirdJwt({claims: {scopes}, key: 'other'})],
    ['another workspace', mintTinybirdJwt({claims: {scopes, workspace_id: 'other'}})],
    ['no exp', mintTinybirdJwt({claims: {scopes}, expiresInS: null})],
    ['an exp that is past', mintTinybirdJwt({claims: {scopes}, expiresInS: -1})],
    ['a static token nobody made', LOCAL_ADMIN_TOKEN.slice(0, -3)],
    ['no token at all', ''],
  ];
  for (const [what, minted] of refused) {
    it(`a request with ${what} gets 403 and a JSON error without the token`, async () => {
      const token = await minted;
      const answer = await ask(url, token);

      assert.equal(answer.status, 403);
      assert.equal(typeof answer.json().error, 'string');
      assert.equal(token !== '' && answer.text.includes(token), false);
    });
  }

  it('a token in the URL is as good as one in the header', async () => {
    const response = await fetch(`${url}?token=${acme}`);

    assert.equal(response.status, 200);
  });

  it('the public token reads the pipes that grant it and no others', async () => {
    const granted = await ask(`${url}?org=globex`, LOCAL_PUBLIC_READ_TOKEN);
    const other = await ask(`${server.url}/v0/pipes/visits_by_user.json`, LOCAL_PUBLIC_READ_TOKEN);

    assert.deepEqual([granted.status, other.status], [200, 403]);
  });

  it('the admin token gets 404 for a pipe that is not there', async () => {
    const answer = await ask(`${server.url}/v0/pipes/absent.json`, LOCAL_ADMIN_TOKEN);

    assert.equal(answer.status, 404);
  });

  it('never stand in the request log', async () => {
    await fetch(`${url}?token=${acme}&page=2`);
    await ask(url, acme, post({token: acme}));

    const log = await (await fetch(`${server.url}/__requests`)).text();

    assert.match(log, /"pipe":"visits_by_org"/);
    assert.equal(log.includes(acme), false);
  });
});
