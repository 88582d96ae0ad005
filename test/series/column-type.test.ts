import {expect} from '@open-wc/testing';
import {parseColumnType} from '../../src/series/column-type.js';

describe('parseColumnType', () => {
  for (const [type, kind, base] of [
    ['Date', 'time', 'Date'],
    ['Date32', 'time', 'Date32'],
    ['DateTime', 'time', 'DateTime'],
    ["DateTime64(3, 'Europe/Berlin')", 'time', 'DateTime64'],
    ['UInt8', 'number', 'UInt8'],
    ['Int256', 'number', 'Int256'],
    ['Float64', 'number', 'Float64'],
    ['Decimal(18, 4)', 'number', 'Decimal'],
    ['Decimal64(2)', 'number', 'Decimal64'],
    ['String', 'category', 'String'],
    ['FixedString(16)', 'category', 'FixedString'],
    ["Enum8('a, (b' = 1, 'it\\'s' = 2)", 'category', 'Enum8'],
    ['UUID', 'category', 'UUID'],
    ['IPv4', 'category', 'IPv4'],
    ['Bool', 'boolean', 'Bool'],
    ['Array(Nullable(UInt8))', 'other', 'Array'],
    ['Map(String, UInt64)', 'other', 'Map'],
    ['Tuple(a UInt8, b String)', 'other', 'Tuple'],
    ['LowCardinality(Nullable(String))', 'category', 'String'],
    ['SimpleAggregateFunction(sum, Nullable(UInt64))', 'number', 'UInt64'],
    ["SimpleAggregateFunction(max, DateTime64(3, 'UTC'))", 'time', 'DateTime64'],
    ['AggregateFunction(uniq, UInt64)', 'other', 'AggregateFunction'],
    ['Nullable(Nothing)', 'other', 'Nothing'],
    ['', 'other', ''],
    ['Nullable(', 'other', 'Nullable('],
  ] as const) {
    it(`${type || '(empty)'} is ${kind}`, () => {
      expect(parseColumnType(type)).to.include({kind, base});
    });
  }

  for (const [type, timeZone] of [
    ["DateTime('Asia/Kolkata')", 'Asia/Kolkata'],
    ["Nullable(DateTime64(6, 'America/New_York'))", 'America/New_York'],
    ["DateTime('Mars/Olympus')", null],
    ['DateTime64(3)', null],
    ['Date', null],
  ] as const) {
    it(`${type} names the zone ${timeZone}`, () => {
      expect(parseColumnType(type).timeZone).to.equal(timeZone);
    });
  }

  it('finds null inside LowCardinality', () => {
    expect(parseColumnType('LowCardinality(Nullable(String))').nullable).to.equal(true);
    expect(parseColumnType('LowCardinality(String)').nullable).to.equal(false);
  });

  it('marks integers that can be beyond 2^53', () => {
    const types = ['UInt64', 'Nullable(Int128)', 'UInt32', 'Float64'];
    expect(types.map((type) => parseColumnType(type).isBigInteger)).to.deep.equal([
      true,
      true,
      false,
      false,
    ]);
  });

  it('reads a type that is nested without end in no time', () => {
    const startedAtMs = performance.now();

    parseColumnType(`${'Nullable('.repeat(50_000)}Int8${')'.repeat(50_000)}`);

    expect(performance.now() - startedAtMs).to.be.below(500);
  });
});
