import {expect} from '@open-wc/testing';
import {buildSeries} from '../../src/series/build-series.js';
import {columnWidths} from '../../src/series/column-widths.js';
import {createValueFormat} from '../../src/series/format-value.js';
import {inferEncoding} from '../../src/series/infer-encoding.js';
import {seriesTable} from '../../src/series/series-table.js';
import {buildTable} from '../../src/series/table-cells.js';
import {answer} from './answers.js';

const format = createValueFormat({locale: 'en', timeZone: 'UTC', numberFormat: 'decimal'});

describe('seriesTable', () => {
  const tableOf = (columns: Record<string, string>, rows: unknown[][]) => {
    const response = answer(columns, rows);
    const encoding = inferEncoding(response.meta, response.data);
    const set = buildSeries(response, encoding, {kind: 'line'});
    const {columns: shown, count} = seriesTable(set, response.data, format);
    return [
      shown.map(({label}) => label),
      ...Array.from({length: count}, (_, row) => shown.map((column) => column.text(row))),
    ];
  };

  it('has a row for each place of the drawing and a column for each series', () => {
    const rows = [
      ['2026-01-02', 'b', 4],
      ['2026-01-01', 'a', 1],
      ['2026-01-01', 'b', 2],
    ];

    expect(tableOf({day: 'Date', plan: 'String', visits: 'UInt32'}, rows)).to.deep.equal([
      ['Day', 'b', 'a'],
      ['Thu, Jan 1, 2026', '2', '1'],
      ['Fri, Jan 2, 2026', '4', '–'],
    ]);
  });

  it('keeps integers beyond 2^53 whole', () => {
    const [, row] = tableOf({name: 'String', id: 'UInt64'}, [['a', '9007199254740993']]);

    expect(row).to.deep.equal(['a', '9007199254740993']);
  });
});

describe('columnWidths', () => {
  const widthsOf = (type: string, cells: readonly unknown[], label = 'c') => {
    const columns = buildTable(
      answer(
        {[label]: type},
        cells.map((cell) => [cell]),
      ),
      format,
    );
    return columnWidths({columns, count: cells.length, hasRowHeaders: false})[0];
  };

  it('has room for the longest number of all rows', () => {
    const cells = Array.from({length: 5000}, (_, at) => (at === 4321 ? 123456789 : 1));

    expect(widthsOf('UInt32', cells)).to.be.at.least('123,456,789'.length);
  });

  it('clips text, but never a number', () => {
    expect(widthsOf('String', ['x'.repeat(500)])).to.equal(36);
    expect(widthsOf('UInt256', ['9'.repeat(78)])).to.equal(78);
  });

  it('has room for the header, and twice the room for wide scripts', () => {
    expect(widthsOf('UInt8', [1], 'a_rather_long_name')).to.be.at.least(18);
    expect(widthsOf('String', ['東京都千代田区'])).to.equal(14);
  });
});
