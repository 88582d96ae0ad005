import type {Row} from '../../../src/index.js';

const DAYS = 30;
const LAST_DAY = Date.UTC(2026, 4, 31);
const DAY_MS = 86_400_000;

const days = Array.from({length: DAYS}, (_, at) =>
  new Date(LAST_DAY - (DAYS - 1 - at) * DAY_MS).toISOString().slice(0, 10),
);

/** Between 0 and 1, with weeks in it, the same each time. */
function wave(at: number, phase = 0): number {
  const week = Math.sin(((at + phase) / 7) * 2 * Math.PI);
  return 0.5 + 0.28 * week + 0.14 * Math.sin(at * 1.7 + phase) + 0.004 * at;
}

const byDay = (columns: Readonly<Record<string, (at: number) => number>>): Row[] =>
  days.map((time, at) => ({
    time,
    ...Object.fromEntries(
      Object.entries(columns).map(([name, value]) => [name, Math.round(value(at))]),
    ),
  }));

const split = (column: string, value: string, names: readonly string[]): Row[] =>
  days.flatMap((time, at) =>
    names.map((name, order) => ({
      time,
      [column]: name,
      [value]: Math.round((900 / (order + 1)) * wave(at, order * 2)),
    })),
  );

const list = (label: string, value: string, pairs: readonly (readonly [string, number])[]): Row[] =>
  pairs.map(([name, count]) => ({[label]: name, [value]: count}));

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const busyHours: Row[] = WEEKDAYS.flatMap((weekday, day) =>
  Array.from({length: 24}, (_, hour) => ({
    weekday,
    hour,
    events: Math.round(
      (day > 4 ? 130 : 420) * Math.max(0.08, Math.sin(((hour - 5) / 19) * Math.PI)) +
        30 * wave(hour, day),
    ),
  })),
);

/**
 * Rows for pages without a session, by pipe: with the columns of the local stack's pipes, so that
 * the same attributes draw both.
 */
export const SAMPLE_ROWS: Readonly<Record<string, readonly Row[]>> = {
  visits_over_time: byDay({
    visits: (at) => 1400 * wave(at) + 300,
    page_views: (at) => 4100 * wave(at) + 700,
    visitors: (at) => 900 * wave(at) + 240,
  }),
  public_activity: days.map((date, at) => ({
    date,
    visits: Math.round(42 * wave(at) + 20) * 100,
  })),
  kpis: [{current: 48_210, previous: 43_870}],
  visits_by_country_over_time: split('country', 'visits', [
    'Germany',
    'Japan',
    'Brazil',
    'Canada',
    'Kenya',
  ]),
  events_by_type_over_time: split('event', 'events', ['page_view', 'search', 'invite', 'export']),
  top_pages: list('page', 'views', [
    ['/pricing', 18_240],
    ['/docs/start', 15_120],
    ['/', 12_870],
    ['/blog/one-tag', 7_430],
    ['/changelog', 4_980],
    ['/about', 2_260],
    ['/careers', 1_140],
  ]),
  top_countries: list('country', 'visits', [
    ['Germany', 9_410],
    ['Japan', 7_120],
    ['Brazil', 5_870],
    ['Canada', 4_310],
    ['Kenya', 2_940],
    ['Norway', 1_630],
  ]),
  devices: list('device', 'visits', [
    ['Phone', 6_120],
    ['Computer', 3_480],
    ['Tablet', 390],
  ]),
  signup_funnel: list('step', 'visits', [
    ['Visited', 12_480],
    ['Signed up', 3_910],
    ['Invited somebody', 1_640],
    ['Paid', 720],
  ]),
  revenue_over_time: byDay({revenue: (at) => 5200 * wave(at) + 1800}),
  latency_percentiles: byDay({
    p50: (at) => 38 + 14 * wave(at),
    p90: (at) => 120 + 60 * wave(at, 2),
    p99: (at) => 310 + 240 * wave(at, 4),
  }),
  daily_active_users: days.map((date, at) => ({
    date,
    active_users: Math.round(2600 * wave(at, 1) + 900),
  })),
  activity_heatmap: busyHours,
};
