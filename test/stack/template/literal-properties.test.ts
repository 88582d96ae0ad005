import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {isInert} from './is-inert.js';
import {readLiteral} from './read-literal.js';
import {renderSql} from './render-sql.js';

describe('any text', () => {
  it('reads back from String() as it was', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', maxLength: 60}), (x) => {
        const sql = renderSql('SELECT {{String(x)}} FROM t', {x});

        const literal = readLiteral(sql.slice('SELECT '.length), "'");

        assert.deepEqual(literal, {value: asStored(x), rest: ' FROM t'});
      }),
      {numRuns: 2000},
    );
  });

  it('made of quotes and escapes reads back from String() as it was', () => {
    const special = fc.string({
      unit: fc.constantFrom("'", '\\', '`', '"', '%', '\n', '\r', '\0', '\x1a', '-', 'z', 'n', '0'),
      maxLength: 20,
    });
    fc.assert(
      fc.property(special, (x) => {
        assert.deepEqual(readLiteral(renderSql('{{String(x)}}', {x}), "'"), {
          value: asStored(x),
          rest: '',
        });
      }),
      {numRuns: 2000},
    );
  });

  it('stays inside the backticks of column() and symbol()', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', maxLength: 40}), (x) => {
        for (const part of renderSql("{{column(x, 'a')}}", {x}).matchAll(
          /`(?:[^`\\]|\\.)*`\.?/gs,
        )) {
          assert.notEqual(readLiteral(part[0], '`'), null);
        }
        assert.equal(readLiteral(renderSql('{{symbol(x)}} FROM t', {x}), '`')?.rest, ' FROM t');
        assert.ok(isInert(renderSql("{{column(x, 'a')}}", {x})));
      }),
      {numRuns: 1000},
    );
  });

  it('gets no more than the one character back from sql_unescape()', () => {
    const text = fc.string({unit: fc.constantFrom("'", '\\', '%', '_', 'a', '\n'), maxLength: 20});
    fc.assert(
      fc.property(text, (x) => {
        const literal = readLiteral(renderSql("{{sql_unescape(x, '%')}}", {x}), "'");
        assert.deepEqual(literal, {value: x, rest: ''});
      }),
      {numRuns: 1000},
    );
  });
});

/** What ClickHouse sees: `%` keeps its backslash and 0x1a becomes `\z`, as on Tinybird. */
function asStored(text: string): string {
  return text.replaceAll('%', '\\%').replaceAll('\x1a', '\\z');
}
