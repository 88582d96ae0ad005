import assert from 'node:assert/strict';
import {afterEach, describe, it} from 'node:test';

import {LOCAL_ADMIN_TOKEN} from '../../../demo/stack/settings.js';
import {mintTinybirdJwt} from '../../../demo/stack/tinybird/mint-jwt.js';
import type {ServerOptions} from '../../../demo/stack/tinybird/server-options.js';
import {serverOptionsSchema} from '../../../demo/stack/tinybird/server-options.js';
import type {Answer} from './support/ask.js';
import {ask} from './support/ask.js';
import {START_MS, createSetClock, startFixture} from './support/start-fixture.js';

const clock = createSetClock();
const files = {'one.pipe': 'NODE endpoint\nSQL >\n    SELECT 1 AS n\n'};
const server = await startFixture(files, {}, clock);
const url = `${server.url}/v0/pipes/one.json`;
let names = 0;

/** A token whose name no other test has used. */
function mint(rps: number | null, name = `name_${(names += 1)}`): Promise<string> {
  return mintTinybirdJwt({
    claims: {
      name,
      scopes: [{type: 'PIPES:READ', resource: 'one'}],
      limits: rps === null ? null : {rps},
    },
    expiresInS: 100_000,
    clock,
  });
}

async function burst(token: string, count: number): Promise<Answer[]> {
  const answers: Answer[] = [];
  while (answers.length < count) answers.push(await ask(url, token));
  return answers;
}

function statuses(answers: readonly Answer[]): number[] {
  return answers.map((answer) => answer.status);
}

afterEach(() => {
  server.setOptions(serverOptionsSchema.parse({}));
  clock.nowMs = START_MS;
});

describe('a token with 2 rps', () => {
  for (const rateWindow of ['fixed', 'sliding', 'token-bucket'] as const) {
    it(`gets a 429 for the third request of a second in a ${rateWindow} window`, async () => {
      server.setOptions({rateWindow});
      const token = await mint(2);

      const first = await burst(token, 3);
      clock.nowMs += 1000;
      const second = await burst(token, 3);

      assert.deepEqual(statuses(first), [200, 200, 429]);
      assert.deepEqual(statuses(second), [200, 200, 429]);
    });
  }

  it('shares its limit with every token of the same name', async () => {
    const [one, other] = await Promise.all([mint(2, 'shared'), mint(2, 'shared')]);

    assert.deepEqual(
      statuses([...(await burst(one, 2)), ...(await burst(other, 1))]),
      [200, 200, 429],
    );
  });

  it('is counted anew once options are set, to the same values too', async () => {
    const token = await mint(2);
    const before = await burst(token, 3);
    server.setOptions(serverOptionsSchema.parse({}));

    assert.deepEqual(
      statuses([...before, ...(await burst(token, 3))]),
      [200, 200, 429, 200, 200, 429],
    );
  });

  it('is told what is left', async () => {
    const [first] = await burst(await mint(2), 1);

    const headers = ['limit', 'remaining', 'reset'].map((each) =>
      first?.headers.get(`x-ratelimit-${each}`),
    );
    assert.deepEqual(headers, ['2', '1', '1']);
  });

  it('is told how long to wait, in seconds', async () => {
    const refused = (await burst(await mint(2), 3)).at(-1);

    assert.equal(refused?.headers.get('retry-after'), '1');
    assert.match(refused.json().error, /2 requests per second/);
  });

  it('is told until when to wait, as a date', async () => {
    server.setOptions({retryAfterFormat: 'http-date'});

    const refused = (await burst(await mint(2), 3)).at(-1);

    assert.equal(refused?.headers.get('retry-after'), 'Sun, 01 Mar 2026 12:00:01 GMT');
  });
});

for (const rps of [null, 0, -1]) {
  it(`a token with ${rps} rps has no limit`, async () => {
    const answers = await burst(await mint(rps), 20);

    assert.deepEqual(new Set(statuses(answers)), new Set([200]));
    assert.equal(answers[0]?.headers.has('x-ratelimit-limit'), false);
  });
}

describe('rate headers', () => {
  const cases: readonly [
    rateHeaders: ServerOptions['rateHeaders'],
    sent: boolean,
    exposed: boolean,
  ][] = [
    ['exposed', true, true],
    ['hidden', true, false],
    ['absent', false, false],
  ];
  for (const [rateHeaders, sent, exposed] of cases) {
    it(`are ${sent ? '' : 'not '}sent and ${exposed ? '' : 'not '}exposed to pages when ${rateHeaders}`, async () => {
      server.setOptions({rateHeaders});

      const refused = (await burst(await mint(1), 2)).at(-1);

      assert.equal(refused?.status, 429);
      assert.equal(refused.headers.has('x-ratelimit-limit'), sent);
      assert.equal(refused.headers.has('retry-after'), sent);
      const readable = refused.headers.get('access-control-expose-headers') ?? '';
      assert.equal(/Retry-After/.test(readable), exposed);
    });
  }
});

describe('a preflight', () => {
  function preflight(): Promise<Response> {
    const headers = {origin: 'http://page.test', 'access-control-request-method': 'GET'};
    return fetch(url, {method: 'OPTIONS', headers});
  }

  it('allows any page to send a token and JSON, and says for how long', async () => {
    const {status, headers} = await preflight();

    assert.equal(status, 204);
    assert.equal(headers.get('access-control-allow-origin'), '*');
    assert.equal(headers.get('access-control-allow-headers'), 'authorization, content-type');
    assert.equal(headers.get('access-control-max-age'), '600');
  });

  it('leaves the time to the browser when told so', async () => {
    server.setOptions({corsMaxAgeS: null});

    assert.equal((await preflight()).headers.has('access-control-max-age'), false);
  });

  for (const [countPreflights, expected] of [
    [false, [200, 200]],
    [true, [200, 429]],
  ] as const) {
    it(`${countPreflights ? 'counts' : 'does not count'} when preflights ${countPreflights ? 'do' : 'do not'}`, async () => {
      server.setOptions({countPreflights});
      const token = await mint(2);
      const init = {headers: {origin: 'http://page.test'}};

      await preflight();
      const answers = [await ask(url, token, init), await ask(url, token, init)];

      assert.deepEqual(statuses(answers), expected);
    });
  }
});

describe('a daily quota', () => {
  it('refuses every token beyond it until the next UTC day', async () => {
    clock.nowMs += 24 * 3600 * 1000;
    server.setOptions({dailyQueryLimit: 2});

    const today = await burst(LOCAL_ADMIN_TOKEN, 3);
    clock.nowMs += 12 * 3600 * 1000;
    const tomorrow = await burst(LOCAL_ADMIN_TOKEN, 1);

    assert.deepEqual(statuses(today), [200, 200, 429]);
    assert.equal(today.at(-1)?.headers.get('retry-after'), String(12 * 3600));
    assert.deepEqual(statuses(tomorrow), [200]);
  });
});

describe('a token', () => {
  it('is refused from the second of its exp on', async () => {
    const token = await mintTinybirdJwt({
      claims: {scopes: [{type: 'PIPES:READ', resource: 'one'}]},
      expiresInS: 60,
      clock,
    });

    clock.nowMs += 59_999;
    const before = await ask(url, token);
    clock.nowMs += 1;
    const after = await ask(url, token);

    assert.deepEqual(statuses([before, after]), [200, 403]);
    assert.match(after.json().error, /expired/);
  });

  it('is refused early by a server whose clock is ahead', async () => {
    const token = await mint(null);
    server.setOptions({clockSkewMs: 100_001_000});

    const answer = await ask(url, token);

    assert.equal(answer.status, 403);
    assert.equal(answer.headers.get('date'), new Date(START_MS + 100_001_000).toUTCString());
  });
});
