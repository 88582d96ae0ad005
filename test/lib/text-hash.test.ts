import {expect} from '@open-wc/testing';
import {textHash} from '../../src/lib/text-hash.js';

describe('textHash', () => {
  it('gives the same digits for the same text', () => {
    expect(textHash('a secret')).to.equal(textHash('a secret'));
  });

  it('gives sixteen hexadecimal digits', () => {
    expect(textHash('')).to.match(/^[0-9a-f]{16}$/);
  });

  it('tells a hundred thousand similar texts apart', () => {
    const hashes = new Set(Array.from({length: 100_000}, (_, index) => textHash(`user_${index}`)));

    expect(hashes.size).to.equal(100_000);
  });
});
