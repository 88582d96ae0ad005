import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {findTableReferences} from '../../../demo/stack/tinybird/table-references.js';

function names(sql: string): string[] {
  return findTableReferences(sql).map((each) => each.name);
}

describe('findTableReferences', () => {
  const cases: readonly [what: string, sql: string, found: string[]][] = [
    ['the table of FROM', 'SELECT a FROM t WHERE b', ['t']],
    ['quoted names', 'SELECT * FROM `a b` JOIN "c" USING d', ['a b', 'c']],
    ['joined tables', 'SELECT * FROM a LEFT JOIN b ON a.x = b.x', ['a', 'b']],
    ['tables in a list', 'SELECT * FROM a, b AS c, d WHERE e IN (1, 2)', ['a', 'b', 'd']],
    ['tables of subqueries', 'SELECT (SELECT max(x) FROM m) FROM (SELECT * FROM s)', ['m', 's']],
    [
      'a table as a set',
      'SELECT 1 FROM a WHERE x IN b AND y NOT IN (SELECT z FROM c)',
      ['a', 'b', 'c'],
    ],
    ['every part of a union', 'SELECT 1 FROM a UNION ALL SELECT 2 FROM b', ['a', 'b']],
    ['no column called like a word', 'SELECT from_date, "from" FROM t', ['t']],
    ['no qualified name', 'SELECT * FROM system.numbers', []],
    ['no table function', 'SELECT * FROM numbers(10), t', ['t']],
    ['no array of ARRAY JOIN', 'SELECT * FROM t ARRAY JOIN list AS item, other', ['t']],
    ['no part of a date', 'SELECT extract(day FROM at) FROM t', ['t']],
    ['no IS DISTINCT FROM', 'SELECT 1 FROM t WHERE a IS DISTINCT FROM b', ['t']],
    ['no name of its own WITH', 'WITH w AS (SELECT * FROM t) SELECT * FROM w', ['t']],
    ['nothing in text and comments', "SELECT ' FROM a' -- FROM b\n/* FROM c */ FROM d", ['d']],
    ['nothing in text with quotes', "SELECT 'it''s \\' FROM a' FROM d", ['d']],
  ];
  for (const [what, sql, found] of cases) {
    it(`finds ${what}`, () => assert.deepEqual(names(sql), found));
  }

  it('tells a table with an alias from one before a clause', () => {
    const sql = 'SELECT * FROM a x JOIN b AS y ON 1 JOIN c LEFT JOIN d FINAL';

    const found = findTableReferences(sql).map(({name, hasAlias}) => [name, hasAlias]);

    assert.deepEqual(found, [
      ['a', true],
      ['b', true],
      ['c', false],
      ['d', false],
    ]);
  });

  it('gives the place of the name with its quotes', () => {
    const sql = 'SELECT 1 FROM `t` x';

    const [found] = findTableReferences(sql);

    assert.equal(sql.slice(found?.start, found?.end), '`t`');
  });
});
