import {expect} from '@open-wc/testing';
import {inOwnDirection} from '../../src/charting/own-direction.js';

describe('inOwnDirection', () => {
  for (const [text, isInRightToLeft, isMarked] of [
    ['/docs/getting-sta…', false, false],
    ['/docs/getting-sta…', true, true],
    ['-500', true, true],
    ['מבקרים חד…', false, true],
    ['زوار جدد…', true, true],
  ] as const) {
    it(`${isMarked ? 'marks' : 'leaves'} ${text} in text from ${isInRightToLeft ? 'right to left' : 'left to right'}`, () => {
      const expected = isMarked ? `\u2068${text}\u2069` : text;
      expect(inOwnDirection(text, isInRightToLeft)).to.equal(expected);
    });
  }

  it('reads a number below zero with an Arabic word as one above zero', () => {
    const number = '\u200e-2 ألف';
    expect(inOwnDirection(number, true)).to.equal(`\u2067${number}\u2069`);
    expect(inOwnDirection('\u200e-2', true)).to.equal('\u2068\u200e-2\u2069');
  });
});
