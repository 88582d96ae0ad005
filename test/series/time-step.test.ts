import {expect} from '@open-wc/testing';
import {fillGaps} from '../../src/series/fill-gaps.js';
import {addTimeStep, inferTimeStep} from '../../src/series/time-step.js';

const instants = (...texts: string[]) =>
  Float64Array.from(texts, (text) => Date.parse(text.length === 10 ? text : `${text}Z`));

describe('inferTimeStep', () => {
  for (const [name, zone, values, step] of [
    [
      'seconds',
      'UTC',
      ['2025-01-01T00:00:00', '2025-01-01T00:00:05', '2025-01-01T00:00:10'],
      '5 second',
    ],
    [
      'quarters of an hour with a hole',
      'UTC',
      ['2025-01-01T00:00', '2025-01-01T00:15', '2025-01-01T01:00'],
      '15 minute',
    ],
    ['hours', 'UTC', ['2025-01-01T22:00', '2025-01-01T23:00', '2025-01-02T00:00'], '1 hour'],
    [
      'six hours across a clock change',
      'Europe/Berlin',
      ['2024-10-26T16:00', '2024-10-26T22:00', '2024-10-27T05:00', '2024-10-27T11:00'],
      '6 hour',
    ],
    ['days', 'UTC', ['2025-01-01', '2025-01-02', '2025-01-05'], '1 day'],
    [
      'days across a clock change',
      'America/New_York',
      ['2024-03-09T05:00', '2024-03-10T05:00', '2024-03-11T04:00'],
      '1 day',
    ],
    [
      'days of which every second is met by chance',
      'UTC',
      ['2025-01-02', '2025-01-06', '2025-01-12'],
      '1 day',
    ],
    ['weeks', 'UTC', ['2025-01-06', '2025-01-13', '2025-01-27'], '1 week'],
    ['months', 'UTC', ['2025-01-01', '2025-02-01', '2025-05-01'], '1 month'],
    ['quarters', 'UTC', ['2025-01-01', '2025-04-01', '2025-10-01'], '3 month'],
    ['years', 'UTC', ['2023-01-01', '2024-01-01', '2025-01-01'], '1 year'],
    [
      'single events',
      'UTC',
      ['2025-01-01T00:00:03', '2025-01-01T07:13:44', '2025-01-01T19:00:01'],
      null,
    ],
    ['one value', 'UTC', ['2025-01-01'], null],
  ] as const) {
    it(`reads ${name} as ${step}`, () => {
      const found = inferTimeStep(instants(...values), zone);
      expect(found && `${found.count} ${found.unit}`).to.equal(step);
    });
  }
});

describe('addTimeStep', () => {
  for (const [from, unit, zone, to] of [
    ['2024-10-26T22:00', 'day', 'Europe/Berlin', '2024-10-27T23:00'],
    ['2024-03-30T23:00', 'week', 'Europe/Berlin', '2024-04-06T22:00'],
    ['2024-02-29T18:30', 'month', 'Asia/Kolkata', '2024-03-31T18:30'],
    ['2011-12-29T10:00', 'day', 'Pacific/Apia', '2011-12-30T10:00'],
    ['2024-11-03T05:00', 'hour', 'America/New_York', '2024-11-03T06:00'],
  ] as const) {
    it(`goes one ${unit} from ${from} in ${zone}`, () => {
      const next = addTimeStep(Date.parse(`${from}Z`), {unit, count: 1}, zone);
      expect(new Date(next).toISOString()).to.equal(`${to}:00.000Z`);
    });
  }
});

describe('fillGaps', () => {
  it('adds the missing buckets between first and last', () => {
    const filled = fillGaps(instants('2025-01-01', '2025-01-04'), {unit: 'day', count: 1}, 'UTC');
    expect([...filled]).to.deep.equal([
      ...instants('2025-01-01', '2025-01-02', '2025-01-03', '2025-01-04'),
    ]);
  });

  it('has 25 hours on the day that clocks go back', () => {
    const ends = instants('2024-10-26T22:00', '2024-10-27T23:00');
    expect(fillGaps(ends, {unit: 'hour', count: 1}, 'Europe/Berlin')).to.have.lengthOf(26);
  });

  it('keeps values that lie off the step', () => {
    const values = instants('2025-01-01T00:00', '2025-01-01T00:40', '2025-01-01T02:00');
    const filled = fillGaps(values, {unit: 'hour', count: 1}, 'UTC');
    expect([...filled].map((value) => new Date(value).toISOString().slice(11, 16))).to.deep.equal([
      '00:00',
      '00:40',
      '01:00',
      '02:00',
    ]);
  });

  it('gives up where there would be more buckets than any screen shows', () => {
    const values = instants('1970-01-01T00:00', '2025-01-01T00:00');
    expect(fillGaps(values, {unit: 'minute', count: 1}, 'UTC')).to.equal(values);
  });
});
