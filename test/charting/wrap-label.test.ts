import {expect} from '@open-wc/testing';
import {wrapLabel} from '../../src/charting/wrap-label.js';

describe('wrapLabel', () => {
  for (const [text, maxLines, expected] of [
    ['Search', 2, 'Search'],
    ['Invited by a colleague', 1, 'Invited b…'],
    ['Invited by a friend', 2, ['Invited by', 'a friend']],
    ['Invited by a colleague of mine', 2, ['Invited by', 'a colleag…']],
    ['Donaudampfschiffahrt', 2, 'Donaudamp…'],
    ['Das Donaudampfschiff', 2, ['Das', 'Donaudamp…']],
    ['', 2, ''],
  ] as const) {
    it(`writes "${text}" in ${maxLines === 1 ? 'one line' : 'at most two lines'}`, () => {
      expect(wrapLabel(text, 10, maxLines)).to.deep.equal(expected);
    });
  }
});
