import {expect} from '@open-wc/testing';
import {
  fitTime,
  rangeParams,
  readFilterNames,
  selectionParams,
} from '../../src/elements/filter-values.js';
import type {SeriesIndex} from '../../src/series/series-set.js';

const DAYS: SeriesIndex = {
  kind: 'time',
  column: 'day',
  values: Float64Array.of(Date.UTC(2026, 0, 5)),
  step: {unit: 'week', count: 1},
  isCalendar: true,
  timeZone: 'UTC',
};
const HOURS: SeriesIndex = {
  ...DAYS,
  column: 'hour',
  step: {unit: 'hour', count: 1},
  isCalendar: false,
};
const NUMBERS: SeriesIndex = {kind: 'number', column: 'price', values: Float64Array.of(1, 2)};
const response = {
  meta: [
    {name: 'hour', type: "DateTime('Europe/Berlin')"},
    {name: 'plan', type: 'String'},
  ],
  data: [
    {plan: 'team', id: '18446744073709551615'},
    {plan: null, id: '2'},
  ],
};
const chosen = (index: string | number | null, row: Record<string, unknown> | null = null) => ({
  index,
  row,
});

describe('parameters of a selection', () => {
  it('are the cell as it came, under the name of its column', () => {
    const place = {column: 'id', index: null, response};

    expect(
      selectionParams(chosen('18446744073709551615', response.data[0]), place, []),
    ).to.deep.equal({id: '18446744073709551615'});
  });

  it('are found by their label where several rows stand behind a point', () => {
    const place = {column: 'plan', index: null, response};

    expect(selectionParams(chosen('team'), place, ['tier'])).to.deep.equal({tier: 'team'});
  });

  it('are none of what is gathered, absent or given up', () => {
    const place = {column: 'plan', index: null, response};

    expect(selectionParams(chosen('Other'), place, [])).to.deep.equal({});
    expect(selectionParams(chosen('–', response.data[1]), place, [])).to.deep.equal({});
    expect(selectionParams(chosen(null), place, [])).to.deep.equal({});
    expect(selectionParams(chosen('x'), {...place, column: null}, [])).to.deep.equal({});
  });

  it('are the first day of a bucket, or its first and last', () => {
    const place = {column: 'day', index: DAYS, response};
    const week = chosen('2026-01-05T00:00:00.000Z');

    expect(selectionParams(week, place, [])).to.deep.equal({day: '2026-01-05'});
    expect(selectionParams(week, place, ['since', 'until'])).to.deep.equal({
      since: '2026-01-05',
      until: '2026-01-11',
    });
  });

  it('are seconds in the zone of the column', () => {
    const place = {column: 'hour', index: HOURS, response};

    expect(selectionParams(chosen('2026-01-05T10:00:00.000Z'), place, [])).to.deep.equal({
      hour: '2026-01-05 11:00:00',
    });
  });
});

describe('parameters of a range', () => {
  const range = {from: '2026-01-05', to: '2026-01-11'};

  it('have the names that most pipes have, or those given', () => {
    expect(rangeParams(range, {index: DAYS}, [])).to.deep.equal({
      date_from: '2026-01-05',
      date_to: '2026-01-11',
    });
    expect(rangeParams(range, {index: DAYS}, ['a', 'b'])).to.deep.equal({
      a: '2026-01-05',
      b: '2026-01-11',
    });
  });

  it('have those of the column where it is numbers', () => {
    expect(rangeParams({from: 1, to: 2}, {index: NUMBERS}, [])).to.deep.equal({
      price_from: 1,
      price_to: 2,
    });
  });

  it('are none of all', () => {
    expect(rangeParams({from: null, to: null}, {index: DAYS}, [])).to.deep.equal({});
  });
});

it('reads one name, two, or none', () => {
  expect(readFilterNames(' from , to ')).to.deep.equal(['from', 'to']);
  expect(readFilterNames('page')).to.deep.equal(['page']);
  expect(readFilterNames(undefined)).to.deep.equal([]);
});

describe('a time as a parameter takes it', () => {
  const TIME = '2026-01-05 11:59:59';

  it('is a day where the parameter is one already', () => {
    expect(fitTime('since', TIME, '2026-01-01')).to.equal('2026-01-05');
    expect(fitTime('start_time', TIME, '2026-01-01')).to.equal('2026-01-05');
  });

  it('is whole where the parameter is one already', () => {
    expect(fitTime('date_from', TIME, '2026-01-01 00:00:00')).to.equal(TIME);
    expect(fitTime('date_from', TIME, '2026-01-01T00:00')).to.equal(TIME);
  });

  it('is what the name says where nothing is known', () => {
    expect(fitTime('date_from', TIME, undefined)).to.equal('2026-01-05');
    expect(fitTime('endDay', TIME, '')).to.equal('2026-01-05');
    expect(fitTime('date_time_from', TIME, undefined)).to.equal(TIME);
    expect(fitTime('since', TIME, undefined)).to.equal(TIME);
  });

  it('stays a number', () => {
    expect(fitTime('day', 5, undefined)).to.equal(5);
  });
});
