import {type ChartHarness, type ChartSetUp, mountChart} from './chart-harness.js';
import {
  type FakeFetch,
  fakeFetch,
  jsonResponse,
  type RecordedRequest,
  type Route,
} from './fake-fetch.js';
import {FakeVisitor} from './fake-visitor.js';
import {until} from './until.js';

/** A chart on a fake network, with the visitor whose tokens it sends. */
export interface QueryChart {
  readonly chart: ChartHarness;
  readonly network: FakeFetch;
  readonly visitor: FakeVisitor;
  /** Resolves with the request of this number, counted from 1, once it was sent. */
  sent(number: number): Promise<RecordedRequest>;
}

/** What a test says about its query; the pipe is `sales`. */
export type QuerySetUp = ChartSetUp & {
  readonly visitor?: FakeVisitor;
  /** Answers the pipe; without it the test answers each request by hand. */
  readonly answer?: Route;
};

/** Mounts a chart that asks the pipe `sales`; any other pipe fails the test. */
export async function mountQuery(setUp: QuerySetUp = {}, parent?: Element): Promise<QueryChart> {
  const {visitor = new FakeVisitor(), answer = () => undefined, attributes, ...rest} = setUp;
  const network = fakeFetch({'/v0/pipes/sales.json': answer});
  const {getToken} = visitor;
  const fetch = network.fetch as typeof globalThis.fetch;
  const chart = await mountChart(
    {
      getToken,
      fetch,
      ...rest,
      attributes: {pipe: 'sales', type: 'table', loading: 'eager', ...attributes},
    },
    parent,
  );
  const sent = async (number: number) => {
    const what = () => `request ${number} (${network.requests.length} were sent)`;
    await until(() => network.requests.length >= number, what);
    return network.requests[number - 1]!;
  };
  return {chart, network, visitor, sent};
}

/** Days of one or more number columns, from 1 January 2026. */
export function daily(columns: Readonly<Record<string, readonly (number | null)[]>>) {
  const count = Math.max(0, ...Object.values(columns).map((values) => values.length));
  const meta = [
    {name: 'day', type: 'Date'},
    ...Object.keys(columns).map((name) => ({name, type: 'Nullable(Float64)'})),
  ];
  const data = Array.from({length: count}, (_, at) => ({
    day: new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10),
    ...Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values[at]])),
  }));
  return {meta, data};
}

/** Answers a request with these days. */
export function dailyResponse(columns: Parameters<typeof daily>[0]): Response {
  const {meta, data} = daily(columns);
  return jsonResponse(200, {meta, data, rows: data.length});
}
