import {expect} from '@open-wc/testing';
import {ColumnError} from '../../src/errors/column-error.js';
import {buildGrid} from '../../src/series/grid.js';
import {inferEncoding} from '../../src/series/infer-encoding.js';
import {inferGrid} from '../../src/series/infer-grid.js';
import type {PipeResponse} from '../../src/tinybird/pipe-response.js';
import {answer} from './answers.js';

const place = {locale: 'en', timeZone: 'UTC'};

function gridOf(response: PipeResponse, request: Parameters<typeof inferGrid>[2] = {}) {
  const encoding = inferEncoding(response.meta, response.data, request);
  return inferGrid(response, encoding, request);
}

const busyHours = answer({weekday: 'String', hour: 'UInt8', events: 'UInt64'}, [
  ['Mon', 8, 5],
  ['Mon', 9, 7],
  ['Tue', 11, 2],
]);
const retention = answer(
  {cohort: 'Date', week_no: 'UInt16', people: 'UInt64', percent_active: 'Float64'},
  [
    ['2026-01-05', 0, 10, 100],
    ['2026-01-05', 1, 6, 60],
    ['2026-01-12', 0, 8, 100],
  ],
);
const hourly = answer({time: "DateTime('UTC')", visits: 'UInt64', users: 'UInt64'}, [
  ['2026-01-05 08:00:00', 5, 1],
  ['2026-01-06 08:00:00', 3, 1],
  ['2026-01-12 08:00:00', 4, 1],
]);
const byTwo = answer({browser: 'String', country: 'String', visits: 'UInt64'}, [
  ['Chrome', 'DE', 1],
  ['Chrome', 'ES', 2],
]);

describe('inferGrid', () => {
  for (const [name, response, request, grid] of [
    [
      'hours across and weekdays down',
      busyHours,
      {},
      {columns: 'hour', rows: 'weekday', measure: 'events'},
    ],
    [
      'the columns that the author names',
      busyHours,
      {index: 'weekday', groupBy: 'hour', categories: ['events']},
      {columns: 'weekday', rows: 'hour', measure: 'events'},
    ],
    [
      'the cell that the author names',
      retention,
      {categories: ['percent_active'], index: 'week_no', groupBy: 'cohort'},
      {columns: 'week_no', rows: 'cohort', measure: 'percent_active'},
    ],
    [
      'a number beside a time that repeats',
      retention,
      {},
      {columns: 'week_no', rows: 'cohort', measure: 'people'},
    ],
    ['a time alone', hourly, {}, {columns: 'time', rows: null, measure: 'visits'}],
    ['two categories', byTwo, {}, {columns: 'browser', rows: 'country', measure: 'visits'}],
  ] as const) {
    it(`reads ${name}`, () => {
      expect(gridOf(response, request)).to.deep.equal(grid);
    });
  }

  it('asks for a second column to cross', () => {
    const list = answer({page: 'String', views: 'UInt64'}, [['a', 1]]);

    expect(() => gridOf(list)).to.throw(ColumnError, 'two columns to cross');
  });
});

describe('buildGrid', () => {
  it('fills whole numbers that are missing and leaves their cells empty', () => {
    const grid = buildGrid(busyHours, gridOf(busyHours), place);

    expect([...grid.columns.values]).to.deep.equal([8, 9, 10, 11]);
    expect([...grid.rows.values]).to.deep.equal(['Mon', 'Tue']);
    expect([...grid.values]).to.deep.equal([5, 7, NaN, NaN, NaN, NaN, NaN, 2]);
    expect([...grid.sources]).to.deep.equal([0, 1, -1, -1, -1, -1, -1, 2]);
  });

  it('adds up the rows of one cell', () => {
    const twice = answer({a: 'String', b: 'String', n: 'UInt8'}, [
      ['x', 'y', 1],
      ['x', 'y', 2],
    ]);

    const grid = buildGrid(twice, {columns: 'a', rows: 'b', measure: 'n'}, place);

    expect([grid.values[0], grid.sources[0]]).to.deep.equal([3, -1]);
  });

  for (const [timeZone, day, hour] of [
    ['UTC', 0, 8],
    ['America/Los_Angeles', 0, 0],
    ['Pacific/Honolulu', 6, 22],
  ] as const) {
    it(`adds up weekdays and hours in ${timeZone}`, () => {
      const grid = buildGrid(hourly, gridOf(hourly), {locale: 'en-GB', timeZone});

      expect([grid.columns.values.length, grid.rows.values[0]]).to.deep.equal([24, 'Mon']);
      expect(grid.values[day * 24 + hour]).to.equal(9);
      expect([...grid.values].filter((value) => !Number.isNaN(value))).to.have.members([9, 3]);
    });
  }

  it('begins weeks with the day that the locale has first', () => {
    const grid = buildGrid(hourly, gridOf(hourly), {locale: 'en-US', timeZone: 'UTC'});

    expect(grid.rows.values[0]).to.equal('Sun');
    expect(grid.values[1 * 24 + 8]).to.equal(9);
  });

  it('refuses more cells than a screen can show', () => {
    const rows = Array.from({length: 80}, (_, at) => [`a${at}`, `b${at}`, 1]);
    const large = answer({a: 'String', b: 'String', n: 'UInt8'}, rows);

    expect(() => buildGrid(large, {columns: 'a', rows: 'b', measure: 'n'}, place)).to.throw(
      ColumnError,
      '80 × 80 cells is too large',
    );
  });
});
