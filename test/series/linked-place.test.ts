import {expect} from '@open-wc/testing';
import {placeOfLinked, toLinkedPlace} from '../../src/series/linked-place.js';
import type {SeriesIndex, TimeStep} from '../../src/series/series-set.js';

function times(texts: string[], unit: TimeStep['unit'] | null, timeZone = 'UTC'): SeriesIndex {
  const isCalendar = unit === 'day' || unit === 'week';
  const step = unit && {unit, count: 1};
  const values = Float64Array.from(texts, (text) => Date.parse(text));
  return {kind: 'time', column: 'time', values, step, isCalendar, timeZone};
}

const at = (from: SeriesIndex, place: number, to: SeriesIndex) => {
  const linked = toLinkedPlace(from, place);
  return linked && placeOfLinked(to, linked);
};

const WEEKS = times(['2026-01-05', '2026-01-12'], 'week');
const DAYS = times(['2026-01-05', '2026-01-18', '2026-01-19'], 'day');
const HOURS = times(['2026-01-05T23:00Z', '2026-01-06T00:00Z'], 'hour');

describe('a linked place', () => {
  it('is the bucket that covers the instant', () => {
    expect([at(DAYS, 0, WEEKS), at(DAYS, 1, WEEKS), at(DAYS, 2, WEEKS)]).to.deep.equal([0, 1, -1]);
    expect([at(WEEKS, 0, DAYS), at(WEEKS, 1, DAYS)]).to.deep.equal([0, -1]);
  });

  it('meets dates in the zone in which instants are written', () => {
    const berlin = times(['2026-01-05T23:00Z', '2026-01-06T00:00Z'], 'hour', 'Europe/Berlin');
    const days = times(['2026-01-05', '2026-01-06'], 'day');

    expect(at(HOURS, 0, days)).to.equal(0);
    expect(at(berlin, 0, days)).to.equal(1);
    expect(at(days, 1, berlin)).to.equal(0);
  });

  it('is the nearest of times without buckets, and none beyond them', () => {
    const events = times(['2026-01-05T22:50Z', '2026-01-06T00:40Z'], null);

    expect([at(HOURS, 0, events), at(HOURS, 1, events)]).to.deep.equal([0, 1]);
    expect(at(DAYS, 0, events)).to.equal(-1);
    expect(at(DAYS, 2, events)).to.equal(-1);
  });

  it('is the same label or number, and never one for the other', () => {
    const names: SeriesIndex = {kind: 'category', column: 'page', values: ['/a', '7']};
    const numbers: SeriesIndex = {kind: 'number', column: 'n', values: Float64Array.of(7, 8)};

    expect(at(names, 0, {...names, values: ['/b', '/a']})).to.equal(1);
    expect(at(numbers, 1, numbers)).to.equal(1);
    expect([at(names, 1, numbers), at(numbers, 0, names)]).to.deep.equal([-1, -1]);
    expect(at(numbers, 2, numbers)).to.equal(null);
  });
});
