import {expect} from '@open-wc/testing';
import type {NumberFormatName} from '../../src/series/column-options.js';
import {createValueFormat, isBeyondNumber} from '../../src/series/format-value.js';
import type {SeriesIndex, TimeStep} from '../../src/series/series-set.js';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const make = (numberFormat?: NumberFormatName, locale = 'en') =>
  createValueFormat({locale, timeZone: 'Europe/Berlin', ...(numberFormat && {numberFormat})});

describe('createValueFormat', () => {
  for (const [format, value, short, full] of [
    ['compact', 1234567, '1.23M', '1,234,567'],
    ['compact', 0.000123456789, '0.000123', '0.000123457'],
    ['compact', -0, '0', '0'],
    ['compact', 1e15, '1000T', '1,000,000,000,000,000'],
    ['compact', -2.5e18, '-2.5E18', '-2,500,000,000,000,000,000'],
    ['compact', 1e-9, '1E-9', '0.000000001'],
    ['compact', 999_999_999_999_999, '1000T', '999,999,999,999,999'],
    ['decimal', 1234.5678, '1,234.57', '1,234.5678'],

    ['decimal', -0, '0', '0'],
    ['percent', 1e-9, '1E-7%', '0.0000001%'],
    ['percent', 0, '0%', '0%'],
    ['percent', 1e10, '1T%', '1,000,000,000,000%'],
    ['percent', -1e16, '-1E18%', '-1,000,000,000,000,000,000%'],
    ['decimal', 1e-9, '1E-9', '0.000000001'],
    ['decimal', 2e18, '2E18', '2,000,000,000,000,000,000'],
    ['bytes', 0, '0 B', '0 B'],
    ['bytes', 1e21, '1E6 PB', '1E6 PB'],
    ['bytes', 1e-9, '1E-9 B', '1E-9 B'],
    ['bytes-binary', 2 ** 80, '1.074E9 PiB', '1.07374E9 PiB'],
    ['duration', 1e12, '1.16E7d', '11,574,074d 1h 46m 40s'],
    ['duration', 1e-9, '1E-6ms', '1E-6ms'],
    ['currency:EUR', 0, '€0', '€0.00'],
    ['currency:EUR', 0.002, '€0.002', '€0.002'],
    ['currency:EUR', 0.05, '€0.05', '€0.05'],
    ['currency:EUR', 0.5, '€0.50', '€0.50'],
    ['currency:EUR', 1e-9, '€1E-9', '€0.000000001'],
    ['currency:EUR', -2e18, '-€2E18', '-€2,000,000,000,000,000,000.00'],
    ['currency:JPY', 0.5, '¥0.5', '¥0.5'],
    ['bytes-binary', 1023, '1,023 B', '1,023 B'],
    ['bytes-binary', 1536, '1.5 KiB', '1.5 KiB'],
    ['bytes-binary', -(2 ** 40), '-1 TiB', '-1 TiB'],
    ['bytes-binary', 2 ** 60, '1,024 PiB', '1,024 PiB'],
    ['percent', 0.12345, '12.3%', '12.35%'],
    ['bytes', 1_500_000, '1.5 MB', '1.5 MB'],
    ['bytes', 12, '12 B', '12 B'],
    ['duration', 0.25, '250ms', '250ms'],
    ['duration', 59.5, '59.5s', '59.5s'],
    ['duration', 3725, '1h 2m', '1h 2m 5s'],
    ['duration', -90, '-1m 30s', '-1m 30s'],
    ['duration', 0, '0s', '0s'],
    ['currency:EUR', 9.5, '€9.50', '€9.50'],
    ['currency:EUR', 1234567.891, '€1.23M', '€1,234,567.89'],
    ['currency:nonsense', 1234567, '1.23M', '1,234,567'],
  ] as const) {
    it(`writes ${value} as ${format}: ${short}, in full ${full}`, () => {
      const {short: toShort, full: toFull} = make(format);
      expect([plain(toShort(value, 'n')), plain(toFull(value, 'n'))]).to.deep.equal([short, full]);
    });
  }

  for (const [locale, text] of [
    ['en', '0 B'],
    ['de', '0 B'],
    ['fr', '0 o'],
    ['ja', '0 B'],
    ['ru', '0 Б'],
  ] as const)
    it(`writes no bytes in the short form of ${locale}, as its thousands are`, () => {
      const options = {locale, timeZone: 'UTC', numberFormat: 'bytes'} as const;
      expect(plain(createValueFormat(options).short(0, 'n'))).to.equal(text);
    });

  it("writes in the page's language", () => {
    expect(plain(make('decimal', 'de').full(1234.5, 'n'))).to.equal('1.234,5');
  });

  it('falls back to English for a tag that is none', () => {
    expect(make('decimal', 'not a locale').full(1234.5, 'n')).to.equal('1,234.5');
  });

  it('writes times in UTC for a zone that is none', () => {
    const format = createValueFormat({locale: 'en', timeZone: 'Mars/Olympus'});
    expect(plain(format.time(0, false))).to.equal('Jan 1, 1970, 12:00 AM');
  });

  it('leaves integers beyond 2^53 as they came', () => {
    expect(make().full('18446744073709551615', 'n')).to.equal('18446744073709551615');
    expect(make().full('1234567', 'n')).to.equal('1,234,567');
  });

  it('has a sign for no value', () => {
    expect([make().full(null, 'n'), make().short(NaN, 'n')]).to.deep.equal(['–', '–']);
  });

  it("puts a column's own format, unit and label first", () => {
    const columns = {n: {format: 'decimal', unit: 'req/s', label: 'Load'}} as const;
    const format = createValueFormat({locale: 'en', timeZone: 'UTC', columns});
    expect([format.short(12345, 'n'), format.label('n')]).to.deep.equal(['12,345 req/s', 'Load']);
  });

  for (const [format, unit, value, text] of [
    ['duration', 'ms', 3_725_250, '1h 2m'],
    ['duration', 'us', 1500, '1.5ms'],
    ['duration', 'h', 36, '1d 12h'],
    ['duration', 'beats', 90, '1m 30s beats'],
    ['percent', '%', 12.5, '12.5%'],
    ['percent', undefined, 0.125, '12.5%'],
    ['compact', 'ms', 1250, '1.25K ms'],
  ] as const) {
    it(`writes ${value} in ${unit} as ${format}: ${text}`, () => {
      const columns = {n: {format, ...(unit && {unit})}};
      const {short} = createValueFormat({locale: 'en', timeZone: 'UTC', columns});
      expect(plain(short(value, 'n'))).to.equal(text);
    });
  }

  it('leaves integers beyond 2^53 whole beside a unit', () => {
    const columns = {n: {format: 'duration', unit: 'ms'}} as const;
    const {full} = createValueFormat({locale: 'en', timeZone: 'UTC', columns});
    expect(full(9007199254740993n, 'n')).to.equal('9007199254740993 ms');
  });

  it('writes changes with their sign', () => {
    const {change} = make();
    expect([change(0.1234), change(-0.5), change(0), change(12)].map(plain)).to.deep.equal([
      '+12.3%',
      '-50%',
      '0%',
      '+1,200%',
    ]);
  });

  const instant = Date.UTC(2025, 2, 3, 22, 30, 5, 120);
  for (const [unit, isCalendar, text] of [
    ['year', true, '2025'],
    ['month', true, 'March 2025'],
    ['day', true, 'Mon, Mar 3, 2025'],
    ['hour', false, 'Mon, Mar 3, 2025, 11:30 PM – Tue, Mar 4, 2025, 12:30 AM'],
    ['second', false, 'Mar 3, 2025, 11:30:05 PM'],
    [null, false, 'Mar 3, 2025, 11:30:05.120 PM'],
  ] as const) {
    it(`writes times as fine as a ${unit} bucket`, () => {
      const step: TimeStep | null = unit && {unit, count: 1};
      const timeZone = isCalendar ? 'UTC' : 'Europe/Berlin';
      const values = Float64Array.of(instant);
      const index: SeriesIndex = {kind: 'time', column: 't', values, step, isCalendar, timeZone};
      expect(plain(make().indexText(index, 0))).to.equal(text);
    });
  }
});

describe('isBeyondNumber', () => {
  for (const [cell, isBeyond] of [
    ['9007199254740993', true],
    ['-9007199254740993', true],
    ['9007199254740991', false],
    ['42', false],
    ['1.00000000000000001', false],
    [2 ** 60, false],
  ] as const) {
    it(`${JSON.stringify(cell)} is ${isBeyond ? '' : 'not '}beyond`, () => {
      expect(isBeyondNumber(cell)).to.equal(isBeyond);
    });
  }
});
