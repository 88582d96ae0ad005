import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {compileTemplate} from '../../../demo/stack/tinybird/template/compile-template.js';
import {compileError, renderSql} from './render-sql.js';

describe('compileTemplate', () => {
  const mistakes: [template: string, line: number, message: RegExp][] = [
    ['\n{% if x %}\nA', 2, /^Missing \{% end %\} block for if at line 2$/],
    ['\n{% if x %}\n{% for a in b %}\n{% end %}', 2, /block for if at line 2/],
    ['\n{% end %}', 2, /^Extra \{% end %\} block at line 2$/],
    ['{% else %}', 1, /else outside its block/],
    ['{% if x %}{% else %}{% elif x %}{% end %}', 1, /elif outside its block/],
    ['{% try %}{% end %}', 1, /try without except or finally/],
    ['{% break %}', 1, /break outside for\/while/],
    ['{% frobnicate x %}', 1, /unknown block: "frobnicate"/],
    ['{% include "x" %}', 1, /forbidden block: "include"/],
    ['{% import os %}', 1, /forbidden block: "import"/],
    ['{% whitespace wide %}', 1, /invalid whitespace mode wide/],
    ['\n\n{{ x', 3, /Missing end \}\} for \{\{ at line 3/],
    ['{{ }}', 1, /Empty expression/],
    ['{% %}', 1, /Empty block tag/],
    ['{{ x y }}', 1, /expected the end, found "y", line 1/],
    ['{{ (x }}', 1, /expected "\)", found the end/],
    ['{{ x; y }}', 1, /invalid syntax at "; y"/],
    [`{{ 'a }}`, 1, /unterminated string/],
    ['\n{{ nope(x) }}', 2, /'nope' is not a valid function, line 2/],
    ['{% if nope(x) %}{% end %}', 1, /'nope' is not a valid function/],
    ['{{ range(3) }}', 1, /'range' is not a valid function/],
    ['{{ x.format(y) }}', 1, /'format' is not a valid method/],
    ['{{ x.lower() }}', 1, /'lower' is not a valid method/],
    ['{{ x.__class__ }}', 1, /expected "\("/],
    ['{{ x(1)(2) }}', 1, /a function name before/],
    ['{{ x == 1 }}', 1, /"==" is not allowed in \{\{ \}\}/],
    ['{{ x and y }}', 1, /"and" is not allowed/],
    ['{{ x / 2 }}', 1, /"\/" is not allowed/],
    ['{{ x ** 2 }}', 1, /"\*\*" is not allowed/],
    ['{{ lambda: 1 }}', 1, /expected a value, found "lambda"/],
    [`{{ f'{x!r}' }}`, 1, /f-string expression "x!r" is not supported/],
    [`{{ f'{x:>5}' }}`, 1, /is not supported/],
    ['{{ String(x, defualt="a") }}', 1, /unexpected keyword argument 'defualt'/],
    ['{{ Boolean(x, 0, description="a") }}', 1, /unexpected keyword argument 'description'/],
    ['{{ column(x, "a", "b") }}', 1, /at most 2 arguments \(3 given\)/],
    ['{{ String(x, "a", default="b") }}', 1, /multiple values for argument 'default'/],
    ['{{ String(x, default="b", default="c") }}', 1, /"default" only once/],
    ['{% set 1 = 2 %}', 1, /expected a name/],
    ['{% for x %}{% end %}', 1, /expected "in"/],
    ['\n{{ String(q) }}', 2, /^"q" can not be used as a variable name, line 2$/],
    [
      '{% if defined(format) %}{% end %}',
      1,
      /^"format" can not be used as a variable name, line 1$/,
    ],
  ];
  for (const [template, line, message] of mistakes) {
    it(`refuses ${JSON.stringify(template)} and names line ${line}`, () => {
      const error = compileError(template);

      assert.match(error.message, message);
      assert.equal(error.line, line);
    });
  }

  it('leaves SQL without % alone', () => {
    const sql = 'SELECT 1 -- {{nope(}}';
    assert.equal(compileTemplate(sql, {pipe: 'p', node: 'n'}).render({}).sql, sql);
  });

  it('takes format as a keyword argument', () => {
    assert.equal(renderSql(`{{String(x, 'a', format='email')}}`), `'a'`);
  });

  it('renders the same template any number of times', () => {
    const compiled = compileTemplate('%{% set n = Int32(x, 1) + 1 %}{{n}}', {pipe: 'p', node: 'n'});

    const rendered = [{x: 1}, {}, {x: 5}].map((params) => compiled.render(params).sql);

    assert.deepEqual(rendered, ['2', '2', '6']);
  });
});
