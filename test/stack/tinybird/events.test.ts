import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {
  LOCAL_ADMIN_TOKEN,
  LOCAL_APPEND_TOKEN,
  LOCAL_PUBLIC_READ_TOKEN,
} from '../../../demo/stack/settings.js';
import {ask} from './support/ask.js';
import type {Answer} from './support/ask.js';
import {startFixture} from './support/start-fixture.js';
import {VISITS_FILES} from './support/temp-project.js';

const server = await startFixture({
  ...VISITS_FILES,
  'datasources/closed.datasource':
    'SCHEMA >\n    `n` UInt64\n\nENGINE "MergeTree"\nENGINE_SORTING_KEY "n"\n',
  'endpoints/closed_rows.pipe': 'NODE endpoint\nSQL >\n    SELECT toString(n) AS n FROM closed\n',
  'endpoints/of_user.pipe': `NODE endpoint
SQL >
    %
    SELECT * FROM visits WHERE user_id = {{ String(user) }} ORDER BY timestamp
`,
});

function append(name: string, body: string, token = LOCAL_APPEND_TOKEN): Promise<Answer> {
  return ask(`${server.url}/v0/events?name=${name}`, token, {method: 'POST', body});
}

async function rowsOf(user: string): Promise<unknown[]> {
  const url = `${server.url}/v0/pipes/of_user.json?user=${user}&output_format_json_quote_64bit_integers=1`;
  return (await ask(url, LOCAL_ADMIN_TOKEN)).json().data;
}

describe('appending events', () => {
  it('adds each line as a row, columns by their JSON path', async () => {
    const lines = [
      '{"timestamp": "2026-03-01 10:00:00", "org": "acme", "user": {"id": "u1"}}',
      '{"timestamp": "2026-03-01T11:00:00Z", "org": "acme", "user": {"id": "u1"}, "other": 1}',
    ];

    const answer = await append('visits', lines.join('\n'));

    assert.equal(answer.status, 202);
    assert.deepEqual(JSON.parse(answer.text), {successful_rows: 2, quarantined_rows: 0});
    assert.deepEqual(await rowsOf('u1'), [
      {timestamp: '2026-03-01 10:00:00', org: 'acme', user_id: 'u1', bytes: '0'},
      {timestamp: '2026-03-01 11:00:00', org: 'acme', user_id: 'u1', bytes: '0'},
    ]);
  });

  it('keeps the good rows and counts the bad ones', async () => {
    const lines = [
      '{"timestamp": "2026-03-01 10:00:00", "org": "acme", "user": {"id": "u2"}}',
      '{"timestamp": "yesterday", "org": "acme", "user": {"id": "u2"}}',
    ];

    const answer = await append('visits', lines.join('\n'));

    assert.deepEqual(JSON.parse(answer.text), {successful_rows: 1, quarantined_rows: 1});
    assert.equal((await rowsOf('u2')).length, 1);
  });

  it('does not round integers beyond 2^53', async () => {
    await append('closed', '{"n": 9007199254740993}', LOCAL_ADMIN_TOKEN);

    const answer = await ask(`${server.url}/v0/pipes/closed_rows.json`, LOCAL_ADMIN_TOKEN);
    assert.deepEqual(answer.json().data, [{n: '9007199254740993'}]);
  });

  const refused: readonly [what: string, status: number, ask: () => Promise<Answer>][] = [
    ['a line that is not JSON', 400, () => append('visits', '{"org": 1}\n{')],
    ['a line that is a list', 400, () => append('visits', '[]')],
    ['nothing', 400, () => append('visits', '\n')],
    ['a data source that does not grant the token', 403, () => append('closed', '{}')],
    ['a data source that is not there', 403, () => append('absent', '{}')],
    ['one that is not there, as admin', 404, () => append('absent', '{}', LOCAL_ADMIN_TOKEN)],
    ['with a reading token', 403, () => append('visits', '{}', LOCAL_PUBLIC_READ_TOKEN)],
  ];
  for (const [what, status, send] of refused) {
    it(`refuses ${what}`, async () => assert.equal((await send()).status, status));
  }
});
