import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';

import {ChdbEngine} from '../../../demo/stack/tinybird/chdb-engine.js';
import {QueryError} from '../../../demo/stack/tinybird/query-error.js';

const directory = mkdtempSync(join(tmpdir(), 'tinybird-chart-engine-'));
let engine: ChdbEngine;

async function read(sql: string, settings: Record<string, string | number> = {}): Promise<string> {
  const bytes = await engine.query({sql, format: 'JSONCompactEachRow', settings});
  return Buffer.from(bytes).toString().trim();
}

before(async () => {
  engine = await ChdbEngine.open(directory, {readers: 2});
  await engine.execute(
    'CREATE TABLE IF NOT EXISTS kept (id UInt64) ENGINE = MergeTree ORDER BY id',
  );
});
after(async () => {
  await engine.close();
  rmSync(directory, {recursive: true});
});

describe('ChdbEngine', () => {
  it('gives every query its own rows while others fail half-way', async () => {
    // Each failing query writes rows before it throws.
    const failing = 'SELECT throwIf(number = 99999) FROM numbers(100000)';
    const runs = Array.from({length: 300}, (_, index) =>
      index % 4 === 0
        ? read(failing).then(
            () => 'no error',
            () => 'failed',
          )
        : read(`SELECT ${index}`),
    );

    const answers = await Promise.all(runs);

    const expected = runs.map((_, index) => (index % 4 === 0 ? 'failed' : `[${index}]`));
    assert.deepEqual(answers, expected);
  });

  it('lets a small query pass a heavy one', async () => {
    const order: string[] = [];
    const heavy = read('SELECT sum(sipHash64(number)) FROM numbers(20000000)');

    await Promise.all([
      heavy.then(() => order.push('heavy')),
      read('SELECT 1').then(() => order.push('small')),
    ]);

    assert.deepEqual(order, ['small', 'heavy']);
  });

  it('stops a query at its time limit with ClickHouse error 159', async () => {
    const slow = read('SELECT sum(sipHash64(number)) FROM numbers(10000000000)', {
      max_execution_time: 0.2,
    });

    await assert.rejects(slow, (error) => error instanceof QueryError && error.code === 159);
  });

  it('keeps a setting to the query it was given with', async () => {
    const sql = "SELECT getSetting('max_execution_time'), getSetting('max_threads') = 1";

    const changed = await read(sql, {max_execution_time: 3, max_threads: 1});

    assert.equal(changed, '[3, 1]');
    assert.equal((await read(sql)).startsWith('[10,'), true);
  });

  it('goes back to its settings after a query that fails', async () => {
    await assert.rejects(read('SELECT nope', {output_format_json_quote_64bit_integers: 1}));

    assert.equal(await read('SELECT toUInt64(1)'), '[1]');
    assert.equal(await read('SELECT toUInt64(1)'), '[1]');
  });

  it('refuses a setting whose name is not a name', async () => {
    await assert.rejects(read('SELECT 1', {'max_threads = 1, readonly': 0}), QueryError);
  });

  for (const sql of [
    'INSERT INTO kept VALUES (1)',
    'DROP TABLE kept',
    'CREATE TABLE x (a Int8) ENGINE = Memory',
  ]) {
    it(`refuses to run ${sql.split(' ').slice(0, 2).join(' ')} as a query`, async () => {
      await assert.rejects(read(sql), (error) => error instanceof QueryError && error.code === 164);
    });
  }

  it('reads rows at once that were just inserted', async () => {
    await engine.insert('kept', Buffer.from('{"id":7}\n'));

    assert.equal(await read('SELECT count() FROM kept WHERE id = 7'), '[1]');
  });

  it('names the error of ClickHouse without its database', async () => {
    await assert.rejects(read('SELECT * FROM absent'), {
      message: /^Unknown table expression identifier 'absent'/,
      codeName: 'UNKNOWN_TABLE',
      code: 60,
    });
  });

  it('says in one line that another process has the directory', () => {
    const module = new URL('../../../demo/stack/tinybird/chdb-engine.ts', import.meta.url).href;
    const script = `import {ChdbEngine} from ${JSON.stringify(module)};
      await ChdbEngine.open(${JSON.stringify(directory)}).catch((error) => console.log(error.name + '|' + error.message));`;

    const {stdout} = spawnSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', script],
      {encoding: 'utf8'},
    );

    assert.match(
      stdout,
      /^EngineUnavailableError\|Cannot open the data directory \S+: another process has it open/,
    );
    assert.equal(stdout.trim().split('\n').length, 1);
  });
});
