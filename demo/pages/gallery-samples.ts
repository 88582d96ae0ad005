import type {ColumnMeta, Row} from '../../src/index.js';

/** Rows given to a chart by property, with their columns where guessing is not enough. */
export interface Sample {
  readonly data: readonly Row[];
  readonly meta?: readonly ColumnMeta[];
}

const MONTHS = 12;
const HOUR_MS = 3_600_000;

const months = Array.from(
  {length: MONTHS},
  (_, at) => `2026-${String(at + 1).padStart(2, '0')}-01`,
);

/** A smooth, repeatable wave between 0 and 1, so that the page looks the same every time. */
function wave(at: number, phase = 0): number {
  return 0.5 + 0.32 * Math.sin(at * 0.9 + phase) + 0.18 * Math.sin(at * 2.3 + phase * 1.7);
}

function byMonth(columns: Readonly<Record<string, (at: number) => number | null>>): Row[] {
  return months.map((month, at) => ({
    month,
    ...Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, value(at)])),
  }));
}

function hours(count: number, fromText: string): string[] {
  const fromMs = Date.parse(`${fromText}Z`);
  return Array.from({length: count}, (_, at) =>
    new Date(fromMs + at * HOUR_MS).toISOString().slice(0, 19).replace('T', ' '),
  );
}

const plans = {
  free: (at: number) => Math.round(220 + 340 * wave(at)),
  team: (at: number) => Math.round(140 + 260 * wave(at, 2)),
  enterprise: (at: number) => Math.round(60 + 12 * at + 90 * wave(at, 4)),
};

const REGIONS = ['Nord', 'Süd', 'Ost', 'West', 'Mitte', 'Küste'].flatMap((name) => [
  `${name} A`,
  `${name} B`,
]);

const LONG_LABELS = [
  'Customers who came through a partner and stayed for more than a year',
  'Customers who came through search',
  'Customers invited by a colleague of another department',
  'Everybody else, including those without a known source',
];

/** What the charts of the gallery draw, by their `data-sample`. */
export const SAMPLES: Readonly<Record<string, Sample>> = {
  single: {data: byMonth({visits: (at) => Math.round(400 + 900 * wave(at))})},
  plans: {data: byMonth(plans)},
  shares: {
    data: [
      ['Search', 4210],
      ['Direct', 3120],
      ['Partners', 1480],
      ['Social', 960],
      ['Email', 540],
    ].map(([source, visits]) => ({source, visits})),
  },
  negative: {data: byMonth({profit: (at) => Math.round(900 * wave(at, 1) - 420)})},
  gaps: {
    data: byMonth({
      measured: (at) => (at === 4 || at === 5 || at === 9 ? null : Math.round(500 * wave(at, 3))),
    }),
  },
  'one-point': {data: [{month: '2026-06-01', visits: 4200}]},
  'twelve-series': {
    data: months.flatMap((month, at) =>
      REGIONS.map((region, number) => ({
        month,
        region,
        orders: Math.round(80 + 28 * number + 240 * wave(at, number * 0.8)),
      })),
    ),
  },
  'long-labels': {
    data: LONG_LABELS.map((source, at) => ({source, customers: [4120, 2870, 1640, 730][at] ?? 0})),
  },
  metric: {data: [{visits: 48_213, visits_previous: 41_002}]},
  'metric-big': {
    data: [{total_events: '9007199254740993123'}],
    meta: [{name: 'total_events', type: 'UInt64'}],
  },
  currency: {data: byMonth({revenue: (at) => Math.round(42_000 + 61_000 * wave(at, 2)) + 0.5})},
  ratio: {data: byMonth({conversion: (at) => 0.04 + 0.11 * wave(at, 1)})},
  bytes: {data: byMonth({storage: (at) => Math.round(3e9 * 1.28 ** at)})},
  seconds: {data: byMonth({resolution_time: (at) => Math.round(1800 + 9200 * wave(at, 5))})},
  hours: {
    data: hours(48, '2026-03-28 12:00:00').map((time, at) => ({
      time,
      requests: Math.round(200 + 900 * wave(at / 3)),
    })),
    meta: [
      {name: 'time', type: "DateTime('UTC')"},
      {name: 'requests', type: 'UInt64'},
    ],
  },
  none: {data: [], meta: [{name: 'month', type: 'Date'}]},
  orders: {
    data: Array.from({length: 24}, (_, at) => ({
      order: `A-${1040 + at}`,
      customer: ['Nadia Öztürk', 'Iñigo Ruiz', '山田 花子', 'Layla Haddad'][at % 4],
      placed: `2026-06-${String(1 + (at % 28)).padStart(2, '0')}`,
      amount: Math.round(4000 * wave(at, 2)) / 10,
      paid: at % 5 !== 0,
      note: at % 6 === 0 ? null : 'Delivered',
    })),
  },
};
