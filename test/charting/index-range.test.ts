import {expect} from '@open-wc/testing';
import {buildDatasets} from '../../src/charting/datasets.js';
import {placesIn} from '../../src/charting/index-range.js';
import {planLayout} from '../../src/charting/layout.js';
import {assignLooks} from '../../src/charting/series-look.js';
import {chartInput} from './chart-inputs.js';

const index = {kind: 'number', column: 'x', values: Float64Array.of(1, 2, 3, 5, 8)} as const;

describe('placesIn', () => {
  it('includes both ends', () => {
    expect(placesIn(index, {from: 2, to: 5})).to.deep.equal([1, 3]);
    expect(placesIn(index, {from: 2.5, to: 7})).to.deep.equal([2, 3]);
  });

  it('is all without a range, and of names', () => {
    expect(placesIn(index, null)).to.deep.equal([0, 4]);
    const names = {kind: 'category', column: 'x', values: ['a', 'b']} as const;
    expect(placesIn(names, {from: 0, to: 0})).to.deep.equal([0, 1]);
  });

  it('ends before it begins where there is nothing', () => {
    expect(placesIn(index, {from: 6, to: 7})).to.deep.equal([4, 3]);
  });
});

describe('a range of a drawing', () => {
  const size = {width: 100, height: 100};
  const values = Array.from({length: 10_000}, (_, at) => at % 7);
  const input = chartInput({kind: 'line', values, stepMs: 60_000});
  const start = Number(input.set.index.values[0]);
  const looks = assignLooks(input.set.series, input.theme, null, new Map());
  const pointsIn = (range: {from: number; to: number} | null) => {
    const zoomed = {...input, range};
    const [dataset] = buildDatasets(zoomed, planLayout(zoomed, size), looks, size);
    return dataset?.data.filter(({x}) => !range || (x >= range.from && x <= range.to)) ?? [];
  };

  it('shows every point where there is room for it', () => {
    const range = {from: start, to: start + 99 * 60_000};

    expect(pointsIn(range).length).to.equal(100);
    expect(pointsIn(null).length).to.be.below(500);
  });

  it('draws bars again that are too close together without it', () => {
    const bars = {...input, kind: 'bar'} as const;

    expect(planLayout(bars, size).kind).to.equal('area');
    const range = {from: start, to: start + 10 * 60_000};
    expect(planLayout({...bars, range}, size).kind).to.equal('bar');
  });
});
