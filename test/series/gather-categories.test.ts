import {expect} from '@open-wc/testing';
import {buildSeries} from '../../src/series/build-series.js';
import {answer} from './answers.js';

const pages = (rows: readonly (readonly unknown[])[]) =>
  answer({page: 'String', views: 'Int64'}, rows);
const encoding = {index: 'page', categories: ['views'], groupBy: null};

function list(rows: readonly (readonly unknown[])[], top: number) {
  const {index, series} = buildSeries(pages(rows), encoding, {kind: 'bar', top});
  const [{values, rows: sources}] = series as [(typeof series)[0]];
  return {labels: [...index.values], values: [...values], sources: [...sources]};
}

describe('top without groups', () => {
  it('adds up all but the largest categories, in the order of the answer', () => {
    const all = [
      ['a', 5],
      ['b', 50],
      ['c', 20],
      ['d', 3],
    ];

    expect(list(all, 2)).to.deep.equal({
      labels: ['b', 'c', 'Other'],
      values: [50, 20, 8],
      sources: [1, 2, -1],
    });
  });

  it('adds a category that is called so already to the rest', () => {
    const all = [
      ['Other', 90],
      ['a', 5],
      ['b', 4],
      ['c', 3],
    ];

    expect(list(all, 2)).to.deep.include({labels: ['a', 'b', 'Other'], values: [5, 4, 93]});
  });

  it('ranks losses by their size', () => {
    const all = [
      ['a', 1],
      ['b', -90],
      ['c', 2],
    ];

    expect(list(all, 1)).to.deep.include({labels: ['b', 'Other'], values: [-90, 3]});
  });

  it('leaves empty cells out of the sum', () => {
    const all = [
      ['a', 9],
      ['b', null],
      ['c', 2],
      ['d', null],
    ];

    expect(list(all, 1).values).to.deep.equal([9, 2]);
    expect(list([['a', 9], ...all.slice(1, 2), ...all.slice(3)], 1).values).to.deep.equal([9, NaN]);
  });

  it('keeps a list that is short enough', () => {
    const all = [
      ['a', 1],
      ['b', 2],
    ];

    expect(list(all, 2).labels).to.deep.equal(['a', 'b']);
  });

  it('leaves times alone', () => {
    const days = answer({day: 'Date', n: 'UInt8'}, [
      ['2026-01-01', 1],
      ['2026-01-02', 2],
    ]);
    const byDay = {index: 'day', categories: ['n'], groupBy: null};

    expect(buildSeries(days, byDay, {kind: 'bar', top: 1}).index.values.length).to.equal(2);
  });
});

describe('top with groups', () => {
  it('adds a group that is called so already to the rest', () => {
    const days = answer({day: 'Date', country: 'String', n: 'UInt8'}, [
      ['2026-01-01', 'Other', 90],
      ['2026-01-01', 'DE', 5],
      ['2026-01-01', 'ES', 4],
      ['2026-01-01', 'FR', 3],
    ]);
    const byCountry = {index: 'day', categories: ['n'], groupBy: 'country'};

    const {series} = buildSeries(days, byCountry, {kind: 'bar', top: 2});

    expect(series.map(({name, values}) => [name, values[0]])).to.deep.equal([
      ['DE', 5],
      ['ES', 4],
      ['Other', 93],
    ]);
  });
});
