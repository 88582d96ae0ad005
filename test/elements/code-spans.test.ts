import {expect} from '@open-wc/testing';
import {codeSpans} from '../../src/elements/code-spans.js';

describe('codeSpans', () => {
  const cases: [string, string][] = [
    ['Compare `host` and `pipe`.', 'Compare <host> and <pipe>.'],
    ['`exp` is missing', '<exp> is missing'],
    ['No code.', 'No code.'],
    ['A ` alone', 'A ` alone'],
    ['`a` and ` alone', '<a> and ` alone'],
    ['``', '``'],
    ['', ''],
  ];
  for (const [sentence, shown] of cases) {
    it(`reads ${JSON.stringify(sentence)}`, () => {
      const spans = codeSpans(sentence).map(({text, isCode}) => (isCode ? `<${text}>` : text));

      expect(spans.join('')).to.equal(shown);
    });
  }
});
