import {FakeClerk} from '../auth/support/fake-clerk.js';
import type {ChartHarness, ChartSetUp} from './chart-harness.js';
import {mountChart} from './chart-harness.js';
import {FakeClock} from './fake-clock.js';
import {jsonResponse, rowsResponse} from './fake-fetch.js';
import {FakeVisitor} from './fake-visitor.js';
import {daily, mountQuery, type QuerySetUp} from './query-chart.js';
import {painted} from './until.js';

/** Mounts a chart that shows something, and waits until it does. */
export type Scene = (setUp: ChartSetUp, place: Element) => Promise<ChartHarness>;

const WORDS = {heading: 'Pages of the shop', description: 'Last week', locale: 'en'};

const pages = [
  {page: '/', visits: 1200, orders: 3},
  {page: '/docs/getting-started', visits: 20, orders: 1},
  {page: '/blog', visits: null, orders: 2},
];
const pairs = pages.map(({page: _, ...rest}) => rest);
const days = daily({visits: [3, 4, 8], orders: [1, 2, 1], previous_visits: [2, 3, 9]});

/** Every kind, and what charts on a canvas have beside plain lines. */
const DRAWINGS: Readonly<Record<string, ChartSetUp>> = {
  line: {...days, type: 'line'},
  area: {...days, type: 'area', stacked: true},
  bar: {data: pages, type: 'bar'},
  'bar-list': {data: pages, type: 'bar-list'},
  pie: {data: pages, type: 'pie'},
  donut: {data: pages, type: 'donut'},
  scatter: {data: pairs, type: 'scatter'},
  metric: {data: [{visits: 1200, previous_visits: 900}], type: 'metric'},
  sparkline: {...days, type: 'sparkline'},
  table: {data: pages, type: 'table'},
  heatmap: {data: pages, type: 'heatmap'},
  funnel: {data: pages, type: 'funnel'},
  'mixed kinds': {
    ...days,
    type: 'line',
    columns: {visits: {type: 'bar'}, orders: {type: 'line', axis: 'right'}},
  },
  references: {...days, type: 'line', reference: [{y: 5, label: 'Goal'}]},
  'earlier values': {...days, type: 'line', categories: ['visits'], compare: ['previous_visits']},
};

/** Every drawing, by its name. */
export const drawings: Readonly<Record<string, Scene>> = Object.fromEntries(
  Object.entries(DRAWINGS).map(([name, own]) => [
    name,
    async (setUp, place) => {
      const chart = await mountChart({...WORDS, ...own, ...setUp}, place);
      await (chart.element.type === 'heatmap' ? chart.reaches('ready') : ready(chart));
      return chart;
    },
  ]),
);

/** Every state, by its name. */
export const states: Readonly<Record<string, Scene>> = {
  loading: state('loading', {}),
  waiting: state('waiting', () => {
    const clerk = new FakeClerk(new FakeClock(Date.now()));
    clerk.startTransition();
    return {clerk, getToken: undefined};
  }),
  'signed out': state('signed-out', () => {
    const clerk = new FakeClerk(new FakeClock(Date.now()));
    clerk.session = clerk.user = clerk.organization = null;
    return {clerk, getToken: undefined};
  }),
  'without an organization': state('no-organization', () => {
    const clerk = new FakeClerk(new FakeClock(Date.now()));
    clerk.signIn('user_ada', null);
    return {clerk, getToken: undefined, tenancy: 'organization'};
  }),
  empty: state('empty', {answer: () => rowsResponse([])}),
  'rate-limited': state('rate-limited', {
    answer: () => jsonResponse(429, {error: 'slow down'}, {'Retry-After': '30'}),
  }),
  failed: state('error', {answer: () => jsonResponse(404, {error: 'none'})}),
  offline: async (setUp, place) => {
    const {chart, sent} = await mountQuery({...WORDS, ...setUp}, place);
    const request = await sent(1);
    goOffline(true);
    request.drop();
    await chart.reaches('offline');
    return chart;
  },
  stale: async (setUp, place) => {
    const answer = () => rowsResponse();
    const {chart} = await mountQuery({...WORDS, refreshInterval: 60, answer, ...setUp}, place);
    await chart.reaches('ready');
    goOffline(true);
    void chart.element.refetch();
    await painted();
    return chart;
  },
  paused: async (setUp, place) => {
    const answer = () => rowsResponse();
    const {chart} = await mountQuery(
      {...WORDS, refreshInterval: 60, paused: true, answer, ...setUp},
      place,
    );
    await chart.reaches('ready');
    return chart;
  },
};

/** Makes the browser say that it has no network, or that it has one again. */
export function goOffline(isOffline: boolean): void {
  Object.defineProperty(navigator, 'onLine', {value: !isOffline, configurable: true});
  window.dispatchEvent(new Event(isOffline ? 'offline' : 'online'));
}

function state(
  name: Parameters<ChartHarness['reaches']>[0],
  own: QuerySetUp | (() => QuerySetUp),
): Scene {
  return async (setUp, place) => {
    const given = typeof own === 'function' ? own() : own;
    const visitor = new FakeVisitor();
    const {chart} = await mountQuery({...WORDS, visitor, ...given, ...setUp}, place);
    await chart.reaches(name);
    await painted();
    return chart;
  };
}

async function ready(chart: ChartHarness): Promise<void> {
  await chart.reaches('ready');
  await painted();
  await chart.element.updateComplete;
  await painted();
}
