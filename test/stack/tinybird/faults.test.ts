import assert from 'node:assert/strict';
import {afterEach, describe, it} from 'node:test';

import type {FaultRule} from '../../../demo/stack/faults.js';
import {LOCAL_ADMIN_TOKEN} from '../../../demo/stack/settings.js';
import {ask, tokenFor} from './support/ask.js';
import {startFixture} from './support/start-fixture.js';

const server = await startFixture({
  'one.pipe': 'NODE endpoint\nSQL >\n    SELECT 1 AS n\n',
  'two.pipe': 'NODE endpoint\nSQL >\n    SELECT 2 AS n\n',
});

async function order(rule: FaultRule): Promise<void> {
  const response = await fetch(`${server.url}/__faults`, {
    method: 'POST',
    body: JSON.stringify(rule),
  });
  assert.equal(response.status, 200);
}

async function statusesOf(pipe: string, count: number): Promise<number[]> {
  const statuses: number[] = [];
  while (statuses.length < count) {
    const {status} = await ask(`${server.url}/v0/pipes/${pipe}.json`, LOCAL_ADMIN_TOKEN);
    statuses.push(status);
  }
  return statuses;
}

afterEach(() => fetch(`${server.url}/__faults`, {method: 'DELETE'}));

describe('a fault', () => {
  it('hits its pipe as often as ordered and no other', async () => {
    await order({pipe: 'one', status: 503, times: 2});

    assert.deepEqual(await statusesOf('two', 1), [200]);
    assert.deepEqual(await statusesOf('one', 3), [503, 503, 200]);
  });

  it('hits the paths its pattern matches', async () => {
    await order({path: '^/v0/pipes/t', status: 500});

    assert.deepEqual([await statusesOf('one', 1), await statusesOf('two', 1)], [[200], [500]]);
  });

  it('gives the status, headers and body ordered, readable by pages', async () => {
    await order({status: 429, headers: {'Retry-After': '7'}, body: {error: 'slow down'}});

    const answer = await ask(`${server.url}/v0/pipes/one.json`, LOCAL_ADMIN_TOKEN);

    assert.equal(answer.status, 429);
    assert.equal(answer.headers.get('retry-after'), '7');
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    assert.equal(answer.json().error, 'slow down');
  });

  it('spares preflights unless they are named', async () => {
    await order({status: 500});
    const spared = await fetch(`${server.url}/v0/pipes/one.json`, {method: 'OPTIONS'});
    await order({method: 'options', status: 500});
    const named = await fetch(`${server.url}/v0/pipes/one.json`, {method: 'OPTIONS'});

    assert.deepEqual([spared.status, named.status], [204, 500]);
  });

  it('drops the connection', async () => {
    await order({fault: 'drop'});

    await assert.rejects(statusesOf('one', 1), TypeError);
  });

  it('answers with garbage', async () => {
    await order({fault: 'garbage'});

    const answer = await ask(`${server.url}/v0/pipes/one.json`, LOCAL_ADMIN_TOKEN);

    assert.equal(answer.status, 200);
    assert.throws(() => answer.json(), SyntaxError);
  });

  it('breaks off in the middle of the answer', async () => {
    await order({fault: 'truncate'});

    await assert.rejects(statusesOf('one', 1), TypeError);
  });

  it('makes the answer late', async () => {
    await order({latencyMs: 300});
    const beganAtMs = performance.now();

    await statusesOf('one', 1);

    assert.equal(performance.now() - beganAtMs >= 295, true);
  });

  it('hits the same share of requests for the same seed', async () => {
    await order({status: 500, probability: 0.5, seed: 4});
    const first = await statusesOf('one', 20);
    await fetch(`${server.url}/__faults`, {method: 'DELETE'});
    await order({status: 500, probability: 0.5, seed: 4});

    assert.deepEqual(await statusesOf('one', 20), first);
    assert.deepEqual([...new Set(first)].sort(), [200, 500]);
  });

  it('for the other server does nothing here', async () => {
    await order({server: 'clerk', status: 500});

    assert.deepEqual(await statusesOf('one', 1), [200]);
  });

  it('moves the clock, so that a token expires', async () => {
    const token = await tokenFor('one');
    await order({clockSkewMs: 3_600_000});

    const answer = await ask(`${server.url}/v0/pipes/one.json`, token);

    assert.equal(answer.status, 403);
  });

  it('is listed with its hits', async () => {
    await order({pipe: 'one', status: 500});
    await statusesOf('one', 2);

    const listed = (await (await fetch(`${server.url}/__faults`)).json()) as {hits: number}[];

    assert.deepEqual(
      listed.map(({hits}) => hits),
      [2],
    );
  });
});

describe('the control endpoints', () => {
  const wrong: readonly [what: string, path: string, body: string][] = [
    ['a fault with an unknown name', '/__faults', '{"statsu": 500}'],
    ['a fault with a broken pattern', '/__faults', '{"path": "("}'],
    ['an unknown option', '/__options', '{"rateWindows": "fixed"}'],
    ['a wrong value', '/__options', '{"rateWindow": "round"}'],
    ['broken JSON', '/__options', '{'],
  ];
  for (const [what, path, body] of wrong) {
    it(`refuse ${what}`, async () => {
      const response = await fetch(server.url + path, {method: 'POST', body});

      assert.equal(response.status, 400);
    });
  }

  it('change the options named and leave the others', async () => {
    const change = (options: object) =>
      fetch(`${server.url}/__options`, {method: 'POST', body: JSON.stringify(options)});

    await change({rateHeaders: 'exposed'});
    const options = (await (await change({rateWindow: 'sliding'})).json()) as Record<
      string,
      unknown
    >;

    assert.deepEqual([options['rateHeaders'], options['rateWindow']], ['exposed', 'sliding']);
  });

  it('answer pages of this machine and no others', async () => {
    const from = async (origin: string) => {
      const {status, headers} = await fetch(`${server.url}/__requests`, {headers: {origin}});
      return [status, headers.get('access-control-allow-origin')];
    };

    assert.deepEqual(await from('http://localhost:4321'), [200, 'http://localhost:4321']);
    assert.deepEqual(await from('http://127.0.0.1:1'), [200, 'http://127.0.0.1:1']);
    assert.deepEqual(await from('https://evil.test'), [403, null]);
    assert.deepEqual(await from('https://localhost.evil.test'), [403, null]);
  });

  it('show what was asked since the log was cleared', async () => {
    await fetch(`${server.url}/__requests`, {method: 'DELETE'});
    const token = await tokenFor('one', {org: 'acme'});
    await ask(`${server.url}/v0/pipes/one.json?page=2`, token);

    const log = (await (await fetch(`${server.url}/__requests`)).json()) as Record<
      string,
      unknown
    >[];

    const [{method, path, status, pipe, caller, fixedParams, params} = {}] = log;
    assert.equal(log.length, 1);
    assert.deepEqual(
      {method, path, status, pipe, caller, fixedParams, params},
      {
        method: 'GET',
        path: '/v0/pipes/one.json',
        status: 200,
        pipe: 'one',
        caller: 'local_jwt',
        fixedParams: {org: 'acme'},
        params: {page: '2'},
      },
    );
  });
});
