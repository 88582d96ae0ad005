import {expect} from '@open-wc/testing';
import {createValueFormat} from '../../src/series/format-value.js';
import {placeReferences} from '../../src/series/place-references.js';
import type {Reference} from '../../src/series/reference.js';
import type {SeriesIndex} from '../../src/series/series-set.js';

const DAY_MS = 86_400_000;
const days: SeriesIndex = {
  kind: 'time',
  column: 'day',
  values: Float64Array.from({length: 5}, (_, at) => Date.UTC(2026, 2, 1) + at * DAY_MS),
  step: {unit: 'day', count: 1},
  isCalendar: true,
  timeZone: 'UTC',
};
const hours: SeriesIndex = {...days, isCalendar: false, step: null};
const pages: SeriesIndex = {kind: 'category', column: 'page', values: ['a', 'b', 'c']};

function place(reference: Reference, index: SeriesIndex = days, isStepped = false) {
  const format = createValueFormat({locale: 'en', timeZone: 'UTC'});
  const axes = {index, column: 'n', timeZone: null, isStepped, format};
  return placeReferences([reference], axes)[0];
}

describe('placeReferences', () => {
  for (const [name, reference, places, values] of [
    ['a level', {y: 100}, null, [100, 100]],
    ['a band of levels', {from: 120, to: 80}, null, [80, 120]],
    ['a pair of levels', {y: [1, 2]}, null, [1, 2]],
    ['a day', {x: '2026-03-03'}, [2, 2], null],
    ['a span of days', {x: ['2026-03-02', '2026-03-04']}, [1, 3], null],
    ['a point', {x: '2026-03-02', y: 7}, [1, 1], [7, 7]],
  ] as [string, Reference, unknown, unknown][]) {
    it(`places ${name}`, () => {
      const placed = place(reference);
      expect([placed?.places, placed?.values]).to.deep.equal([places, values]);
    });
  }

  it('places a time between two others as a fraction, and in the bucket of bars', () => {
    expect(place({x: '2026-03-01 12:00:00'}, hours)?.places).to.deep.equal([0.5, 0.5]);
    expect(place({x: '2026-03-01 12:00:00'}, hours, true)?.places).to.deep.equal([0, 0]);
  });

  it('gives a band the whole width of names and bars', () => {
    expect(place({x: ['a', 'b']}, pages)?.places).to.deep.equal([-0.5, 1.5]);
    expect(place({x: ['2026-03-02', '2026-03-03']}, days, true)?.places).to.deep.equal([0.5, 2.5]);
  });

  it('cuts a span at the ends of the axis', () => {
    expect(place({x: ['2026-02-01', '2026-03-02']})?.places).to.deep.equal([0, 1]);
    expect(place({x: ['2026-03-04', '2027-01-01']})?.places).to.deep.equal([3, 4]);
  });

  it('leaves out what is not on the axis', () => {
    expect(place({x: '2025-01-01'})).to.equal(undefined);
    expect(place({x: '2027-01-01'})).to.equal(undefined);
    expect(place({x: 'soon'})).to.equal(undefined);
    expect(place({x: 'd'}, pages)).to.equal(undefined);
    expect(place({x: ['2027-01-01', '2027-02-01']})).to.equal(undefined);
  });

  it('says label and place, and is labelled by its place without one', () => {
    expect(place({y: 1200, label: 'Target'})?.text).to.equal('Target: 1.2K');
    expect(place({from: 1, to: 2})?.label).to.equal('1 – 2');
    expect(place({x: 'b', label: 'New'}, pages)?.text).to.equal('New: b');
  });
});
