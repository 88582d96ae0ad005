import {QueryCache, type Observation} from '../../../src/query/query-cache.js';
import type {QueryRequest} from '../../../src/query/query-key.js';
import type {ObserverOptions} from '../../../src/query/query-observers.js';
import type {QueryState} from '../../../src/query/query-state.js';
import {rateLimitCauses, toResponseError} from '../../../src/tinybird/error-response.js';
import {Pacer} from '../../../src/tinybird/pacer.js';
import {TinybirdClient} from '../../../src/tinybird/tinybird-client.js';
import {FakeActivity} from '../../support/fake-activity.js';
import {FakeClock} from '../../support/fake-clock.js';
import {fakeFetch, rowsResponse, type Route} from '../../support/fake-fetch.js';
import {FakeTokenSource} from '../../support/fake-token-source.js';

/** One chart as the tests see it. */
export interface Chart extends Observation {
  /** Every state the chart saw, oldest first. */
  readonly states: QueryState[];
}

/** What a chart of a test asks for. */
export type Wish = Partial<QueryRequest> & {
  refreshIntervalMs?: number | null;
  onScreen?: boolean;
};

/** A page with a cache, a clock that stands still, and a network that answers by `route`. */
export function setUp(route: Route = () => rowsResponse()) {
  const clock = new FakeClock();
  const activity = new FakeActivity();
  const source = new FakeTokenSource();
  const network = fakeFetch({'/v0/pipes/sales.json': route, '/v0/pipes/visits.json': route}, clock);
  const client = new TinybirdClient({
    clock,
    pacer: new Pacer({clock, random: () => 0}),
    violations: {hasBlocked: () => Promise.resolve(false)},
    // A fake clock does not wait for a module.
    loadErrors: () => Promise.resolve({toResponseError, rateLimitCauses}),
  });
  const cache = new QueryCache({client, clock, activity, random: () => 0});
  const observe = ({refreshIntervalMs = null, onScreen = true, ...wish}: Wish = {}): Chart => {
    const states: QueryState[] = [];
    const request: QueryRequest = {
      source,
      host: 'https://api.tinybird.co',
      pipe: 'sales',
      params: {},
      tenancy: 'auto',
      tenantClaim: null,
      fetch: network.fetch,
      ...wish,
    };
    const options: ObserverOptions = {refreshIntervalMs, onScreen};
    const observation = cache.observe(request, options, (state) => states.push(state));
    states.unshift(observation.state);
    return Object.assign(Object.create(observation) as Observation, {states});
  };
  return {clock, activity, source, network, cache, observe};
}

/** The statuses a chart went through, repeats left out. */
export function statuses({states}: Chart): string[] {
  return states.map(({status}) => status).filter((status, at, all) => status !== all[at - 1]);
}

/** A page where one chart shows rows of acme. */
export async function setUpReady() {
  const page = setUp(({token}) => rowsResponse([{owner: token.split('-')[1]}]));
  const chart = page.observe();
  await page.clock.advance(0);
  return {...page, chart};
}
