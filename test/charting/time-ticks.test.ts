import {expect} from '@open-wc/testing';
import {bucketTicks, timeTicks} from '../../src/charting/time-ticks.js';
import {toTickText} from '../../src/series/time-text.js';

function labels(zone: string, from: string, to: string, maxCount: number, weekStart = 1): string {
  const [min, max] = [Date.parse(from), Date.parse(to)];
  const ticks = timeTicks({min, max, maxCount, timeZone: zone, step: null, weekStart});
  return ticks
    .map(({value, unit}) => toTickText(value, unit, zone, 'en-GB').replace(/\u202f/g, ' '))
    .join(' ');
}

describe('timeTicks', () => {
  it('begins weeks on the day that it is told', () => {
    const [from, to] = ['2024-01-04', '2024-02-01'];
    expect(labels('UTC', from, to, 5, 7)).to.equal('7 Jan 14 Jan 21 Jan 28 Jan');
    expect(labels('UTC', from, to, 5, 6)).to.equal('6 Jan 13 Jan 20 Jan 27 Jan');
  });

  for (const [name, zone, from, to, count, expected] of [
    ['years', 'UTC', '1995-06-01', '2024-06-01', 8, '2000 2005 2010 2015 2020'],
    ['months, naming the year', 'UTC', '2024-09-15', '2025-03-20', 8, 'Oct Nov Dec 2025 Feb Mar'],
    [
      'months of a zone behind',
      'America/New_York',
      '2024-09-15',
      '2025-01-10',
      8,
      'Oct Nov Dec 2025',
    ],
    [
      'weeks from Monday',
      'Asia/Kolkata',
      '2024-01-04',
      '2024-02-01',
      5,
      '8 Jan 15 Jan 22 Jan 29 Jan',
    ],
    [
      'hours, naming the day',
      'UTC',
      '2025-03-03T18:00Z',
      '2025-03-04T06:00Z',
      4,
      '18:00 21:00 4 Mar 03:00 06:00',
    ],
    [
      'wall hours where clocks go back',
      'Europe/Berlin',
      '2024-10-26T22:00Z',
      '2024-10-27T11:00Z',
      6,
      '27 Oct 03:00 06:00 09:00 12:00',
    ],
    [
      'wall hours where clocks go forward',
      'America/New_York',
      '2024-03-10T05:00Z',
      '2024-03-10T16:00Z',
      5,
      '10 Mar 03:00 06:00 09:00 12:00',
    ],
    [
      'the hour shown twice',
      'Europe/Berlin',
      '2024-10-27T00:00Z',
      '2024-10-27T02:00Z',
      4,
      '02:00 CEST 02:30 CEST 02:00 CET 02:30 CET 03:00',
    ],
    [
      'no day that was skipped',
      'Pacific/Apia',
      '2011-12-28T10:00Z',
      '2012-01-01T10:00Z',
      9,
      '28 Dec 12:00 29 Dec 12:00 31 Dec 12:00 1 Jan 12:00 2 Jan',
    ],
    [
      'half hours of a zone',
      'Asia/Kolkata',
      '2025-01-01T00:00Z',
      '2025-01-01T03:00Z',
      4,
      '06:00 07:00 08:00',
    ],
    [
      'fractions of a second',
      'UTC',
      '2025-01-01T00:00:00.100Z',
      '2025-01-01T00:00:01.000Z',
      3,
      '00:00.500 00:00:01',
    ],
  ] as const) {
    it(`shows ${name}`, () => {
      expect(labels(zone, from, to, count)).to.equal(expected);
    });
  }

  it('shows two ticks at least where there is room for them', () => {
    expect(labels('UTC', '2025-01-06', '2025-02-04', 2)).to.equal('6 Jan 20 Jan 3 Feb');
  });

  it('shows nothing for no range', () => {
    const options = {min: NaN, max: NaN, maxCount: 5, timeZone: 'UTC', step: null};
    expect(timeTicks(options)).to.deep.equal([]);
  });

  it('is never finer than the buckets', () => {
    const [min, max] = [Date.UTC(2025, 0, 1), Date.UTC(2025, 0, 3)];
    const step = {unit: 'day', count: 1} as const;
    expect(timeTicks({min, max, maxCount: 20, timeZone: 'UTC', step})).to.have.lengthOf(3);
  });
});

describe('bucketTicks', () => {
  const weeks = Float64Array.from({length: 20}, (_, at) => Date.UTC(2025, 0, 5 + at * 7));
  const options = {min: weeks[0] ?? 0, max: weeks[19] ?? 0, timeZone: 'UTC'};

  it('names all buckets when there is room', () => {
    const step = {unit: 'week', count: 1} as const;
    const ticks = bucketTicks(weeks, {...options, maxCount: 20, step});
    expect(ticks.map(({value}) => value)).to.deep.equal([...weeks]);
  });

  it('stands on buckets when weeks begin on Sundays', () => {
    const step = {unit: 'week', count: 1} as const;
    const ticks = bucketTicks(weeks, {...options, maxCount: 6, step});
    expect(ticks.map(({value}) => [...weeks].indexOf(value))).to.deep.equal([0, 4, 8, 12, 16]);
  });

  it('stands on buckets when a round time has none', () => {
    const values = Float64Array.from({length: 48}, (_, at) => Date.UTC(2025, 0, 1, at, 30));
    const range = {min: values[0] ?? 0, max: values[47] ?? 0, maxCount: 5, timeZone: 'UTC'};
    const ticks = bucketTicks(values, {...range, step: {unit: 'hour', count: 1}});
    expect(ticks.map(({value}) => [...values].indexOf(value))).to.deep.equal([12, 24, 36]);
  });
});
