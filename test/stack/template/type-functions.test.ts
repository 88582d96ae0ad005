import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {TemplateParams} from '../../../demo/stack/tinybird/template/compiled-template.js';
import {renderError, renderSql} from './render-sql.js';

describe('type functions', () => {
  const literals: [template: string, params: TemplateParams, sql: string][] = [
    ['{{x}}', {x: 'a'}, `'a'`],
    ['{{x}}', {x: 5}, '5'],
    ['{{x}}', {x: 2.5}, '2.5'],
    ['{{x}}', {x: true}, 'true'],
    ['{{String(x)}}', {x: 'a'}, `'a'`],
    ['{{String(x)}}', {x: ''}, `''`],
    ['{{String(x)}}', {x: 5}, `'5'`],
    ['{{String(x)}}', {x: ['a', 'b']}, `'[\\'a\\', \\'b\\']'`],
    [`{{String(x, 'none')}}`, {}, `'none'`],
    [`{{String(x, 'none')}}`, {x: null}, `'none'`],
    [`{{String(x, default='none', description='d', required=True)}}`, {}, `'none'`],
    ['{{Int8(x)}}', {x: '-128'}, `toInt8('-128')`],
    ['{{Int16(x)}}', {x: '+7'}, `toInt16('7')`],
    ['{{Int32(x)}}', {x: 5}, `toInt32('5')`],
    ['{{Int32(x)}}', {x: '007'}, `toInt32('7')`],
    ['{{Int64(x)}}', {x: '9223372036854775807'}, `toInt64('9223372036854775807')`],
    ['{{UInt8(x)}}', {x: '255'}, `toUInt8('255')`],
    ['{{UInt256(x, 1)}}', {}, `toUInt256('1')`],
    ['{{Int(x)}}', {x: '5'}, '5'],
    ['{{Integer(x)}}', {x: '-5'}, '-5'],
    ['{{Int32(page, 0) * Int32(limit, 20)}}', {page: '3'}, '60'],
    ['{{(Int32(page, 0) + 1) * Int32(limit, 20)}}', {}, '20'],
    ['{{-Int32(x)}}', {x: '5'}, '-5'],
    ['{{Int32(Int64(x))}}', {x: '5'}, `toInt32('5')`],
    ['{{Float32(x)}}', {x: '1'}, `toFloat32('1.0')`],
    ['{{Float64(x)}}', {x: '-.5e3'}, `toFloat64('-500.0')`],
    ['{{Float64(x)}}', {x: 0.1}, `toFloat64('0.1')`],
    ['{{Float64(x)}}', {x: 'Infinity'}, `toFloat64('inf')`],
    ['{{Float64(x)}}', {x: 'NaN'}, `toFloat64('nan')`],
    ['{{Boolean(x)}}', {}, '0'],
    ['{{Boolean(x, True)}}', {}, '1'],
    ['{{Boolean(x)}}', {x: 'FALSE'}, '0'],
    ['{{Boolean(x)}}', {x: '0'}, '0'],
    ['{{Boolean(x)}}', {x: ''}, '0'],
    ['{{Boolean(x)}}', {x: 'no'}, '1'],
    ['{{bool(x)}}', {x: true}, '1'],
    ['{{Date(x)}}', {x: '2026-01-31'}, `'2026-01-31'`],
    ['{{DateTime(x)}}', {x: '2026-01-31 10:20:30'}, `'2026-01-31 10:20:30'`],
    ['{{DateTime(x)}}', {x: '2026-01-31T10:20:30Z'}, `'2026-01-31T10:20:30Z'`],
    ['{{DateTime(x)}}', {x: '31.01.2026 1:2:3'}, `'31.01.2026 1:2:3'`],
    ['{{DateTime64(x)}}', {x: '2026-01-31 10:20:30.123'}, `'2026-01-31 10:20:30.123'`],
  ];
  for (const [template, params, sql] of literals) {
    it(`renders ${template} with ${JSON.stringify(params)} as ${sql}`, () => {
      assert.equal(renderSql(template, params), sql);
    });
  }

  it('gives None for an optional parameter that is absent', () => {
    assert.equal(renderSql('{% if Int32(x, defined=False) is None %}none{% end %}'), 'none');
  });

  const refused: [type: string, value: string | number | boolean][] = [
    ['Int8', '128'],
    ['Int8', '-129'],
    ['Int32', ''],
    ['Int32', '5.0'],
    ['Int32', ' 5'],
    ['Int32', '1_000'],
    ['Int32', '5\n'],
    ['Int32', '2147483648'],
    ['Int32', true],
    ['Int64', '9223372036854775808'],
    ['UInt8', '-1'],
    ['UInt8', '+1'],
    ['UInt64', '1'.repeat(500)],
    ['Float32', '1_0'],
    ['Float64', ''],
    ['Float64', '0x10'],
    ['Date', '2026-1-31'],
    ['Date', '2026-01-31 10:00:00'],
    ['Date', '2026-01-31\n'],
    ['DateTime', '2026-01-31'],
    ['DateTime', 'now()'],
    ['DateTime64', '2026-01-31 10:20:30'],
  ];
  for (const [type, value] of refused) {
    it(`refuses ${JSON.stringify(value).slice(0, 30)} as ${type}`, () => {
      const error = renderError(`{{${type}(x)}}`, {x: value});

      const shown = value === true ? 'True' : value;
      assert.equal(error.status, 400);
      assert.equal(
        error.message,
        `Template Syntax Error: Error validating '${shown}' to type ${type}`,
      );
    });
  }

  it('uses the default only when the parameter is absent', () => {
    assert.equal(renderError('{{Int32(x, 5)}}', {x: ''}).status, 400);
  });

  it('checks the default as well', () => {
    assert.match(renderError(`{{Int32(x, 'many')}}`).message, /validating 'many' to type Int32/);
  });

  it('names every required parameter that is missing', () => {
    const error = renderError('{{Int32(test)}} {{String(color)}} {{String(size)}}', {size: 'L'});

    assert.equal(
      error.message,
      'Template Syntax Error: Required parameter is not defined. Check the parameters test and ' +
        'color. Please provide a value or set a default value in the pipe code.',
    );
    assert.equal(error.documentation, '/cli/advanced-templates.html');
  });

  it('does not count parameters that defined() asks for among the missing', () => {
    const error = renderError('{{Int32(test)}}{% if defined(color) %}{{String(color)}}{% end %}');
    assert.match(error.message, /Check the parameters test\. /);
  });

  it('names a bare parameter that is absent, cut after 20 characters', () => {
    assert.equal(
      renderError('{{x}}').message,
      'Template Syntax Error: expression "x" evaluated to null',
    );
    assert.match(
      renderError('{{a_rather_long_parameter}}').message,
      /"a_rather_long_parame\.\.\."/,
    );
  });
});
