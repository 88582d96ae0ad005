import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {Session} from 'chdb';
import fc from 'fast-check';
import {readLiteral} from './read-literal.js';
import {renderSql} from './render-sql.js';

describe('rendered literals in ClickHouse', () => {
  let folder = '';
  let session: Session;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'template-literals-'));
    session = new Session(folder);
  });
  after(() => {
    session.close();
    rmSync(folder, {recursive: true, force: true});
  });

  const rows = (sql: string): unknown[] =>
    session
      .query(sql, 'JSONCompactEachRow')
      .trim()
      .split('\n')
      .map((row): unknown => JSON.parse(row));

  it('mean what the unescaping rules of these tests say', () => {
    const unit = fc.oneof(
      fc.string({unit: 'grapheme', minLength: 1, maxLength: 1}),
      fc.constantFrom("'", '\\', '`', '"', '%', '\n', '\0', '\x1a', '\b', '/', '='),
    );
    const texts = fc.sample(fc.array(unit, {maxLength: 12}), 300).map((parts) => parts.join(''));
    const literals = texts.map((x) => renderSql('{{String(x)}}', {x}));

    const found = rows(literals.map((literal) => `SELECT hex(${literal})`).join(' UNION ALL '));

    const expected = literals.map((literal) => [
      Buffer.from(readLiteral(literal, "'")?.value ?? '', 'utf8')
        .toString('hex')
        .toUpperCase(),
    ]);
    assert.deepEqual(found.map(String).sort(), expected.map(String).sort());
  });

  it('name columns that hold every special character', () => {
    const x = "a'b\\c`d\ne";
    assert.deepEqual(
      rows(renderSql('SELECT {{symbol(x)}} FROM (SELECT 1 AS {{symbol(x)}})', {x})),
      [[1]],
    );
  });

  it('are numbers of every width at both ends of the range', () => {
    const ends = [8, 16, 32, 64, 128, 256].flatMap((bits) => [
      [`Int${bits}`, (-(1n << BigInt(bits - 1))).toString()],
      [`UInt${bits}`, ((1n << BigInt(bits)) - 1n).toString()],
    ]);
    const columns = ends.map(([type, x]) => `toString(${renderSql(`{{${type}(x)}}`, {x})})`);

    assert.deepEqual(rows(`SELECT ${columns.join(', ')}`), [ends.map(([, x]) => x)]);
  });

  it('are floats, arrays, tuples and paging constants', () => {
    const sql = renderSql(
      `SELECT {{Float64(f)}}, {{Array(a, 'String')}}, {{Array(n, 'Int32')}}, 2 IN {{(1, 2)}}
      LIMIT {{Int32(skip, 0)}}, {{Int32(limit, 50)}}`,
      {f: '1e21', a: "x,y'z", n: '1,2'},
    );
    assert.deepEqual(rows(sql), [[1e21, ['x', "y'z"], [1, 2], 1]]);
  });
});
