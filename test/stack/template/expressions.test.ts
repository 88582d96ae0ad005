import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {renderError, renderSql} from './render-sql.js';

const params = {n: 5, f: 2.5, s: 'héllo', list: ['a', 'b', 'c'], no: false, o: {k: 'v'}};

describe('expressions in tags', () => {
  const truths: [expression: string, truth: boolean][] = [
    ['n == 5', true],
    ['n == 5.0', true],
    [`n == '5'`, false],
    ['n != 5', false],
    ['1 < n <= 5', true],
    ['1 < n < 5', false],
    [`s in ['x', 'héllo']`, true],
    [`s not in ['x', 'héllo']`, false],
    [`'ll' in s`, true],
    [`'k' in o`, true],
    [`list == ['a', 'b', 'c']`, true],
    [`list == ('a', 'b', 'c')`, false],
    ['not no', true],
    ['not n and missing', false],
    ['missing or n', true],
    ['missing is None', true],
    ['n is not None', true],
    ['True == 1', true],
    [`''`, false],
    ['[]', false],
    ['{}', false],
    ['0.0', false],
    [`'0'`, true],
    ['no == False', true],
    ['9007199254740993 == 9007199254740992', false],
    [`s.startswith('hé') and s.upper() == 'HÉLLO'`, true],
    [`o.get('k') == 'v' and o.get('z') is None and o.get('z', 1) == 1`, true],
    ['len(list) == 3 and len(s) == 5 and len(o) == 1', true],
    ['sum([1, 2]) == 3 and abs(-1) == 1 and list[0] == min(list)', true],
    ['range(3) == [0, 1, 2] and range(3, 0, -1) == [3, 2, 1]', true],
    [`sorted([2, 1]) == [1, 2] and str(5) == '5'`, true],
    ['2 + 3 * 4 == 14 and (2 + 3) * 4 == 20', true],
    ['-7 // 2 == -4 and -7 % 2 == 1 and 7 / 2 == 3.5 and 2 ** 3 == 8', true],
    ['-2 ** 2 == -4', true],
    ['1 if n else 0', true],
    ['String(s) == "héllo" and Int32(n) > 4', true],
    ['open or print', false],
  ];
  for (const [expression, truth] of truths) {
    it(`${expression} is ${truth ? 'true' : 'false'}`, () => {
      assert.equal(renderSql(`{% if ${expression} %}yes{% end %}`, params), truth ? 'yes' : '');
    });
  }
});

describe('expressions in output', () => {
  const outputs: [expression: string, sql: string][] = [
    ['n + 1', '6'],
    ['n - 1.5', '3.5'],
    ['f * 2', '5.0'],
    ['-n', '-5'],
    [`'a' + s`, `'ahéllo'`],
    [`'ab' * 2`, `'abab'`],
    ['s[0]', `'h'`],
    ['s[-1]', `'o'`],
    ['s[1:3]', `'él'`],
    ['s[::-1]', `'olléh'`],
    ['list[1:]', `['b','c']`],
    ['o["k"]', `'v'`],
    [`'-'.join(list)`, `'a-b-c'`],
    [`'a,b'.split(',')`, `['a','b']`],
    [`'a b c'.split(' ', 1)`, `['a','b c']`],
    [`s.replace('l', '$&')`, `'hé$&$&o'`],
    [`f'{s} has {n}'`, `'héllo has 5'`],
    [`f'{{}}'`, `'{}'`],
    ['"it\'s" "two"', `'it\\'stwo'`],
    [`r'\\d'`, `'\\\\d'`],
    [`'\\x41\\t'`, `'A\\t'`],
    ['(1, "a")', `(1,'a')`],
    ['(1,)', '(1,)'],
    ['[1, None]', '[1,NULL]'],
    [`'a' if defined(n) else 'b'`, `'a'`],
    ['not n', 'false'],
    [`len(s) + int('5') + max(1, 2)`, '12'],
    [`float('1.5')`, '1.5'],
    ['list', `['a','b','c']`],
    [`split_to_array(missing, 'a, b')`, `['a','b']`],
    [`split_to_array('a|it\\'s', separator='|')`, `['a','it\\'s']`],
    [`JSON('[{"a": "b\\'"}]')[0]["a"]`, `'b\\''`],
    [`JSON(missing, '[1, 2.5]')`, '[1,2.5]'],
    [`sql_and(a=n, b__in=list, c__gte=2, d=missing)`, `a = 5 and b in ['a','b','c'] and c >= 2`],
    [`sql_unescape('50% _', '%')`, `'50% _'`],
  ];
  for (const [expression, sql] of outputs) {
    it(`{{${expression}}} prints ${sql}`, () => {
      // A `}}` inside an expression would end the mark, as it does on Tinybird.
      assert.equal(renderSql(`{% set v = ${expression} %}{{v}}`, params), sql);
    });
  }

  const failures: [expression: string, message: RegExp][] = [
    ['s + n', /unsupported operand type\(s\) for \+: 'str' and 'int'/],
    ['s[99]', /str index out of range/],
    ['list["a"]', /indices must be integers/],
    ['o["z"]', /KeyError: 'z'/],
    ['missing[0]', /'NoneType' object is not subscriptable/],
    ['len(missing)', /'NoneType' has no len/],
    ['missing.split(",")', /'NoneType' object has no attribute 'split'/],
    ['list.split(",")', /'list' object has no attribute 'split'/],
    ['int("x")', /invalid literal for int/],
    ['JSON("{bad")', /Error parsing JSON: '\{bad' - /],
    ['JSON("[12345678901234567890")', /Error parsing JSON: '\[123456789012345\.\.\.' - /],
    ['o', /is an object, which SQL cannot hold/],
    ['sql_and(a__like=n)', /operand like not supported/],
    ['"ab" * 1000000', /grew too large/],
  ];
  for (const [expression, message] of failures) {
    it(`{{${expression}}} fails with ${String(message)}`, () => {
      const error = renderError(`{{${expression}}}`, params);

      assert.match(error.message, message);
      assert.equal(error.status, 400);
    });
  }

  it('refuses an order between text and numbers', () => {
    const error = renderError('{% if s < n %}{% end %}', params);
    assert.match(error.message, /'<' not supported between instances of 'str' and 'int'/);
  });

  it('takes no parameter from the prototype of its object', () => {
    assert.match(renderError('{{constructor}}').message, /evaluated to null/);
  });
});
