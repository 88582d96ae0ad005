import {expect} from '@open-wc/testing';
import {parsePipeName, toParamTexts} from '../../src/tinybird/pipe-params.js';
import type {PipeParams} from '../../src/tinybird/pipe-request.js';

describe('toParamTexts', () => {
  const cases: [string, PipeParams, Record<string, string>][] = [
    ['text', {country: 'ES'}, {country: 'ES'}],
    ['numbers', {limit: 0, ratio: -0.5}, {limit: '0', ratio: '-0.5'}],
    ['booleans', {yes: true, no: false}, {yes: '1', no: '0'}],
    [
      'dates as UTC text without fraction',
      {start: new Date('2026-03-04T05:06:07.890Z')},
      {start: '2026-03-04 05:06:07'},
    ],
    ['arrays, comma-joined', {ids: [1, 'two', true]}, {ids: '1,two,1'}],
    [
      'nothing for null, undefined, empty text and empty arrays',
      {a: null, b: undefined, c: '', d: []},
      {},
    ],
    ['whitespace', {name: ' '}, {name: ' '}],
  ];
  for (const [what, params, texts] of cases) {
    it(`gives ${what}`, () => expect(toParamTexts(params)).to.deep.equal(texts));
  }

  for (const name of ['token', 'q', 'from', 'format', 'explain', '__tb__deployment']) {
    it(`refuses the reserved name ${name}`, () => {
      expect(() => toParamTexts({[name]: 1}))
        .to.throw(name)
        .with.property('code', 'misconfigured');
    });
  }

  const untrue: [string, unknown][] = [
    ['NaN', Number.NaN],
    ['Infinity', Infinity],
    ['an invalid date', new Date('never')],
    ['an object', {nested: 1}],
    ['a function', () => 1],
    ['an array of arrays', [[1]]],
    ['an array item with a comma', ['a,b']],
  ];
  for (const [what, value] of untrue) {
    it(`refuses ${what}`, () => {
      expect(() => toParamTexts({x: value} as PipeParams))
        .to.throw('"x"')
        .with.property('code', 'misconfigured');
    });
  }

  it('keeps a parameter called __proto__ an ordinary one', () => {
    const texts = toParamTexts(JSON.parse('{"__proto__": "x", "constructor": "y"}') as PipeParams);

    expect(Object.entries(texts)).to.deep.equal([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect(Object.getPrototypeOf(texts)).to.equal(Object.prototype);
  });
});

describe('parsePipeName', () => {
  for (const name of ['visits_over_time', 't_abc123', 'Top-Pages', ' padded ']) {
    it(`takes "${name}"`, () => expect(parsePipeName(name)).to.equal(name.trim()));
  }
  for (const name of ['', ' ', 'a/b', '../x', 'a.json', 'a?b', 'a b', 'päge']) {
    it(`refuses "${name}"`, () => {
      expect(() => parsePipeName(name))
        .to.throw('`pipe`')
        .with.property('code', 'misconfigured');
    });
  }
});
