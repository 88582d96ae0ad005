import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {compileTemplate} from '../../../demo/stack/tinybird/template/compile-template.js';
import type {TemplateParameter} from '../../../demo/stack/tinybird/template/compiled-template.js';
import {templateParameters} from '../../../demo/stack/tinybird/template/template-parameters.js';

function parametersOf(template: string): readonly TemplateParameter[] {
  return templateParameters(compileTemplate(`%${template}`, {pipe: 'p', node: 'n'}));
}

describe('templateParameters', () => {
  it('reads type, default and documentation of a parameter', () => {
    const template = `{{String(step, 'day', description='Size of a bucket', enum=['hour', 'day'],
      example='hour', format='word', required=False)}}`;

    assert.deepEqual(parametersOf(template), [
      {
        name: 'step',
        type: 'String',
        default: 'day',
        required: false,
        description: 'Size of a bucket',
        enum: ['hour', 'day'],
        example: 'hour',
        format: 'word',
      },
    ]);
  });

  it('lists each parameter once, in order of first appearance', () => {
    const template = '{% if defined(b) %}{{Int32(b)}}{% end %}{{String(a)}}{{Int32(b)}}';
    assert.deepEqual(
      parametersOf(template).map(({name, type}) => `${name} ${type}`),
      ['b Int32', 'a String'],
    );
  });

  it('names the item type of an array', () => {
    assert.equal(parametersOf(`{{Array(x, 'Int64')}}`)[0]?.type, 'Array(Int64)');
  });

  it('takes negative defaults', () => {
    assert.equal(parametersOf('{{Float64(x, -1.5)}}')[0]?.default, -1.5);
  });

  const required: [template: string, isRequired: boolean][] = [
    ['{{String(x)}}', true],
    ['{{x}}', true],
    [`{{String(x, 'a')}}`, false],
    ['{{String(x, defined=False)}}', false],
    ['{% if defined(x) %}{{String(x)}}{% end %}', false],
    ['{% if x == "a" %}{% end %}', false],
    ['{{Boolean(x)}}', false],
    ['{{JSON(x)}}', false],
    [`{{String(x, 'a', required=True)}}`, true],
  ];
  for (const [template, isRequired] of required) {
    it(`${template} makes x ${isRequired ? 'required' : 'optional'}`, () => {
      assert.equal(parametersOf(template)[0]?.required, isRequired);
    });
  }

  it('leaves out names that the template assigns itself', () => {
    const template = '{% set n = 1 %}{% for a in split_to_array(x) %}{{a + n}}{% end %}';
    assert.deepEqual(
      parametersOf(template).map(({name}) => name),
      ['x'],
    );
  });

  it('is empty for SQL that is no template', () => {
    assert.deepEqual(compileTemplate('SELECT 1', {pipe: 'p', node: 'n'}).parameters, []);
  });
});
