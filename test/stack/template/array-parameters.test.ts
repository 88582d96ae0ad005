import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {TemplateParams} from '../../../demo/stack/tinybird/template/compiled-template.js';
import {renderError, renderSql} from './render-sql.js';

describe('Array', () => {
  const literals: [template: string, params: TemplateParams, sql: string][] = [
    [`{{Array(x, 'String')}}`, {x: 'a,b'}, `['a','b']`],
    [`{{Array(x)}}`, {x: 'a,b'}, `['a','b']`],
    [`{{Array(x, 'String')}}`, {x: ['a,b', 'c']}, `['a,b','c']`],
    [`{{Array(x, 'String')}}`, {x: [1, 2]}, `['1','2']`],
    [`{{Array(x, 'String')}}`, {x: ''}, `['']`],
    [`{{Array(x, 'String')}}`, {x: []}, '[]'],
    [`{{Array(x, 'Int32')}}`, {x: '1,2'}, '[1,2]'],
    [`{{Array(x, 'Int32')}}`, {x: [3, '4']}, '[3,4]'],
    [`{{Array(x, 'UInt64')}}`, {x: '18446744073709551615'}, '[18446744073709551615]'],
    [`{{Array(x, 'Float64')}}`, {x: '1,2.5'}, '[1.0,2.5]'],
    [`{{Array(x, 'Date')}}`, {x: '2026-01-31'}, `['2026-01-31']`],
    [`{{Array(x, 'Boolean')}}`, {x: 'true,0'}, '[1,0]'],
    [`{{Array(x, 'String', 'a,b')}}`, {}, `['a','b']`],
    [`{{Array(x, 'Int32', default=[1, 2])}}`, {}, '[1,2]'],
  ];
  for (const [template, params, sql] of literals) {
    it(`renders ${template} with ${JSON.stringify(params)} as ${sql}`, () => {
      assert.equal(renderSql(template, params), sql);
    });
  }

  it('names the item that is wrong', () => {
    assert.equal(
      renderError(`{{Array(x, 'Float32')}}`, {x: '1,2,3,4, null'}).message,
      'Template Syntax Error: Error validating [1,2,3,4, null][4] ( null) to type Float32',
    );
  });

  it('refuses an empty value of a typed array', () => {
    assert.match(renderError(`{{Array(x, 'Int32')}}`, {x: ''}).message, /\(empty string\) to type/);
  });

  it('refuses a value that is no list', () => {
    assert.match(renderError(`{{Array(x)}}`, {x: 5}).message, /Array is not well defined/);
  });

  it('is required without a default', () => {
    assert.match(renderError(`{{Array(x, 'String')}}`).message, /Required parameter/);
  });
});

describe('a parameter that is read with Array() anywhere', () => {
  const filter = `{% if defined(s) and s != [''] %}s IN {{Array(s, 'String')}}{% else %}1{% end %}`;

  it('compares as a list of one empty string when it is empty', () => {
    assert.equal(renderSql(filter, {s: ''}), '1');
  });

  it('is a list in tags when it was comma-separated text', () => {
    assert.equal(renderSql(filter, {s: 'api,web'}), `s IN ['api','web']`);
  });

  it('is absent when it was not given', () => {
    assert.equal(renderSql(filter), '1');
  });

  it('has a length', () => {
    const template = `{% if len(n) > 1 %}many{% end %}{% if 7 in n %} 7{% end %}
      {# typed further down #}{{Array(n, 'Int32')}}`;
    assert.match(renderSql(template, {n: '5,7'}), /^many 7\s+\[5,7\]$/);
  });

  it('stays as it was when it does not convert', () => {
    const template = `{% if n == '5,x' %}text{% else %}{{Array(n, 'Int32')}}{% end %}`;
    assert.equal(renderSql(template, {n: '5,x'}), 'text');
  });
});
