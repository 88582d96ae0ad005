import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {LOCAL_ADMIN_TOKEN} from '../../../demo/stack/settings.js';
import type {Answer} from './support/ask.js';
import {ask} from './support/ask.js';
import {plainPipe} from './support/plain-pipe.js';
import {startFixture} from './support/start-fixture.js';

const server = await startFixture({
  'limited.pipe': plainPipe('SELECT number FROM numbers(10) ORDER BY number LIMIT 3'),
  'slow.pipe': plainPipe('SELECT sum(sipHash64(number)) AS s FROM numbers(10000000000)'),
  'late.pipe': plainPipe('SELECT throwIf(number = 99999) AS t FROM numbers(100000)'),
  'number.pipe': plainPipe('%\nSELECT {{ Int32(n, required=True) }} AS n'),
  'refuses.pipe': plainPipe(
    "%\n{% if not defined(since) %}{{ error('since is required') }}{% end %}\nSELECT 1 AS n",
  ),
  'teapot.pipe': plainPipe(
    "%\n{{ custom_error({'error': 'short and stout'}, 418) }}\nSELECT 1 AS n",
  ),
});

function read(path: string, init: RequestInit = {}): Promise<Answer> {
  return ask(`${server.url}/v0/pipes/${path}`, LOCAL_ADMIN_TOKEN, init);
}

function postJson(path: string, body: unknown): Promise<Answer> {
  const headers = {'content-type': 'application/json'};
  return read(path, {method: 'POST', headers, body: JSON.stringify(body)});
}

describe('a refusal', () => {
  const cases: readonly [
    what: string,
    status: number,
    error: RegExp,
    ask: () => Promise<Answer>,
  ][] = [
    [
      'a required parameter that is absent',
      400,
      /Required parameter is not defined/,
      () => read('number.json'),
    ],
    [
      'a parameter of the wrong type',
      400,
      /Error validating 'x' to type Int32/,
      () => read('number.json?n=x'),
    ],
    ['error() in a template', 400, /^since is required$/, () => read('refuses.json')],
    ['custom_error() in a template', 418, /^short and stout$/, () => read('teapot.json')],
    [
      'SQL that fails while it writes',
      400,
      /^\[Error\] .*\(FUNCTION_THROW_IF_VALUE_IS_NON_ZERO\)$/s,
      () => read('late.json'),
    ],
    ['an unknown format', 400, /format 'xml'/, () => read('limited.xml')],
    ['an unknown pipe', 404, /absent/, () => read('absent.json')],
    ['an unknown path', 404, /nothing at/, () => read('../nothing')],
    ['another method', 405, /DELETE/, () => read('limited.json', {method: 'DELETE'})],
    [
      'a body that is not JSON',
      400,
      /JSON object/,
      () => read('limited.json', {method: 'POST', body: '{'}),
    ],
    ['a body that is a list', 400, /JSON object/, () => postJson('limited.json', [1])],
    [
      'a body too large',
      413,
      /longer than/,
      () => postJson('limited.json', {a: 'x'.repeat(1_000_001)}),
    ],
  ];
  for (const [what, status, error, send] of cases) {
    it(`of ${what} is a ${status} with the reason as JSON`, async () => {
      const answer = await send();

      assert.equal(answer.status, status);
      assert.match(answer.headers.get('content-type') ?? '', /^application\/json/);
      assert.match(answer.json().error, error);
    });
  }

  it('of SQL carries ClickHouse’s error number', async () => {
    const answer = await read('late.json');

    assert.equal(answer.headers.get('x-db-exception-code'), '395');
  });

  it('of a slow query is a 408 at the time limit', async () => {
    server.setOptions({queryTimeoutMs: 200});

    const answer = await read('slow.json');

    server.setOptions({queryTimeoutMs: 10_000});
    assert.deepEqual([answer.status, answer.headers.get('x-db-exception-code')], [408, '159']);
  });
});

it('answers 200 queries at once, a quarter of them failing, each with its own rows', async () => {
  const runs = Array.from({length: 200}, (_, n) =>
    n % 4 === 0 ? read('late.json') : read(`number.json?n=${n}`),
  );

  const answers = await Promise.all(runs);

  const seen = answers.map((answer) =>
    answer.status === 200 ? answer.json().data[0]?.['n'] : 'failed',
  );
  assert.deepEqual(
    seen,
    runs.map((_, n) => (n % 4 === 0 ? 'failed' : n)),
  );
});
