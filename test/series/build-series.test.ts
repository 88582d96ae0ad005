import {expect} from '@open-wc/testing';
import {ColumnError} from '../../src/errors/column-error.js';
import {buildSeries} from '../../src/series/build-series.js';
import type {BuildSeriesOptions} from '../../src/series/series-in-steps.js';
import {inferEncoding} from '../../src/series/infer-encoding.js';
import type {PipeResponse} from '../../src/tinybird/pipe-response.js';
import {answer} from './answers.js';

function build(response: PipeResponse, options: Partial<BuildSeriesOptions> = {}) {
  const encoding = inferEncoding(response.meta, response.data);
  return buildSeries(response, encoding, {kind: 'line', ...options});
}

const values = (set: ReturnType<typeof build>) =>
  Object.fromEntries(set.series.map((series) => [series.name, [...series.values]]));

const texts = (set: ReturnType<typeof build>) =>
  set.index.kind === 'category'
    ? set.index.values
    : Array.from(set.index.values, (value) => new Date(value).toISOString().slice(0, 16));

const days = answer({day: 'Date', visits: 'UInt64'}, [
  ['2025-01-03', 3],
  ['2025-01-01', 1],
  ['2025-01-02', null],
  ['2025-01-05', 5],
]);

const countries = answer({day: 'Date', country: 'String', visits: 'UInt64'}, [
  ['2025-01-01', 'IN', 5],
  ['2025-01-01', 'DE', 2],
  ['2025-01-02', 'IN', 6],
  ['2025-01-03', 'FR', 1],
  ['2025-01-03', 'DE', 1],
]);

describe('buildSeries', () => {
  it('sorts by time and points back to the rows', () => {
    const set = build(days);
    expect(texts(set).map((text) => text.slice(8, 10))).to.deep.equal([
      '01',
      '02',
      '03',
      '04',
      '05',
    ]);
    expect([...(set.series[0]?.rows ?? [])]).to.deep.equal([1, 2, 0, -1, 3]);
  });

  it('leaves gaps in a line where buckets or values are missing', () => {
    expect(values(build(days))).to.deep.equal({Visits: [1, NaN, 3, NaN, 5]});
  });

  for (const options of [{kind: 'bar'}, {kind: 'area'}, {kind: 'line', stacked: true}] as const) {
    it(`fills missing buckets with zero, but not null values: ${JSON.stringify(options)}`, () => {
      expect(values(build(days, options))).to.deep.equal({Visits: [1, NaN, 3, 0, 5]});
    });
  }

  it('splits by group, the largest first', () => {
    expect(values(build(countries))).to.deep.equal({
      IN: [5, 6, NaN],
      DE: [2, NaN, 1],
      FR: [NaN, NaN, 1],
    });
  });

  it('sums up all but the top groups', () => {
    expect(values(build(countries, {top: 1, kind: 'bar'}))).to.deep.equal({
      IN: [5, 6, 0],
      Other: [2, 0, 2],
    });
  });

  it('adds up what colours cannot tell apart in a stack', () => {
    const rows = Array.from({length: 9}, (_, at) => ['2025-01-01', `group ${at}`, at]);
    const set = build(answer({day: 'Date', group: 'String', visits: 'UInt8'}, rows), {
      kind: 'bar',
      stacked: true,
    });

    expect(set.series).to.have.length(8);
    expect(set.series.at(-1)?.name).to.equal('Other');
    expect([...(set.series.at(-1)?.values ?? [])]).to.deep.equal([0 + 1]);
  });

  it('says how many groups are left out', () => {
    const rows = Array.from({length: 14}, (_, at) => ['2025-01-01', `group ${at}`, at]);
    const set = build(answer({day: 'Date', group: 'String', visits: 'UInt8'}, rows));
    expect([set.series.length, set.omittedGroups]).to.deep.equal([12, 2]);
  });

  it('names series after group and column when there are several of both', () => {
    const response = answer({d: 'Date', c: 'String', a: 'UInt8', b: 'UInt8'}, [
      ['2025-01-01', 'x', 1, 2],
      ['2025-01-01', 'y', 3, 4],
    ]);
    const encoding = {index: 'd', groupBy: 'c', categories: ['a', 'b']};
    const set = buildSeries(response, encoding, {kind: 'line', columns: {b: {label: 'Bees'}}});
    expect(set.series.map(({name}) => name)).to.deep.equal([
      'y · A',
      'y · Bees',
      'x · A',
      'x · Bees',
    ]);
  });

  it('keeps every row of an index that repeats without a split', () => {
    const set = build(
      answer({page: 'String', visits: 'UInt8'}, [
        ['/', 1],
        ['/a', 2],
        ['/', 3],
      ]),
    );
    expect(texts(set)).to.deep.equal(['/', '/', '/a']);
    expect(values(set)).to.deep.equal({Visits: [1, 3, 2]});
  });

  it('takes quoted integers as numbers', () => {
    const set = build(answer({page: 'String', visits: 'UInt64'}, [['/', '9007199254740993']]));
    expect(values(set)).to.deep.equal({Visits: [2 ** 53]});
  });

  it('leaves out rows without a time', () => {
    const set = build(
      answer({t: 'Nullable(DateTime)', n: 'UInt8'}, [
        [null, 1],
        ['2025-01-01 00:00:01', 2],
      ]),
    );
    expect(values(set)).to.deep.equal({N: [2]});
  });

  it('draws an empty answer as nothing', () => {
    const set = build(answer({day: 'Date', visits: 'UInt64'}, []));
    expect([set.index.values.length, values(set)]).to.deep.equal([0, {Visits: []}]);
  });

  it('refuses a column without numbers', () => {
    const encoding = {index: 'day', categories: ['country'], groupBy: null};
    const table = answer({day: 'Date', country: 'Array(String)'}, []);
    expect(() => buildSeries(table, encoding, {kind: 'line'})).to.throw(ColumnError, '"country"');
  });

  it('refuses an answer without number columns', () => {
    expect(() => build(answer({name: 'String'}, [['a']]))).to.throw(ColumnError, 'columns: name');
  });
});

describe('buildSeries with time zones', () => {
  const at = (type: string, cells: readonly string[], timeZone = 'America/New_York') =>
    build(
      answer(
        {t: type, n: 'UInt8'},
        cells.map((cell, row) => [cell, row]),
      ),
      {timeZone},
    );

  it('does not move calendar dates to the zone of the page', () => {
    const {index} = at("DateTime('Asia/Kolkata')", ['2025-01-01 00:00:00', '2025-01-02 00:00:00']);
    expect(index).to.include({isCalendar: true, timeZone: 'UTC'});
    expect(new Date(Number(index.values[0])).toISOString()).to.equal('2025-01-01T00:00:00.000Z');
  });

  it('writes finer steps in the zone of the page', () => {
    const {index} = at("DateTime('Asia/Kolkata')", ['2025-01-01 00:00:00', '2025-01-01 01:00:00']);
    expect(index).to.include({isCalendar: false, timeZone: 'America/New_York'});
    expect(new Date(Number(index.values[0])).toISOString()).to.equal('2024-12-31T18:30:00.000Z');
  });

  it('reads both hours that clocks show twice', () => {
    const set = at("DateTime('Europe/Berlin')", [
      '2024-10-27 01:00:00',
      '2024-10-27 02:00:00',
      '2024-10-27 02:00:00',
      '2024-10-27 03:00:00',
    ]);
    expect(texts(set).map((text) => text.slice(11))).to.deep.equal([
      '23:00',
      '00:00',
      '01:00',
      '02:00',
    ]);
  });

  it('knows the day that Samoa skipped', () => {
    const set = at("DateTime('Pacific/Apia')", ['2011-12-29 00:00:00', '2011-12-31 00:00:00']);
    expect(set.index).to.include({isCalendar: true});
  });

  it('takes days that begin at one for dates', () => {
    const set = at("DateTime('America/Sao_Paulo')", ['2018-11-03 00:00:00', '2018-11-04 01:00:00']);
    expect(texts(set)).to.deep.equal(['2018-11-03T00:00', '2018-11-04T00:00']);
  });

  it('reads a zone that the browser does not know as UTC', () => {
    const set = at("DateTime('Mars/Olympus')", ['2025-01-01 00:00:01', '2025-01-01 00:00:02']);
    expect(Number(set.index.values[0])).to.equal(Date.UTC(2025, 0, 1, 0, 0, 1));
  });
});
