import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import fc from 'fast-check';

import {LOCAL_ADMIN_TOKEN} from '../../../demo/stack/settings.js';
import type {Answer} from './support/ask.js';
import {ask} from './support/ask.js';
import {startFixture} from './support/start-fixture.js';

const TYPED = [
  'String',
  'Int8',
  'Int16',
  'Int32',
  'Int64',
  'Int128',
  'Int256',
  'UInt8',
  'UInt16',
  'UInt32',
  'UInt64',
  'UInt128',
  'UInt256',
  'Float32',
  'Float64',
  'Int',
  'Integer',
  'Boolean',
  'Date',
  'DateTime',
  'DateTime64',
];

// `secret` must never be 1 in an answer, and no second statement may run.
function pipe(value: string): string {
  return `NODE endpoint\nSQL >\n    %\n    SELECT toString(${value}) AS value, 0 AS secret FROM guarded WHERE owner = 'me'\n`;
}

const server = await startFixture({
  'guarded.datasource':
    'SCHEMA >\n    `owner` String,\n    `a` String\n\nENGINE "MergeTree"\nENGINE_SORTING_KEY "owner"\n',
  'seed/guarded.sql': "INSERT INTO guarded VALUES ('me', 'mine'), ('other', 'theirs')",
  ...Object.fromEntries(TYPED.map((type) => [`in_${type}.pipe`, pipe(`{{ ${type}(x) }}`)])),
  'in_bare.pipe': pipe('{{ x }}'),
  'in_array.pipe': pipe("{{ Array(x, 'String') }}"),
  'in_int_array.pipe': pipe("{{ Array(x, 'Int32') }}"),
  'in_column.pipe': pipe("{{ column(x, 'a') }}"),
  'in_symbol.pipe': pipe('{{ symbol(x) }}'),
  'in_split.pipe': pipe("{{ split_to_array(x, '') }}"),
  'in_sql_and.pipe':
    "NODE endpoint\nSQL >\n    %\n    SELECT owner AS value FROM guarded WHERE owner = 'me' AND {{ sql_and(a__in=Array(x, 'String')) }}\n",
});

function send(name: string, x: unknown): Promise<Answer> {
  const headers = {'content-type': 'application/json'};
  const url = `${server.url}/v0/pipes/${name}.json`;
  return ask(url, LOCAL_ADMIN_TOKEN, {method: 'POST', headers, body: JSON.stringify({x})});
}

// ClickHouse's number for SQL it cannot read, as half an injection would leave it.
const SYNTAX_ERROR = '62';

const HOSTILE = [
  "' OR 1=1 --",
  "') AS value, 1 AS secret FROM guarded --",
  "\\') AS value, 1 AS secret FROM guarded -- ",
  '`) AS value, 1 AS secret FROM guarded --',
  'a`, 1 AS secret, `a',
  '1) AS value, 1 AS secret FROM guarded WHERE (1=1',
  '1; DROP TABLE guarded',
  "2026-01-01') AS value, 1 AS secret FROM guarded --",
  "2026-01-01 00:00:00') AS value, 1 AS secret FROM guarded --",
  "2026-01-01 00:00:00.000') AS value, 1 AS secret FROM guarded --",
  '{{ error(1) }}',
  '{x:String}',
  "x'\u0000y",
  '*/ 1 /*',
  '1 UNION ALL SELECT a, 1 FROM guarded',
  "a'] , 'b",
  '$$ OR $$',
];

const PIPES = [...TYPED, 'bare', 'array', 'int_array', 'column', 'symbol', 'split', 'sql_and'].map(
  (name) => `in_${name}`,
);

describe('hostile text', () => {
  for (const name of PIPES) {
    it(`stays a value or is refused in ${name}`, async () => {
      for (const text of HOSTILE.flatMap((each) => [each, [each]])) {
        const answer = await send(name, text);

        assert.equal([200, 400].includes(answer.status), true, answer.text);
        assert.equal(
          answer.headers.get('x-db-exception-code') === SYNTAX_ERROR,
          false,
          answer.text,
        );
        const rows = answer.status === 200 ? answer.json().data : [];
        assert.equal(rows.length <= 1, true, `${JSON.stringify(text)} saw ${answer.text}`);
        assert.equal(
          rows.some((row) => Number(row['secret'] ?? 0) !== 0),
          false,
        );
      }
    });
  }

  it('leaves every row where it was', async () => {
    const {data} = (await send('in_String', 'x')).json();

    assert.deepEqual(data, [{value: 'x', secret: 0}]);
  });
});

it('any text comes back from String() as it was sent', async () => {
  const text = fc.string({unit: 'binary', maxLength: 40});

  await fc.assert(
    fc.asyncProperty(text, async (sent) => {
      const answer = await send('in_String', sent);

      assert.equal(answer.json().data[0]?.['value'], sent);
    }),
    {numRuns: 300, seed: 1},
  );
});
