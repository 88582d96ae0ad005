import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {LOCAL_ADMIN_TOKEN} from '../../../demo/stack/settings.js';
import type {Answer} from './support/ask.js';
import {ask} from './support/ask.js';
import {plainPipe} from './support/plain-pipe.js';
import {startFixture} from './support/start-fixture.js';

const server = await startFixture({
  'types.pipe': plainPipe(`SELECT
    toUInt64(18446744073709551615) AS big, toInt64(-9007199254740993) AS negative,
    nan AS none, inf AS infinite, toDecimal64(12.50, 2) AS price,
    toDate('2026-03-01') AS day, toDateTime('2026-03-01 10:20:30') AS second,
    toDateTime64('2026-03-01 10:20:30.125', 3, 'Europe/Berlin') AS milli,
    true AS yes, CAST(NULL, 'Nullable(String)') AS nothing,
    toLowCardinality('a/b') AS low, [1, 2] AS list, map('k', 1) AS pairs, (1, 'x')::Tuple(a UInt8, b String) AS named`),
  'limited.pipe': plainPipe('SELECT number FROM numbers(10) ORDER BY number LIMIT 3'),
  'empty.pipe': plainPipe('SELECT number FROM numbers(10) WHERE number > 99'),
  'text.pipe': plainPipe(`SELECT 'a "b", \\'c\\'\\n' AS t, 1 AS n`),
  'params.pipe': plainPipe(`%
SELECT {{ String(name, 'none') }} AS name, {{ Int32(n, 1) }} AS n,
    {{ Array(tags, 'String', 'x') }} AS tags, {{ Float64(f, 0.5) }} AS f`),
  'required.pipe': plainPipe('%\nSELECT {{ Int32(page, required=True) }} AS page'),
  'threads.pipe': plainPipe(
    "%\n{{ max_threads(1) }}\nSELECT toUInt8(getSetting('max_threads')) AS threads",
  ),
});

function read(path: string, init: RequestInit = {}): Promise<Answer> {
  return ask(`${server.url}/v0/pipes/${path}`, LOCAL_ADMIN_TOKEN, init);
}

function postJson(path: string, body: unknown): Promise<Answer> {
  const headers = {'content-type': 'application/json'};
  return read(path, {method: 'POST', headers, body: JSON.stringify(body)});
}

describe('a JSON answer', () => {
  it('has meta, data, rows and statistics', async () => {
    const {meta, data, rows, statistics} = (await read('limited.json')).json();

    assert.deepEqual(meta, [{name: 'number', type: 'UInt64'}]);
    assert.deepEqual([data.length, rows], [3, 3]);
    assert.deepEqual(Object.keys(statistics), ['elapsed', 'rows_read', 'bytes_read']);
  });

  it('has rows_before_limit_at_least only with a LIMIT', async () => {
    const limited = await read('limited.json');
    const empty = await read('empty.json');

    assert.equal(limited.json().rows_before_limit_at_least, 10);
    assert.equal('rows_before_limit_at_least' in empty.json(), false);
  });

  it('keeps meta when there are no rows', async () => {
    const answer = (await read('empty.json')).json();

    assert.deepEqual([answer.meta.length, answer.rows, answer.data], [1, 0, []]);
  });

  it('writes 64-bit integers as bare digits', async () => {
    const {text} = await read('types.json');

    assert.match(text, /"big": 18446744073709551615,/);
    assert.match(text, /"negative": -9007199254740993,/);
  });

  it('quotes 64-bit integers for the request that asks for it alone', async () => {
    const [quoted, bare] = await Promise.all([
      read('types.json?output_format_json_quote_64bit_integers=1'),
      read('types.json'),
    ]);

    assert.match(quoted.text, /"big": "18446744073709551615"/);
    assert.match(bare.text, /"big": 18446744073709551615,/);
  });

  it('writes NaN and infinity as null, or as text on request', async () => {
    const bare = (await read('types.json')).json().data[0];
    const quoted = (await read('types.json?output_format_json_quote_denormals=1')).json().data[0];

    assert.deepEqual([bare?.['none'], bare?.['infinite']], [null, null]);
    assert.deepEqual([quoted?.['none'], quoted?.['infinite']], ['nan', 'inf']);
  });

  it('writes the other types as ClickHouse does, times in UTC', async () => {
    const row = (await read('types.json')).json().data[0];

    assert.deepEqual(
      {...row, big: 0, negative: 0, none: 0, infinite: 0},
      {
        big: 0,
        negative: 0,
        none: 0,
        infinite: 0,
        price: 12.5,
        day: '2026-03-01',
        second: '2026-03-01 10:20:30',
        milli: '2026-03-01 10:20:30.125',
        yes: true,
        nothing: null,
        low: 'a/b',
        list: [1, 2],
        pairs: {k: 1},
        named: {a: 1, b: 'x'},
      },
    );
  });
});

it('a CSV answer has a line of names and quoted text', async () => {
  const answer = await read('text.csv');

  assert.match(answer.headers.get('content-type') ?? '', /^text\/csv/);
  assert.equal(answer.text, `"t","n"\n"a ""b"", 'c'\n",1\n`);
});

it('an NDJSON answer has one object a line', async () => {
  const answer = await read('limited.ndjson');

  assert.equal(answer.text, '{"number":0}\n{"number":1}\n{"number":2}\n');
});

describe('parameters', () => {
  const given = {name: "it's", n: 7, tags: ['a', 'b'], f: 1.5};
  const sent: readonly [how: string, ask: () => Promise<Answer>][] = [
    ['the query string', () => read("params.json?name=it's&n=7&tags=a,b&f=1.5")],
    ['repeated keys', () => read("params.json?name=it's&n=7&tags=a&tags=b&f=1.5")],
    ['a JSON body', () => postJson('params.json', given)],
    ['a JSON body with text', () => postJson('params.json', {...given, n: '7', tags: 'a,b'})],
    ['a JSON body and the query string', () => postJson('params.json?n=1&f=1.5', given)],
  ];
  for (const [how, send] of sent) {
    it(`come from ${how}`, async () => {
      assert.deepEqual((await send()).json().data, [given]);
    });
  }

  it('have their defaults when they are not sent', async () => {
    const [row] = (await read('params.json?other=1')).json().data;

    assert.deepEqual(row, {name: 'none', n: 1, tags: ['x'], f: 0.5});
  });
});

it('max_threads in a template is a setting of that query', async () => {
  assert.deepEqual((await read('threads.json')).json().data, [{threads: 1}]);
});

it('describes the endpoints and their parameters', async () => {
  const answer = await read('openapi.json');

  const {paths} = JSON.parse(answer.text) as {
    paths: Record<string, {get: {parameters: {name: string; required: boolean}[]}}>;
  };
  assert.deepEqual(
    paths['/v0/pipes/required.json']?.get.parameters.map(({name, required}) => [name, required]),
    [['page', true]],
  );
});

it('names its region and version without a token', async () => {
  const regions = await fetch(`${server.url}/v0/regions`);
  const version = await fetch(`${server.url}/version`);

  assert.deepEqual(await regions.json(), {
    regions: [{key: 'local_stack', name: 'local', provider: 'local', api_host: server.url}],
  });
  assert.equal(version.status, 200);
});
