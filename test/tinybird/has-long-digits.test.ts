import {expect} from '@open-wc/testing';
import {array, assert, constantFrom, integer, property, tuple} from 'fast-check';
import {hasLongDigits} from '../../src/tinybird/has-long-digits.js';

/** Runs of digits of about that length, with what stands between numbers. */
const text = array(tuple(integer({min: 0, max: 20}), constantFrom(',', '"', '.', '-', ' 00:'))).map(
  (runs) => runs.map(([length, end]) => '1234567890'.repeat(2).slice(0, length) + end).join(''),
);

describe('hasLongDigits', () => {
  it('finds sixteen digits in a row, wherever they stand', () => {
    for (let at = 0; at < 40; at += 1) {
      const before = ' '.repeat(at);
      expect(hasLongDigits(`${before}1234567890123456,`), `${at}`).to.equal(true);
      expect(hasLongDigits(`${before}123456789012345,`), `${at}`).to.equal(false);
    }
  });

  it('says what a search through the whole text says', () => {
    assert(property(text, (any) => hasLongDigits(any) === /\d{16}/.test(any)));
  });
});
