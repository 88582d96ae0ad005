import {expect} from '@open-wc/testing';
import {joinEarlier, type Periods} from '../../src/series/join-earlier.js';
import {answer} from './answers.js';

const COLUMNS = {day: 'Date', visits: 'UInt64'};
const BY_DAY = {index: 'day', groupBy: null};

function periods(
  [from, to]: readonly [string, string],
  [earlierFrom, earlierTo]: readonly [string, string],
  months = 0,
): Periods {
  return {present: {from, to}, earlier: {from: earlierFrom, to: earlierTo}, months};
}

const WEEK = periods(['2026-01-08', '2026-01-10'], ['2026-01-05', '2026-01-07']);

const cells = (response: ReturnType<typeof joinEarlier>) =>
  response?.data.map((row) => response.meta.map(({name}) => row[name] ?? null)) ?? null;

describe('joinEarlier', () => {
  it('puts numbers and times beside those at the same place of their period', () => {
    const now = answer(COLUMNS, [
      ['2026-01-08', 5],
      ['2026-01-09', 6],
      ['2026-01-10', 7],
    ]);
    const before = answer(COLUMNS, [
      ['2026-01-05', 1],
      ['2026-01-06', 2],
      ['2026-01-07', 3],
    ]);

    const joined = joinEarlier(now, before, BY_DAY, WEEK);

    expect(joined?.meta).to.deep.equal([
      {name: 'day', type: 'Date'},
      {name: 'visits', type: 'UInt64'},
      {name: 'previous_visits', type: 'Nullable(UInt64)'},
      {name: 'previous_day', type: 'Nullable(Date)'},
    ]);
    expect(cells(joined)).to.deep.equal([
      ['2026-01-08', 5, 1, '2026-01-05'],
      ['2026-01-09', 6, 2, '2026-01-06'],
      ['2026-01-10', 7, 3, '2026-01-07'],
    ]);
  });

  it('does not slip where a day is missing on either side', () => {
    const now = answer(COLUMNS, [
      ['2026-01-08', 5],
      ['2026-01-10', 7],
    ]);
    const before = answer(COLUMNS, [
      ['2026-01-06', 2],
      ['2026-01-07', 3],
    ]);

    expect(cells(joinEarlier(now, before, BY_DAY, WEEK))).to.deep.equal([
      ['2026-01-08', 5, null, null],
      ['2026-01-09', null, 2, '2026-01-06'],
      ['2026-01-10', 7, 3, '2026-01-07'],
    ]);
  });

  it('goes on where the present period has not come to its end, and no farther', () => {
    const now = answer(COLUMNS, [
      ['2026-02-01', 5],
      ['2026-02-02', 6],
    ]);
    const before = answer(
      COLUMNS,
      ['2026-01-01', '2026-01-02', '2026-01-28', '2026-01-31'].map((day, at) => [day, at]),
    );
    const months = periods(['2026-02-01', '2026-02-28'], ['2026-01-01', '2026-01-31'], 1);

    expect(cells(joinEarlier(now, before, BY_DAY, months))).to.deep.equal([
      ['2026-02-01', 5, 0, '2026-01-01'],
      ['2026-02-02', 6, 1, '2026-01-02'],
      ['2026-02-28', null, 2, '2026-01-28'],
    ]);
  });

  it('compares weeks that the periods cut as their first, second and so on', () => {
    const columns = {week: 'Date', visits: 'UInt64'};
    const now = answer(columns, [
      ['2026-01-05', 5],
      ['2026-01-12', 6],
    ]);
    const before = answer(columns, [
      ['2025-12-22', 1],
      ['2025-12-29', 2],
    ]);
    const cut = periods(['2026-01-08', '2026-01-14'], ['2025-12-27', '2026-01-02']);

    expect(cells(joinEarlier(now, before, {index: 'week', groupBy: null}, cut))).to.deep.equal([
      ['2026-01-05', 5, 1, '2025-12-22'],
      ['2026-01-12', 6, 2, '2025-12-29'],
    ]);
  });

  it('reads hours on the wall of their zone', () => {
    const columns = {time: "DateTime('Europe/Berlin')", visits: 'UInt64'};
    const hour = (day: string, hours: number) => `${day} 0${hours}:00:00`;
    const rows = (day: string) => [0, 1, 3, 4].map((at) => [hour(day, at), at]);
    const now = answer(columns, rows('2026-03-29'));
    const before = answer(columns, [...rows('2026-03-28'), [hour('2026-03-28', 2), 2]]);
    const days = periods(['2026-03-29', '2026-03-29'], ['2026-03-28', '2026-03-28']);

    const joined = joinEarlier(now, before, {index: 'time', groupBy: null}, days);

    expect(joined?.data.map((row) => row['previous_visits']).slice(0, 2)).to.deep.equal([0, 1]);
    expect(joined?.data.find(({visits}) => visits === 4)?.['previous_visits']).to.equal(4);
  });

  it('keeps groups apart', () => {
    const columns = {day: 'Date', plan: 'String', visits: 'UInt64'};
    const now = answer(columns, [
      ['2026-01-08', 'a', 5],
      ['2026-01-08', 'b', 6],
    ]);
    const before = answer(columns, [
      ['2026-01-05', 'b', 1],
      ['2026-01-05', 'c', 2],
    ]);

    expect(cells(joinEarlier(now, before, {index: 'day', groupBy: 'plan'}, WEEK))).to.deep.equal([
      ['2026-01-08', 'a', 5, null, null],
      ['2026-01-08', 'b', 6, 1, '2026-01-05'],
    ]);
  });

  it('meets names by name, and a single row with a single row', () => {
    const pages = {page: 'String', views: 'UInt64'};
    const listed = joinEarlier(
      answer(pages, [
        ['/a', 5],
        ['/b', 6],
      ]),
      answer(pages, [['/b', 1]]),
      {index: 'page', groupBy: null},
      WEEK,
    );
    expect(cells(listed)).to.deep.equal([
      ['/a', 5, null],
      ['/b', 6, 1],
    ]);

    const total = answer({views: 'UInt64'}, [[5]]);
    const one = joinEarlier(
      total,
      answer({views: 'UInt64'}, [[4]]),
      {index: null, groupBy: null},
      WEEK,
    );
    expect(cells(one)).to.deep.equal([[5, 4]]);
  });

  it('keeps integers beyond 2^53 whole', () => {
    const now = answer({total: 'UInt64'}, [['9007199254740993123']]);
    const before = answer({total: 'UInt64'}, [['9007199254740993001']]);

    const joined = joinEarlier(now, before, {index: null, groupBy: null}, WEEK);

    expect(joined?.data[0]?.['previous_total']).to.equal('9007199254740993001');
  });

  it('gives nothing where rows cannot be told apart, or the pipe has not read the parameters', () => {
    const now = answer(COLUMNS, [
      ['2026-01-08', 5],
      ['2026-01-09', 6],
    ]);
    const numbers = answer({views: 'UInt64'}, [[1], [2]]);

    expect(joinEarlier(now, now, BY_DAY, WEEK)).to.equal(null);
    expect(joinEarlier(numbers, numbers, {index: null, groupBy: null}, WEEK)).to.equal(null);
  });
});
