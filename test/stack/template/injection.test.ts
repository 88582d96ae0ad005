import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {compileTemplate} from '../../../demo/stack/tinybird/template/compile-template.js';
import type {TemplateParam} from '../../../demo/stack/tinybird/template/compiled-template.js';
import {TEMPLATE_FUNCTIONS} from '../../../demo/stack/tinybird/template/template-functions.js';
import {TemplateError} from '../../../demo/stack/tinybird/template/template-error.js';
import {isInert} from './is-inert.js';

const HOSTILE: readonly TemplateParam[] = [
  `' OR 1=1 --`,
  `\\' OR 1=1 --`,
  `\\\\' OR 1=1 --`,
  `'; DROP TABLE events; --`,
  `') UNION ALL SELECT * FROM events --`,
  '` FROM secrets --',
  '\\` FROM secrets --',
  '" FROM secrets --',
  `a\n' OR 1=1`,
  `a\r\n; SELECT 2`,
  `\0' OR 1=1`,
  `\x1a'`,
  '%27 OR 1=1',
  `/* */ ' /*`,
  '1; DROP TABLE events',
  '1 OR 1=1',
  '1) OR (1=1',
  '0x41',
  '1e3 OR 1',
  "2026-01-01 00:00:00.000' OR 1=1 --",
  `2026-01-01 00:00:00.000\\' OR 1=1 --`,
  "2026-01-01'",
  '{{String(org)}}',
  '{% if 1 %}',
  '{x:String}',
  '$(id)',
  `a,b') --`,
  "a','b",
  `a.b\`.c`,
  `']) OR has([1`,
  '',
  '\\',
  "'",
  "'".repeat(7),
  '\\'.repeat(7),
  '\u2019 OR 1=1',
  '\uff07 OR 1=1',
  "\ud800'",
  ["' OR 1=1 --", '\\'],
  ["a'b", ["c'd", '`']],
  [1, "2') --"],
  {"k' OR 1=1": "v'"},
  1e308,
  -0,
  0.1,
  Number.MAX_SAFE_INTEGER,
  true,
  false,
];

/** Calls with `x` where a value goes in; every function that takes a parameter must be here. */
const CALLS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    (
      'Int8 Int16 Int32 Int64 Int128 Int256 UInt8 UInt16 UInt32 UInt64 UInt128 UInt256 Int Integer ' +
      'Float32 Float64 String Date DateTime DateTime64 Boolean bool'
    )
      .split(' ')
      .map((name) => [name, [`${name}(x)`]]),
  ),
  Array: [
    'Array(x)',
    `Array(x, 'String')`,
    `Array(x, 'Int64')`,
    `Array(x, 'Float64')`,
    `Array(x, 'DateTime')`,
    `Array(x, 'Boolean')`,
    `Array(x, 'Unknown')`,
    `Array('a', x)`,
  ],
  column: [`column(x, 'a')`],
  columns: [`columns(x, 'a')`, `columns(x, 'a', fn='sum')`, `columns('a', fn=x)`],
  symbol: ['symbol(x)'],
  Symbol: ['Symbol(x)'],
  Column: ['Column(x)'],
  table: ['table(x)'],
  TABLE: ['TABLE(x)'],
  JSON: ['JSON(x)'],
  split_to_array: ['split_to_array(x)', `split_to_array('a-b', separator=x)`],
  enumerate_with_last: ['enumerate_with_last(x)'],
  sql_and: ['sql_and(a=x)', 'sql_and(a__in=x)'],
  sql_unescape: [`sql_unescape(x, '%')`, `sql_unescape('a%', x)`, 'sql_unescape(x, x)'],
  defined: ['defined(x)'],
  day_diff: [`day_diff(x, '2026-01-01')`],
  date_diff_in_days: [`date_diff_in_days(x, '2026-01-01')`],
  date_diff_in_hours: [`date_diff_in_hours(x, '2026-01-01 00:00:00')`],
  date_diff_in_minutes: [`date_diff_in_minutes(x, '2026-01-01 00:00:00')`],
  date_diff_in_seconds: [
    `date_diff_in_seconds(x, '2026-01-01 00:00:00')`,
    `date_diff_in_seconds('2026-01-01', '2026-01-01', x)`,
  ],
  max_threads: ['max_threads(x)'],
  backend_hint: ['backend_hint(x)'],
  cache_ttl: ['cache_ttl(x)'],
  activate: ['activate(x)'],
  disable: ['disable(x)'],
  error: ['error(x)'],
  custom_error: ['custom_error(x)', `custom_error('a', x)`],
  tb_secret: ['tb_secret(x)', `tb_secret('a', x)`],
  tb_var: ['tb_var(x)'],
  len: ['len(x)'],
  list: ['list(x)'],
  min: ['min(x)', `min(x, 'b')`],
  max: ['max(x)'],
  int: ['int(x)'],
  float: ['float(x)'],
};

describe('hostile parameters', () => {
  const callable = [...TEMPLATE_FUNCTIONS].filter(([, definition]) => definition.tagOnly !== true);

  it('are tried on every function that output can call', () => {
    assert.deepEqual(Object.keys(CALLS).sort(), callable.map(([name]) => name).sort());
  });

  for (const call of ['x', "f'{x}'", "x + ''", 'x * 2', ...Object.values(CALLS).flat()]) {
    it(`come out of {{${call}}} as literals or as a 4xx`, () => {
      const compiled = compileTemplate(`%{{${call}}}`, {pipe: 'p', node: 'n'});
      for (const x of HOSTILE) {
        let sql: string;
        try {
          ({sql} = compiled.render({x}));
        } catch (error) {
          assert.ok(error instanceof TemplateError, `${JSON.stringify(x)}: ${String(error)}`);
          assert.ok(error.status >= 400 && error.status < 500);
          continue;
        }
        assert.ok(isInert(sql), `${JSON.stringify(x)} became ${JSON.stringify(sql)}`);
      }
    });
  }

  for (const call of ['String(x)', 'JSON(x)']) {
    it(`nested without end are a 400 in {{${call}}}`, () => {
      const compiled = compileTemplate(`%{{${call}}}`, {pipe: 'p', node: 'n'});
      const nested = '['.repeat(5000) + ']'.repeat(5000);
      const x = call === 'JSON(x)' ? nested : (JSON.parse(nested) as unknown[]);

      assert.throws(() => compiled.render({x}), /nested too deeply/);
    });
  }
});
