import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {decimate} from '../../src/series/decimate.js';

const ramp = (count: number) => Float64Array.from({length: count}, (_, at) => at);

describe('decimate', () => {
  it('keeps everything that fits', () => {
    const x = ramp(40);
    expect([...decimate(x, x, 10, 0, 39)]).to.deep.equal([...x]);
  });

  it('keeps first, lowest, highest and last of each column', () => {
    const y = Float64Array.of(5, 9, 1, 6, 5, 5, 2, 2, 2, 8, 2, 2);
    expect([...decimate(ramp(12), y, 2, 0, 12)]).to.deep.equal([0, 1, 2, 5, 6, 9, 11]);
  });

  it('keeps at most four points a column and two edges', () => {
    const y = Float64Array.from({length: 100_000}, (_, at) => Math.sin(at) * at);
    expect(decimate(ramp(100_000), y, 800, 0, 99_999).length).to.be.at.most(801 * 4);
  });

  it('keeps a gap that is wider than a column', () => {
    const y = Float64Array.from({length: 1000}, (_, at) => (at > 300 && at < 600 ? NaN : 1));
    const places = decimate(ramp(1000), y, 10, 0, 999);
    expect([...places].some((at) => at > 300 && at < 600)).to.equal(true);
    expect([places.includes(300), places.includes(600)]).to.deep.equal([true, true]);
  });

  it('keeps the nearest points outside of the range', () => {
    const places = decimate(ramp(1000), ramp(1000), 10, 400, 500);
    expect([places[0], places.at(-1)]).to.deep.equal([399, 510]);
  });

  it('draws the same extremes as all points do, in rising order', () => {
    const amount = fc.oneof({weight: 9, arbitrary: fc.integer()}, fc.constant(NaN));
    fc.assert(
      fc.property(fc.array(amount, {minLength: 60, maxLength: 400}), (list) => {
        const y = Float64Array.from(list);
        const kept = decimate(ramp(y.length), y, 7, 0, y.length - 1);
        const present = list.filter((value) => !Number.isNaN(value));
        const shown = [...kept].map((at) => y[at] ?? NaN).filter((value) => !Number.isNaN(value));
        expect(Math.min(...shown)).to.equal(Math.min(...present));
        expect(Math.max(...shown)).to.equal(Math.max(...present));
        expect([...kept]).to.deep.equal([...new Set(kept)].sort((left, right) => left - right));
      }),
      {seed: 7, numRuns: 200},
    );
  });
});
