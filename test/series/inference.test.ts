import {expect} from '@open-wc/testing';
import {ColumnError} from '../../src/errors/column-error.js';
import {inferChartKind} from '../../src/series/infer-kind.js';
import {inferEncoding} from '../../src/series/infer-encoding.js';
import {answer} from './answers.js';

const byDay = answer({day: 'Date', visits: 'UInt64', pages: 'UInt64'}, [
  ['2025-01-01', 1, 2],
  ['2025-01-02', 3, 4],
]);
const byDayAndCountry = answer(
  {day: 'Date', browser: 'String', country: 'String', visits: 'UInt64', hits: 'UInt64'},
  [
    ['2025-01-01', 'Chrome', 'DE', 1, 2],
    ['2025-01-01', 'Chrome', 'IN', 3, 4],
  ],
);
const byCountry = answer({country: 'String', org_id: 'UInt64', visits: 'UInt64'}, [
  ['DE', 7, 3],
  ['IN', 7, 2],
]);
const totals = answer({visits: 'UInt64', previous_visits: 'UInt64'}, [[10, 8]]);
const curve = answer({latency: 'Float64', share: 'Float64'}, [
  [1, 0.2],
  [2, 0.6],
  [4, 1],
]);
const noNumbers = answer({name: 'String', tags: 'Array(String)'}, [['a', []]]);

function months(count: number): [string, number][] {
  return Array.from({length: count}, (_, at) => [
    `${2025 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`,
    at,
  ]);
}

function points(count: number): number[][] {
  return Array.from({length: count}, (_, at) => [(at * 7) % 5, at, 1]);
}

function crossing(type: string, nameOf: (at: number) => string | number) {
  const rows = ['Mon', 'Tue', 'Wed'].flatMap((day) =>
    [0, 1, 2, 3].map((at) => [day, nameOf(at), at * 3]),
  );
  return answer({weekday: 'String', hour: type, events: 'UInt64'}, rows);
}

describe('inferEncoding', () => {
  for (const [name, {meta, data}, request, encoding] of [
    [
      'a time with numbers',
      byDay,
      {},
      {index: 'day', categories: ['visits', 'pages'], groupBy: null},
    ],
    [
      'a time that repeats, splitting by what tells rows apart',
      byDayAndCountry,
      {},
      {index: 'day', categories: ['visits'], groupBy: 'country'},
    ],
    [
      'a category, without ids',
      byCountry,
      {},
      {index: 'country', categories: ['visits'], groupBy: null},
    ],
    [
      'numbers alone in one row, without earlier ones',
      totals,
      {},
      {index: null, categories: ['visits'], groupBy: null},
    ],
    ['a rising number', curve, {}, {index: 'latency', categories: ['share'], groupBy: null}],
    ['no numbers', noNumbers, {}, {index: 'name', categories: [], groupBy: null}],
    [
      "the author's words",
      byDayAndCountry,
      {index: 'browser', categories: ['hits'], groupBy: 'country'},
      {index: 'browser', categories: ['hits'], groupBy: 'country'},
    ],
    [
      'a hidden column',
      byDay,
      {hidden: new Set(['pages'])},
      {index: 'day', categories: ['visits'], groupBy: null},
    ],
  ] as const) {
    it(`reads ${name}`, () => {
      expect(inferEncoding(meta, data, request)).to.deep.equal(encoding);
    });
  }

  it('lists the columns there are when one is wrong', () => {
    expect(() => inferEncoding(byDay.meta, byDay.data, {categories: ['revenue']})).to.throw(
      ColumnError,
      'no column "revenue" (columns: day, visits, pages)',
    );
  });
});

describe('inferChartKind', () => {
  const cities = Array.from({length: 31}, (_, at) => [`city ${at}`, at]);
  const wide = Object.fromEntries(Array.from({length: 9}, (_, at) => [`n${at}`, 'UInt8']));
  for (const [name, {meta, data}, kind] of [
    ['a time', byDay, 'line'],
    ['a few months', answer({month: 'Date', n: 'UInt8'}, months(6)), 'bar'],
    ['many months', answer({month: 'Date', n: 'UInt8'}, months(13)), 'line'],
    [
      'months that are split',
      answer({month: 'Date', plan: 'String', n: 'UInt8'}, [
        ['2025-01-01', 'a', 1],
        ['2025-01-01', 'b', 2],
        ['2025-02-01', 'a', 3],
      ]),
      'line',
    ],
    [
      'a log with long messages',
      answer({t: 'DateTime', n: 'UInt8', message: 'String'}, [
        ['2025-01-01 00:00:00', 1, 'x'.repeat(81)],
      ]),
      'table',
    ],
    ['two numbers that do not rise', answer({a: 'Float64', b: 'Float64'}, points(8)), 'scatter'],
    ['three numbers', answer({a: 'UInt8', b: 'UInt8', c: 'UInt8'}, points(8)), 'table'],
    ['weekdays and hours', crossing('UInt8', (at) => at), 'heatmap'],
    ['names that cross', crossing('String', (at) => `b${at}`), 'heatmap'],
    [
      'steps that lose visitors',
      answer({step: 'String', visits: 'UInt64'}, [
        ['Visit', 100],
        ['Cart', 40],
        ['Order', 7],
      ]),
      'funnel',
    ],
    [
      'steps that grow',
      answer({step: 'String', visits: 'UInt64'}, [
        ['Visit', 10],
        ['Cart', 40],
      ]),
      'bar',
    ],
    [
      'shares of a whole',
      answer({browser: 'String', share: 'Float64'}, [
        ['Chrome', 0.6],
        ['Safari', 0.3],
        ['Other', 0.1],
      ]),
      'donut',
    ],
    [
      'shares of different wholes',
      answer({browser: 'String', share: 'Float64'}, [
        ['Chrome', 0.6],
        ['Safari', 0.6],
      ]),
      'bar',
    ],
    [
      'a time that has just begun',
      answer({t: 'DateTime', n: 'UInt8'}, [['2025-01-01 00:00:00', 1]]),
      'line',
    ],
    ['a short list', byCountry, 'bar'],
    ['a list of 31', answer({city: 'String', n: 'UInt8'}, cities), 'table'],
    ['one row of numbers', totals, 'metric'],
    [
      'rows of numbers without index',
      answer({a: 'UInt8', b: 'UInt8'}, [
        [2, 1],
        [1, 2],
      ]),
      'table',
    ],
    ['a rising number', curve, 'line'],
    ['no number', noNumbers, 'table'],
    ['a wide list', answer({name: 'String', ...wide}, [['a'], ['b']]), 'table'],
  ] as const) {
    it(`makes ${name} a ${kind}`, () => {
      expect(inferChartKind(meta, data, inferEncoding(meta, data))).to.equal(kind);
    });
  }
});
