import type {ColumnMeta, Row} from '../../src/index.js';
import {BY_TIME} from './gallery-shapes.js';
import {MONTHS, noise, wave} from './wave.js';

/** Rows given to a chart by property, with their columns where guessing is not enough. */
export interface Sample {
  readonly data: readonly Row[];
  readonly meta?: readonly ColumnMeta[];
  /** Attributes that name the columns, as most charts of these rows have them. */
  readonly attributes?: Readonly<Record<string, string>>;
}

const HOUR_MS = 3_600_000;

function byMonth(columns: Readonly<Record<string, (at: number) => number | null>>): Row[] {
  return MONTHS.map((month, at) => ({
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

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const COUNTRIES = [
  ['Norway', 'Europe', 79_000, 83, 5.5],
  ['Germany', 'Europe', 54_000, 81, 84],
  ['Poland', 'Europe', 37_000, 77, 37],
  ['Spain', 'Europe', 40_000, 83, 48],
  ['Japan', 'Asia', 42_000, 84, 124],
  ['India', 'Asia', 8_400, 70, 1428],
  ['China', 'Asia', 19_000, 78, 1410],
  ['Vietnam', 'Asia', 11_600, 74, 99],
  ['Nigeria', 'Africa', 5_200, 53, 224],
  ['Egypt', 'Africa', 14_900, 70, 112],
  ['Kenya', 'Africa', 5_300, 62, 55],
  ['South Africa', 'Africa', 13_500, 62, 60],
  ['Brazil', 'Americas', 15_900, 73, 216],
  ['Mexico', 'Americas', 19_500, 75, 128],
  ['Canada', 'Americas', 49_000, 82, 40],
  ['Chile', 'Americas', 25_900, 79, 20],
] as const;

/** Latencies that grow with the size of answers, in three services. */
function latencies(count: number): Row[] {
  return Array.from({length: count}, (_, at) => {
    const service = at % 3;
    const size = 5 + 95 * noise(at + 1) ** 2;
    const spread = 40 * noise(at * 2 + 7) * noise(at * 3 + 5);
    const latency = Math.round((18 + size * (0.6 + service * 0.5) + spread) * 10) / 10;
    return {size, latency, service: ['read', 'write', 'search'][service]};
  });
}

/** What charts of the gallery draw, by name. */
export const SAMPLES: Readonly<Record<string, Sample>> = {
  single: {
    attributes: {index: 'month', categories: 'visits'},
    data: byMonth({visits: (at) => Math.round(400 + 900 * wave(at))}),
  },
  plans: {attributes: {index: 'month', categories: 'free,team,enterprise'}, data: byMonth(plans)},
  shares: {
    attributes: {index: 'source', categories: 'visits'},
    data: [
      ['Search', 4210],
      ['Direct', 3120],
      ['Partners', 1480],
      ['Social', 960],
      ['Email', 540],
    ].map(([source, visits]) => ({source, visits})),
  },
  steps: {
    attributes: {index: 'step', categories: 'people'},
    data: [
      ['Visited', 12_480],
      ['Signed up', 3910],
      ['Invited somebody', 1640],
      ['Paid', 720],
    ].map(([step, people]) => ({step, people})),
  },
  week: {
    attributes: {index: 'hour', 'group-by': 'weekday', categories: 'visits'},
    data: WEEKDAYS.flatMap((weekday, day) =>
      Array.from({length: 24}, (_, hour) => ({
        weekday,
        hour,
        visits: Math.round(
          (day > 4 ? 90 : 220) * Math.exp(-(((hour - 13.5 - noise(day)) / 5.5) ** 2)) +
            40 * noise(day * 24 + hour),
        ),
      })),
    ),
  },
  quarters: {
    attributes: {index: 'region', categories: 'free,team,enterprise'},
    data: ['Nord', 'Süd', 'Ost', 'West'].map((region, at) => ({
      region,
      free: plans.free(at),
      team: plans.team(at),
      enterprise: plans.enterprise(at),
    })),
  },
  flows: {
    attributes: {index: 'month', categories: 'gained,lost'},
    data: byMonth({
      gained: (at) => Math.round(120 + 300 * wave(at)),
      lost: (at) => -Math.round(60 + 220 * wave(at, 2)),
    }),
  },
  arabic: {
    attributes: {index: 'source', categories: 'visits'},
    data: [
      ['البحث', 4210],
      ['مباشر', 3120],
      ['الشركاء', 1480],
      ['البريد', 540],
    ].map(([source, visits]) => ({source, visits})),
  },
  metric: {attributes: {categories: 'visits'}, data: [{visits: 48_213, visits_previous: 41_002}]},
  'metric-big': {
    data: [{total_events: '9007199254740993123'}],
    meta: [{name: 'total_events', type: 'UInt64'}],
  },
  currency: {
    attributes: {index: 'month', categories: 'revenue'},
    data: byMonth({revenue: (at) => Math.round(42_000 + 61_000 * wave(at, 2)) + 0.5}),
  },
  ratio: {
    attributes: {index: 'month', categories: 'conversion'},
    data: byMonth({conversion: (at) => 0.04 + 0.11 * wave(at, 1)}),
  },
  bytes: {
    attributes: {index: 'month', categories: 'storage'},
    data: byMonth({storage: (at) => Math.round(3e9 * 1.28 ** at)}),
  },
  seconds: {
    attributes: {index: 'month', categories: 'resolution_time'},
    data: byMonth({resolution_time: (at) => Math.round(1800 + 9200 * wave(at, 5))}),
  },
  hours: {
    attributes: {index: 'time', categories: 'requests'},
    data: hours(48, '2026-03-28 12:00:00').map((time, at) => ({
      time,
      requests: Math.round(200 + 900 * wave(at / 3)),
    })),
    meta: [
      {name: 'time', type: "DateTime('UTC')"},
      {name: 'requests', type: 'UInt64'},
    ],
  },
  countries: {
    attributes: {index: 'income', categories: 'life_expectancy'},
    data: COUNTRIES.map(([country, continent, income, life_expectancy, population]) => ({
      country,
      continent,
      income,
      life_expectancy,
      population,
    })),
  },
  'latency-few': {attributes: {index: 'size', categories: 'latency'}, data: latencies(90)},
  'latency-many': {attributes: {index: 'size', categories: 'latency'}, data: latencies(10_000)},
  rate: {
    attributes: {index: 'month', categories: 'orders,conversion'},
    data: byMonth({
      orders: (at) => Math.round(300 + 500 * wave(at)),
      conversion: (at) => 0.02 + 0.03 * wave(at, 2),
    }),
  },
  magnitudes: {
    attributes: {index: 'month', categories: 'free,paid'},
    data: byMonth({
      free: (at) => Math.round(3 * 2.4 ** at),
      paid: (at) => (at === 3 ? 0 : Math.round(1 + 1.9 ** at)),
    }),
  },
  'last-year': {
    attributes: {index: 'month', categories: 'visits'},
    data: byMonth({
      visits: (at) => Math.round(520 + 700 * wave(at)),
      previous_visits: (at) => Math.round(420 + 640 * wave(at, 0.4)),
    }),
  },
  regions: BY_TIME['Twelve series']!,
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
