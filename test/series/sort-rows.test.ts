import {expect} from '@open-wc/testing';
import {createValueFormat} from '../../src/series/format-value.js';
import {sortRows} from '../../src/series/sort-rows.js';
import {nextSort, type TableSort} from '../../src/series/table-sort.js';
import {buildTable} from '../../src/series/table-cells.js';
import {seededRandom} from '../model/support/seeded-random.js';
import {answer} from './answers.js';

const format = createValueFormat({locale: 'en', timeZone: 'UTC'});

function sorted(
  type: string,
  cells: readonly unknown[],
  direction: TableSort['direction'] = 'ascending',
  locale = 'en',
): unknown[] {
  const columns = buildTable(
    answer(
      {c: type},
      cells.map((cell) => [cell]),
    ),
    format,
  );
  const order = sortRows({columns, count: cells.length}, {column: 'c', direction}, locale);
  return Array.from(order, (row) => cells[row]);
}

describe('sortRows', () => {
  it('sorts numbers by value, also where they came as text', () => {
    expect(sorted('Float64', [10, 9, -1, 100])).to.deep.equal([-1, 9, 10, 100]);
    expect(sorted('UInt64', ['10', '9', '100'])).to.deep.equal(['9', '10', '100']);
  });

  it('tells integers beyond 2^53 apart', () => {
    const ids = ['9007199254740993', '9007199254740992', '-9007199254740993', '9007199254740994'];

    expect(sorted('Int64', ids)).to.deep.equal([ids[2], ids[1], ids[0], ids[3]]);
    expect(sorted('Int64', ids, 'descending')).to.deep.equal([ids[3], ids[0], ids[1], ids[2]]);
  });

  it('tells decimals apart that a number would round', () => {
    const amounts = ['0.10000000000000000002', '0.1', '0.10000000000000000001'];

    expect(sorted('Decimal(38, 20)', amounts)).to.deep.equal([amounts[1], amounts[2], amounts[0]]);
  });

  it('sorts times by instant, to the last digit that came', () => {
    expect(sorted('DateTime', ['2026-01-10 00:00:00', '2026-01-09 23:00:00'])).to.deep.equal([
      '2026-01-09 23:00:00',
      '2026-01-10 00:00:00',
    ]);
    const [later, earlier] = ['2026-01-01 00:00:00.000002', '2026-01-01 00:00:00.000001'];
    expect(sorted('DateTime64(6)', [later, earlier])).to.deep.equal([earlier, later]);
  });

  it('sorts text by the rules of the language, with its numbers by value', () => {
    expect(sorted('String', ['Zebra', 'Ärger', 'apfel', 'v10', 'v9'])).to.deep.equal([
      'apfel',
      'Ärger',
      'v9',
      'v10',
      'Zebra',
    ]);
    expect(sorted('String', ['ä', 'z'], 'ascending', 'sv')).to.deep.equal(['z', 'ä']);
    expect(sorted('String', ['z', 'ä'], 'ascending', 'de')).to.deep.equal(['ä', 'z']);
  });

  it('puts what is absent last in both directions', () => {
    expect(sorted('Nullable(UInt8)', [null, 2, 1])).to.deep.equal([1, 2, null]);
    expect(sorted('Nullable(UInt8)', [null, 2, 1], 'descending')).to.deep.equal([2, 1, null]);
    expect(sorted('Nullable(String)', [null, 'b', ''])).to.deep.equal(['', 'b', null]);
    expect(sorted('DateTime', ['never', '2026-01-01 00:00:00'])[1]).to.equal('never');
  });

  it('keeps the order of equal rows in both directions', () => {
    const response = answer({c: 'UInt8', id: 'String'}, [
      [1, 'a'],
      [0, 'b'],
      [1, 'c'],
      [0, 'd'],
    ]);
    const table = {columns: buildTable(response, format), count: 4};
    const order = (direction: TableSort['direction']) => [
      ...sortRows(table, {column: 'c', direction}, 'en'),
    ];

    expect(order('ascending')).to.deep.equal([1, 3, 0, 2]);
    expect(order('descending')).to.deep.equal([0, 2, 1, 3]);
  });

  it('leaves the rows as they came without a column, or with one that is gone', () => {
    const columns = buildTable(answer({c: 'UInt8'}, [[2], [1]]), format);
    const gone = {column: 'x', direction: 'ascending'} as const;

    expect([...sortRows({columns, count: 2}, null, 'en')]).to.deep.equal([0, 1]);
    expect([...sortRows({columns, count: 2}, gone, 'en')]).to.deep.equal([0, 1]);
  });
});

/** Cells of a column, as answers have them. */
const CELLS: Readonly<Record<string, (random: () => number) => unknown>> = {
  'Nullable(Float64)': (random) => (random() < 0.1 ? null : Math.round(random() * 40) / 4 - 5),
  Int64: (random) =>
    random() < 0.3
      ? Math.round(random() * 9)
      : `${random() < 0.5 ? '-' : ''}900719925474099${Math.floor(random() * 10)}`,
  'Decimal(38, 20)': (random) => `0.1000000000000000000${Math.floor(random() * 10)}`,
  Bool: (random) => random() < 0.5,
  'DateTime64(6)': (random) =>
    `2026-01-0${1 + Math.floor(random() * 3)} 00:00:00.00000${Math.floor(random() * 9)}`,
  'Nullable(String)': (random) =>
    [null, '', 'a', 'A', 'á', 'b10', 'b9', 'b09', '10', '9', 'ch', 'c z'][
      Math.floor(random() * 12)
    ],
};

describe('sortRows on any rows', () => {
  for (const [type, cellOf] of Object.entries(CELLS))
    for (const direction of ['ascending', 'descending'] as const)
      it(`has ${type} ${direction} as a sort by pairs has it`, () => {
        const random = seededRandom(type.length);
        const cells = Array.from({length: 400}, () => cellOf(random));
        const rows = cells.map((cell, row) => [cell, row]);
        const columns = buildTable(answer({c: type, row: 'UInt32'}, rows), format);
        const order = sortRows({columns, count: 400}, {column: 'c', direction}, 'en');

        const sign = direction === 'ascending' ? 1 : -1;
        const wanted = [...cells.keys()].sort((left, right) => {
          const [one, other] = [cells[left], cells[right]];
          if (one === null || other === null) return +(one === null) - +(other === null);
          return sign * compareCells(one, other, type);
        });
        expect([...order]).to.deep.equal(wanted);
      });
});

function compareCells(one: unknown, other: unknown, type: string): number {
  if (/String/.test(type))
    return new Intl.Collator('en', {numeric: true}).compare(String(one), String(other));
  if (/DateTime/.test(type)) return String(one) < String(other) ? -1 : +(one !== other);
  const exact = (cell: unknown) =>
    /^Int/.test(type)
      ? BigInt(String(cell))
      : /Decimal/.test(type)
        ? BigInt(String(cell).replace('.', ''))
        : Number(cell);
  return exact(one) < exact(other) ? -1 : +(exact(one) > exact(other));
}

describe('nextSort', () => {
  it('goes up, down and back to the order of the rows', () => {
    const up = nextSort(null, 'a');
    const down = nextSort(up, 'a');

    expect([up?.direction, down?.direction, nextSort(down, 'a')]).to.deep.equal([
      'ascending',
      'descending',
      null,
    ]);
    expect(nextSort(down, 'b')).to.deep.equal({column: 'b', direction: 'ascending'});
  });
});
