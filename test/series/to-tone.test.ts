import {expect} from '@open-wc/testing';
import {playPace} from '../../src/series/play-pace.js';
import {toneScale} from '../../src/series/tone-scale.js';
import {toTone} from '../../src/series/to-tone.js';
import {valueExtent} from '../../src/series/value-extent.js';

describe('toTone', () => {
  const extent = {min: 0, max: 30, isLog: false};
  for (const [value, hz] of [
    [0, 220],
    [10, 440],
    [20, 880],
    [30, 1760],
  ] as const) {
    it(`${value} of 0 to 30 has ${hz} Hz`, () => {
      expect(toTone(value, extent, 0).hz).to.be.closeTo(hz, 0.01);
    });
  }

  for (const [share, pan] of [
    [0, -0.8],
    [0.5, 0],
    [1, 0.8],
  ] as const) {
    it(`a place at ${share} of the width is heard at ${pan}`, () => {
      expect(toTone(1, extent, share).pan).to.be.closeTo(pan, 0.001);
    });
  }

  it('values that are all equal are in the middle', () => {
    expect(toTone(5, {min: 5, max: 5, isLog: false}, 0).hz).to.be.closeTo(220 * Math.sqrt(8), 0.01);
  });

  it('a gap has no pitch, and its place', () => {
    expect(toTone(NaN, extent, 0.5)).to.deep.equal({hz: null, pan: 0});
  });
});

describe('toTone on a logarithmic scale', () => {
  const columns = [Float64Array.of(0, 1, 10, 100, 1000, -5, NaN)];

  it('rises by equal steps for equal ratios', () => {
    const scale = toneScale(columns, [0, 6], true);
    const hertz = [1, 10, 100, 1000].map((value) => Math.round(toTone(value, scale, 0).hz ?? 0));
    expect(hertz).to.deep.equal([220, 440, 880, 1760]);
  });

  it('has a gap where a logarithm has one', () => {
    const scale = toneScale(columns, [0, 6], true);
    expect([0, -5].map((value) => toTone(value, scale, 0).hz)).to.deep.equal([null, null]);
  });

  it('is in the middle where there is but one value above zero', () => {
    const scale = toneScale([Float64Array.of(-1, 7)], [0, 1], true);
    expect(toTone(7, scale, 0).hz).to.be.closeTo(220 * Math.sqrt(8), 0.01);
  });
});

describe('valueExtent', () => {
  it('is that of all columns in the part that is seen, without gaps', () => {
    const columns = [Float64Array.of(-100, 3, NaN, 9), Float64Array.of(0, 2, 4, 100)];
    expect(valueExtent(columns, [1, 2])).to.deep.equal({min: 2, max: 4, areIntegers: true});
    expect(valueExtent([Float64Array.of(1, 2.5)], [0, 1]).areIntegers).to.equal(false);
  });
});

describe('playPace', () => {
  for (const [count, pace] of [
    [3, {stepMs: 200, stride: 1}],
    [80, {stepMs: 100, stride: 1}],
    [160, {stepMs: 50, stride: 1}],
    [1000, {stepMs: 50, stride: 7}],
  ] as const) {
    it(`plays ${count} places in eight seconds at most`, () => {
      expect(playPace(count)).to.deep.equal(pace);
    });
  }
});
