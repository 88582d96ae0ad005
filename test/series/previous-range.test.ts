import {expect} from '@open-wc/testing';
import {addMonths, previousRange, type PeriodShift} from '../../src/series/previous-range.js';

function before(from: string, to: string, shift: PeriodShift = 'previous-period') {
  const range = previousRange({from, to}, shift);
  return range && [range.from, range.to];
}

describe('previousRange', () => {
  it('gives as many days as there are, up to the day before the first', () => {
    expect(before('2026-01-08', '2026-01-14')).to.deep.equal(['2026-01-01', '2026-01-07']);
    expect(before('2026-03-01', '2026-03-01')).to.deep.equal(['2026-02-28', '2026-02-28']);
  });

  it('gives whole months for whole months, however long', () => {
    expect(before('2026-03-01', '2026-03-31')).to.deep.equal(['2026-02-01', '2026-02-28']);
    expect(before('2026-01-01', '2026-03-31')).to.deep.equal(['2025-10-01', '2025-12-31']);
    expect(before('2026-01-01', '2026-12-31')).to.deep.equal(['2025-01-01', '2025-12-31']);
  });

  it('begins on the same weekday where weeks are compared', () => {
    const range = before('2026-01-01', '2026-01-30', 'previous-weeks');
    expect(range).to.deep.equal(['2025-11-27', '2025-12-26']);
    expect(before('2026-01-05', '2026-01-11', 'previous-weeks')).to.deep.equal([
      '2025-12-29',
      '2026-01-04',
    ]);
  });

  it('gives the same days of the year before, and the last of February for one it lacks', () => {
    expect(before('2026-05-10', '2026-05-20', 'previous-year')).to.deep.equal([
      '2025-05-10',
      '2025-05-20',
    ]);
    expect(before('2024-02-29', '2024-03-10', 'previous-year')?.[0]).to.equal('2023-02-28');
  });

  it('writes times as they were written, last seconds and minutes included', () => {
    expect(before('2026-01-02 00:00:00', '2026-01-02 11:59:59')).to.deep.equal([
      '2026-01-01 12:00:00',
      '2026-01-01 23:59:59',
    ]);
    expect(before('2026-01-02T00:00', '2026-01-02T23:59')).to.deep.equal([
      '2026-01-01T00:00',
      '2026-01-01T23:59',
    ]);
    expect(before('2026-01-02T00:00:00Z', '2026-01-03T00:00:00Z')).to.deep.equal([
      '2026-01-01T00:00:00Z',
      '2026-01-02T00:00:00Z',
    ]);
  });

  it('gives nothing for what is no period', () => {
    for (const [from, to] of [
      ['', '2026-01-01'],
      ['2026-02-30', '2026-03-01'],
      ['yesterday', 'today'],
      ['2026-01-02', '2026-01-01'],
    ] as const)
      expect(before(from, to)).to.equal(null);
  });
});

describe('addMonths', () => {
  it('ends with the month', () => {
    expect(addMonths(Date.UTC(2026, 0, 31), 1)).to.equal(Date.UTC(2026, 1, 28));
    expect(addMonths(Date.UTC(2024, 1, 29), -12)).to.equal(Date.UTC(2023, 1, 28));
  });
});
