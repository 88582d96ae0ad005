import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {TemplateParams} from '../../../demo/stack/tinybird/template/compiled-template.js';
import {renderError, renderSql} from './render-sql.js';

describe('template tags', () => {
  const cases: [name: string, template: string, params: TemplateParams, sql: string][] = [
    ['if takes its branch', '{% if x == "a" %}A{% else %}B{% end %}', {x: 'a'}, 'A'],
    ['else takes the rest', '{% if x == "a" %}A{% else %}B{% end %}', {x: 'b'}, 'B'],
    ['elif is tried in order', '{% if x > 5 %}A{% elif x > 3 %}B{% end %}', {x: 4}, 'B'],
    ['if without else prints nothing', '{% if x %}A{% end %}', {}, ''],
    ['defined is true for empty text', '{% if defined(x) %}A{% end %}', {x: ''}, 'A'],
    ['defined is false for null', '{% if defined(x) %}A{% end %}', {x: null}, ''],
    ['for prints each item', '{% for x in [1, 2] %}{{x}};{% end %}', {}, '1;2;'],
    ['for unpacks pairs', '{% for a, b in [(1, 2)] %}{{a}}{{b}}{% end %}', {}, '12'],
    ['for else runs after the last', '{% for x in [] %}{{x}}{% else %}E{% end %}', {}, 'E'],
    [
      'break leaves the loop and its else',
      '{% for x in [1,2,3] %}{% if x == 2 %}{% break %}{% end %}{{x}}{% else %}E{% end %}',
      {},
      '1',
    ],
    [
      'continue goes to the next item',
      '{% for x in [1,2,3] %}{% if x == 2 %}{% continue %}{% end %}{{x}}{% end %}',
      {},
      '13',
    ],
    [
      'while runs as long as its test holds',
      '{% set n = 3 %}{% while n > 0 %}{{n}}{% set n -= 1 %}{% end %}',
      {},
      '321',
    ],
    ['set takes several names', '{% set a, b = 1, 2 %}{{a + b}}', {}, '3'],
    ['set shadows a parameter', '{% set x = "b" %}{{x}}', {x: 'a'}, `'b'`],
    ['except catches', '{% try %}{{Int32(x)}}{% except %}NULL{% end %}', {x: 'a'}, 'NULL'],
    [
      'except ValueError catches',
      '{% try %}{{Int32(x)}}{% except ValueError %}N{% end %}',
      {},
      'N',
    ],
    ['try else runs after success', '{% try %}A{% except %}B{% else %}C{% end %}', {}, 'AC'],
    ['finally runs after a catch', '{% try %}{{x}}{% except %}B{% finally %}C{% end %}', {}, 'BC'],
    ['comments vanish', 'a{# {{x}} #}b{% comment anything %}c', {}, 'abc'],
    ['escaped marks are text', '{{!x}} {%!x%} {#!x#}', {}, '{{x}} {%x%} {#x#}'],
    ['of three braces the inner two count', '{{{x}}}', {x: 1}, '{1}'],
    ['single braces are text', '{x:String} {x}', {}, '{x:String} {x}'],
    ['whitespace single folds blanks', '{% whitespace single %}a   b\n\n  c', {}, 'a b\nc'],
    ['whitespace oneline folds lines', '{% whitespace oneline %}a  b\n\n c', {}, 'a b c'],
    [
      'enumerate_with_last marks the last item',
      `{% for last, c in enumerate_with_last(split_to_array(x)) %}{{c}}{% if not last %},{% end %}{% end %}`,
      {x: 'a, b'},
      `'a','b'`,
    ],
  ];
  for (const [name, template, params, sql] of cases) {
    it(name, () => {
      assert.equal(renderSql(template, params), sql);
    });
  }

  it('keeps text between marks byte for byte', () => {
    assert.equal(
      renderSql("\nSELECT 'a'  -- {{x}}\n\tFROM t", {x: 1}),
      "\nSELECT 'a'  -- 1\n\tFROM t",
    );
  });

  const counting = (rounds: number): string =>
    `{% set n = 0 %}{% while n < ${rounds} %}{% set n += 1 %}{% end %}{{n}}`;

  it('lets loops take 100000 rounds', () => {
    assert.equal(renderSql(counting(100_000)), '100000');
  });

  it('stops loops that take more', () => {
    assert.match(renderError(counting(100_001)).message, /more than 100000 rounds/);
  });

  it('does not let except catch a loop without end', () => {
    const error = renderError('{% try %}{% while True %}{% end %}{% except %}caught{% end %}');
    assert.match(error.message, /more than 100000 rounds/);
  });

  it('stops text that doubles in a loop', () => {
    const error = renderError('{% set s = "ab" %}{% while True %}{% set s = s + s %}{% end %}');
    assert.match(error.message, /grew too large/);
  });

  it('stops numbers that square in a loop', () => {
    const error = renderError('{% set n = 2 %}{% while True %}{% set n = n * n %}{% end %}');
    assert.match(error.message, /grew too large/);
  });

  it('reports the line of the mark that failed', () => {
    assert.equal(renderError('\nSELECT 1\nWHERE a = {{String(a)}}\nAND 1').line, 3);
  });
});
