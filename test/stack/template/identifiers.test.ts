import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {renderError, renderSql} from './render-sql.js';

describe('identifier functions', () => {
  const names: [template: string, x: string | undefined, sql: string][] = [
    [`{{column(x, 'a')}}`, 'price', '`price`'],
    [`{{column(x, 'a')}}`, undefined, '`a`'],
    [`{{column(x, 'a')}}`, 't.price', '`t`.`price`'],
    [`{{column(x, 'a')}}`, 'a`b', '`a\\`b`'],
    [`{{column(x, 'a')}}`, 'a"b', '`ab`'],
    [`{{columns(x, 'a')}}`, 'a, b', '`a`,`b`'],
    [`{{columns(x, 'a', fn='sum')}}`, 'a,b', 'sum(`a`) as `a`,sum(`b`) as `b`'],
    ['{{symbol(x)}}', 'a.b', '`a.b`'],
    ['{{Symbol(x)}}', 'a', '`a`'],
    ['{{Column(x)}}', 'a', '`a`'],
    ['{{table(x)}}', 'events', 'events'],
    ['{{TABLE(x)}}', 'db.events', 'db.events'],
  ];
  for (const [template, x, sql] of names) {
    it(`renders ${template} with ${String(x)} as ${sql}`, () => {
      assert.equal(renderSql(template, {x}), sql);
    });
  }

  it('asks for a default where column() has none', () => {
    const error = renderError('{{column(x)}}');

    assert.match(error.message, /^Template Syntax Error: Missing column\(\) default value, use/);
    assert.equal(error.documentation, '/cli/advanced-templates.html#column');
  });

  it('takes no list for columns()', () => {
    assert.match(renderError(`{{columns(x, 'a')}}`, {x: ['a']}).message, /String not an Array/);
  });

  for (const x of [
    'events; DROP TABLE t',
    'numbers(10)',
    '(SELECT 1)',
    'a b',
    '',
    'a.b.c',
    '`a`',
  ]) {
    it(`refuses ${JSON.stringify(x)} as a table`, () => {
      assert.match(renderError('{{table(x)}}', {x}).message, /is not a valid name in table\(\)/);
    });
  }

  it('refuses a function that is no name in columns()', () => {
    const error = renderError(`{{columns('a', fn=x)}}`, {x: 'sum(1) + sum'});
    assert.match(error.message, /is not a valid name in columns\(\)/);
  });
});
