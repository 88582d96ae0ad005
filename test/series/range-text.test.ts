import {expect} from '@open-wc/testing';
import {rangeText} from '../../src/series/range-text.js';
import type {TimeStep} from '../../src/series/series-set.js';

const at = (text: string) => Date.parse(`${text}Z`);

function texts(
  step: TimeStep | null,
  first: string,
  last: string,
  {zone = 'UTC', isCalendar = false} = {},
) {
  const index = {
    kind: 'time',
    column: 'time',
    values: new Float64Array(),
    step,
    isCalendar,
    timeZone: 'UTC',
  } as const;
  const {from, to} = rangeText(index, zone, at(first), at(last));
  return [from, to];
}

const calendar = {isCalendar: true};

describe('rangeText', () => {
  for (const [name, step, last, to] of [
    ['days', {unit: 'day', count: 1}, '2026-01-31', '2026-01-31'],
    ['weeks', {unit: 'week', count: 1}, '2026-01-26', '2026-02-01'],
    ['months', {unit: 'month', count: 1}, '2026-02-01', '2026-02-28'],
    ['quarters', {unit: 'month', count: 3}, '2026-01-01', '2026-03-31'],
    ['years', {unit: 'year', count: 1}, '2026-01-01', '2026-12-31'],
  ] as const) {
    it(`ends with the last day of whole ${name}`, () => {
      const [from, end] = texts(step, '2026-01-05T00:00', `${last}T00:00`, calendar);

      expect([from, end]).to.deep.equal(['2026-01-05', to]);
    });
  }

  it('ends with the last second of a bucket', () => {
    const hour = {unit: 'hour', count: 1} as const;

    expect(texts(hour, '2026-01-05T10:00', '2026-01-05T14:00')).to.deep.equal([
      '2026-01-05 10:00:00',
      '2026-01-05 14:59:59',
    ]);
  });

  it('writes the wall clock of the column', () => {
    const hour = {unit: 'hour', count: 1} as const;
    const zone = 'Europe/Berlin';

    expect(texts(hour, '2026-07-01T10:00', '2026-07-01T10:00', {zone})).to.deep.equal([
      '2026-07-01 12:00:00',
      '2026-07-01 12:59:59',
    ]);
  });

  it('ends with a day of 23 hours where clocks are set forward', () => {
    const day = {unit: 'day', count: 1} as const;
    const zone = 'Europe/Berlin';

    expect(texts(day, '2026-03-28T23:00', '2026-03-28T23:00', {zone})).to.deep.equal([
      '2026-03-29 00:00:00',
      '2026-03-29 23:59:59',
    ]);
  });

  it('ends with the last event where there are no buckets', () => {
    expect(texts(null, '2026-01-05T10:00:01', '2026-01-05T10:00:09')[1]).to.equal(
      '2026-01-05 10:00:09',
    );
  });

  it('leaves numbers as they are', () => {
    const index = {kind: 'number', column: 'x', values: new Float64Array()} as const;

    expect(rangeText(index, 'UTC', 1.5, 9)).to.deep.equal({
      from: 1.5,
      to: 9,
      fromMs: null,
      toMs: null,
    });
  });
});
