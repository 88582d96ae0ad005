import {expect} from '@open-wc/testing';
import {buildSeries} from '../../src/series/build-series.js';
import {comparisonFinder, withoutComparisons} from '../../src/series/comparison.js';
import {pairEarlier} from '../../src/series/pair-earlier.js';
import {answer} from './answers.js';

const byDay = answer({day: 'Date', visits: 'UInt64', previous_visits: 'UInt64'}, [
  ['2025-01-01', 5, 4],
  ['2025-01-02', 7, 9],
]);
const byCountry = answer(
  {day: 'Date', country: 'String', visits: 'UInt64', previous_visits: 'UInt64'},
  [
    ['2025-01-01', 'DE', 5, 4],
    ['2025-01-01', 'ES', 3, 2],
  ],
);

function pair(isDrawn: boolean, response = byDay, groupBy: string | null = null) {
  const encoding = {index: 'day', groupBy, categories: ['visits', 'previous_visits']};
  const set = buildSeries(response, encoding, {kind: 'line'});
  return pairEarlier(set, ['visits'], ['previous_visits'], isDrawn);
}

describe('pairEarlier', () => {
  it('puts earlier values behind the present ones', () => {
    const {set, baseOf, earlier} = pair(true);
    expect(set.series.map(({name}) => name)).to.deep.equal(['Visits', 'Previous visits']);
    expect(baseOf).to.deep.equal([-1, 0]);
    expect([...(earlier[0]?.values ?? [])]).to.deep.equal([4, 9]);
  });

  it('keeps them out of the set where they are only told', () => {
    const {set, earlier} = pair(false);
    expect(set.series.map(({name}) => name)).to.deep.equal(['Visits']);
    expect([...(earlier[0]?.values ?? [])]).to.deep.equal([4, 9]);
  });

  it('pairs group by group, under the names of the groups', () => {
    const {set, baseOf} = pair(true, byCountry, 'country');
    expect(set.series.map(({name}) => name)).to.deep.equal([
      'DE',
      'ES',
      'DE · Previous visits',
      'ES · Previous visits',
    ]);
    expect(baseOf).to.deep.equal([-1, -1, 0, 1]);
  });
});

describe('comparisonFinder', () => {
  for (const name of ['previous_visits', 'visits_prev', 'prior_visits', 'visits_last_period']) {
    it(`finds ${name}`, () => {
      expect(comparisonFinder([{name: 'visits'}, {name}])('visits', false)).to.equal(name);
    });
  }

  it('takes the first of several', () => {
    const find = comparisonFinder([{name: 'visits_prev'}, {name: 'previous_visits'}]);
    expect(find('visits', false)).to.equal('visits_prev');
  });

  it('takes a bare previous for the only number', () => {
    const find = comparisonFinder([{name: 'visits'}, {name: 'previous'}]);
    expect(find('visits', true)).to.equal('previous');
    expect(find('visits', false)).to.equal(null);
  });

  it('leaves a column whose present one is missing where it is', () => {
    expect(withoutComparisons(['previous_visits', 'orders'])).to.deep.equal([
      'previous_visits',
      'orders',
    ]);
  });
});
