import {expect} from '@open-wc/testing';
import {buildSeries} from '../../src/series/build-series.js';
import {createValueFormat} from '../../src/series/format-value.js';
import {inferEncoding} from '../../src/series/infer-encoding.js';
import {buildMetrics} from '../../src/series/metric.js';
import {createSay} from '../../src/messages/create-say.js';
import {summarizeSeries} from '../../src/series/summary-text.js';
import {buildTable} from '../../src/series/table-cells.js';
import {toCsv} from '../../src/series/to-csv.js';
import {answer} from './answers.js';

const format = createValueFormat({locale: 'en', timeZone: 'Europe/Berlin'});

describe('buildMetrics', () => {
  it('compares a column with its comparison column', () => {
    const {meta, data} = answer({visits: 'UInt64', previous_visits: 'UInt64'}, [[12, 10]]);
    const [metric, ...others] = buildMetrics(meta, data, inferEncoding(meta, data));
    expect(metric).to.include({column: 'visits', value: 12, previous: 10});
    expect([metric?.change, others]).to.deep.equal([0.2, []]);
  });

  it('takes the last row in time and compares it with the one before', () => {
    const rows = [
      ['2025-01-03', 30],
      ['2025-01-01', 10],
      ['2025-01-02', 20],
    ];
    const {meta, data} = answer({day: 'Date', visits: 'UInt64'}, rows);
    const [metric] = buildMetrics(meta, data, inferEncoding(meta, data));
    expect(metric).to.include({value: 30, previous: 20, change: 0.5});
  });

  it('knows no change from zero or from nothing', () => {
    const {meta, data} = answer({a: 'UInt8', a_prev: 'UInt8', b: 'UInt8'}, [[5, 0, 3]]);
    const metrics = buildMetrics(meta, data, inferEncoding(meta, data));
    expect(metrics.map(({change}) => change)).to.deep.equal([NaN, NaN]);
  });

  it('keeps an integer beyond 2^53 as it came', () => {
    const {meta, data} = answer({total: 'UInt64'}, [['9007199254740993']]);
    expect(buildMetrics(meta, data, inferEncoding(meta, data))[0]?.cell).to.equal(
      '9007199254740993',
    );
  });

  it('has nothing to say about no rows', () => {
    const {meta, data} = answer({total: 'UInt64'}, []);
    expect(buildMetrics(meta, data, inferEncoding(meta, data))).to.deep.equal([]);
  });
});

describe('buildTable', () => {
  for (const [type, cell, text] of [
    ['UInt64', '18446744073709551615', '18446744073709551615'],
    ['UInt64', 1234567, '1,234,567'],
    ['Date', '2025-03-03', 'Mar 3, 2025'],
    ["DateTime('Asia/Kolkata')", '2025-03-03 00:00:00', 'Mar 3, 2025'],
    ['DateTime', '2025-03-03 22:30:00', 'Mar 3, 2025, 11:30 PM'],
    ['Array(UInt8)', [1, 2], '[1,2]'],
    ['Map(String, UInt8)', {a: 1}, '{"a":1}'],
    ['Bool', false, 'false'],
    ['String', '', ''],
    ['Nullable(String)', null, '–'],
    ['DateTime', 'never', 'never'],
  ] as const) {
    it(`writes ${JSON.stringify(cell)} of ${type} as ${text}`, () => {
      const [column] = buildTable(answer({c: type}, [[cell]]), format);
      expect(column?.text(0).replace('\u202f', ' ')).to.equal(text);
    });
  }

  it('tells instants apart that clocks show twice', () => {
    const rows = [['2026-10-25 00:30:00'], ['2026-10-25 01:30:00'], ['2026-10-25 02:30:00']];
    const [column] = buildTable(answer({at: 'DateTime'}, rows), format);
    const texts = rows.map((_, row) => column?.text(row).replace('\u202f', ' '));
    expect(texts).to.deep.equal([
      'Oct 25, 2026, 2:30 AM GMT+2',
      'Oct 25, 2026, 2:30 AM GMT+1',
      'Oct 25, 2026, 3:30 AM',
    ]);
  });

  it('keeps the seconds of instants that clocks show twice', () => {
    const [column] = buildTable(answer({at: 'DateTime'}, [['2026-10-25 00:30:07']]), format);
    expect(column?.text(0).replace('\u202f', ' ')).to.equal('Oct 25, 2026, 2:30:07 AM GMT+2');
  });

  it('shows the beginning of a text of a megabyte', () => {
    const [column] = buildTable(answer({c: 'String'}, [['é'.repeat(1_000_000)]]), format);
    expect(column?.text(0)).to.have.lengthOf(201);
  });

  it('does not cut a character in two', () => {
    const [column] = buildTable(answer({c: 'String'}, [[`${'a'.repeat(199)}😀b`]]), format);
    expect(column?.text(0)).to.equal(`${'a'.repeat(199)}…`);
  });

  it('aligns numbers at the end and leaves out hidden columns', () => {
    const table = buildTable(answer({a: 'String', b: 'UInt8', c: 'UInt8'}, []), format, {
      c: {hidden: true},
    });
    expect(table.map(({name, align}) => [name, align])).to.deep.equal([
      ['a', 'start'],
      ['b', 'end'],
    ]);
  });
});

describe('toCsv', () => {
  for (const [name, type, cell, field] of [
    ['quotes, commas and line ends', 'String', 'a "b", c\nd', '"a ""b"", c\nd"'],
    ['a formula', 'String', '=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['a formula behind a tab', 'String', '\t=1', "'\t=1"],
    ['a command', 'String', '@SUM(A1)', "'@SUM(A1)"],
    ['a text that looks negative', 'String', '-1+2', "'-1+2"],
    ['a negative number', 'Int64', -12, '-12'],
    ['a negative number in quotes', 'Int64', '-9007199254740993', '-9007199254740993'],
    ['a formula in a number column', 'Int64', '-1+cmd', "'-1+cmd"],
    ['null', 'Nullable(String)', null, ''],
    ['an array', 'Array(String)', ['a', 'b'], '"[""a"",""b""]"'],
  ] as const) {
    it(`writes ${name}`, () => {
      expect(toCsv(answer({c: type}, [[cell]]))).to.equal(`c\r\n${field}\r\n`);
    });
  }

  it('leaves out hidden columns', () => {
    const response = answer({a: 'UInt8', b: 'UInt8'}, [[1, 2]]);
    expect(toCsv(response, {b: {hidden: true}})).to.equal('a\r\n1\r\n');
  });
});

describe('summarizeSeries', () => {
  const say = createSay({layers: []}, 'en');
  const summary = (columns: Record<string, string>, rows: unknown[][], kind: 'line' | 'bar') => {
    const response = answer(columns, rows);
    const encoding = inferEncoding(response.meta, response.data);
    return summarizeSeries(buildSeries(response, encoding, {kind}), kind, format, say);
  };

  it('tells range, extremes, last value and trend of a line', () => {
    const rows = [10, 5, 20, 40].map((visits, at) => [`2025-01-0${at + 1}`, visits]);
    expect(summary({day: 'Date', visits: 'UInt64'}, rows, 'line')).to.equal(
      'Line chart from Wed, Jan 1, 2025 to Sat, Jan 4, 2025, 4 points. Visits: lowest 5 ' +
        '(Thu, Jan 2, 2025), highest 40 (Sat, Jan 4, 2025), last 40, rising.',
    );
  });

  it('tells highest and lowest of bars', () => {
    const rows = [
      ['DE', 3],
      ['IN', 9],
    ];
    expect(summary({country: 'String', visits: 'UInt64'}, rows, 'bar')).to.equal(
      'Bar chart over 2 categories. Visits: highest 9 (IN), lowest 3 (DE).',
    );
  });

  it('describes four series and counts the rest', () => {
    const rows = [1, 2, 3, 4, 5].map((visits) => ['2025-01-01', `g${visits}`, visits]);
    const text = summary({day: 'Date', group: 'String', visits: 'UInt64'}, rows, 'line');
    expect(text).to.equal(
      'Line chart of 5 series at Wed, Jan 1, 2025. g5: 5. g4: 4. g3: 3. g2: 2. 1 more series.',
    );
  });

  it('says that there is nothing', () => {
    expect(summary({day: 'Date', visits: 'UInt64'}, [], 'line')).to.equal(
      'Line chart without values.',
    );
  });
});
