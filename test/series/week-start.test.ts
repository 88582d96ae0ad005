import {expect} from '@open-wc/testing';
import {weekStart} from '../../src/series/week-start.js';

describe('weekStart', () => {
  for (const [locale, day] of [
    ['en', 7],
    ['en-GB', 1],
    ['de', 1],
    ['fr', 1],
    ['es', 1],
    ['es-MX', 7],
    ['ja', 7],
    ['ar-EG', 6],
    ['fa-IR', 6],
  ] as const) {
    it(`is ${day} in ${locale}`, () => {
      expect(weekStart(locale)).to.equal(day);
    });
  }
});
