import {expect} from '@open-wc/testing';
import {roundStep} from '../../src/series/round-step.js';

describe('roundStep', () => {
  for (const [least, format, expected] of [
    [4000, 'duration', 7200],
    [1, 'duration', 1],
    [700, 'duration', 900],
    [100_000, 'duration', 172_800],
    [300_000, 'bytes-binary', 524_288],
    [1024, 'bytes-binary', 1024],
  ] as const) {
    it(`gives ${expected} for ${least} as ${format}`, () => {
      expect(roundStep(least, format)).to.equal(expected);
    });
  }

  for (const [name, least, format] of [
    ['numbers that are counted in tens', 4000, 'compact'],
    ['parts of a second', 0.3, 'duration'],
    ['years', 1e9, 'duration'],
    ['no range', NaN, 'duration'],
  ] as const) {
    it(`gives none for ${name}`, () => {
      expect(roundStep(least, format)).to.equal(null);
    });
  }
});
