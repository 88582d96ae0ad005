import {expect} from '@open-wc/testing';
import {toQueryKey, type QueryRequest} from '../../src/query/query-key.js';
import {rowsResponse} from '../support/fake-fetch.js';
import {FakeTokenSource} from '../support/fake-token-source.js';
import {setUp, statuses} from './support/set-up.js';

describe('QueryCache', () => {
  it('makes one request and one token request for forty charts', async () => {
    const {clock, source, network, observe} = setUp();

    const charts = Array.from({length: 40}, () => observe());
    await clock.advance(0);

    expect(network.requests).to.have.length(1);
    expect(source.requests).to.have.length(1);
    for (const chart of charts) expect(chart.state.status).to.equal('ready');
  });

  it('goes from loading to ready', async () => {
    const {clock, observe} = setUp();

    const chart = observe();
    const first = chart.state;
    await clock.advance(0);

    expect(first).to.include({status: 'loading', isFetching: true, response: null});
    expect(statuses(chart)).to.deep.equal(['loading', 'ready']);
    expect(chart.state).to.include({isFetching: false, answers: 1, staleReason: null});
  });

  it('gives a late chart the rows there are', async () => {
    const {clock, network, observe} = setUp();
    observe();
    await clock.advance(9_000);

    const late = observe();

    expect(late.state.status).to.equal('ready');
    expect(network.requests).to.have.length(1);
  });

  it('shows rows older than 10 s to a late chart while it refetches', async () => {
    const {clock, network, observe} = setUp();
    observe();
    await clock.advance(10_001);

    const late = observe();
    const shown = late.state;
    await clock.advance(0);

    expect(shown).to.include({status: 'ready', staleReason: 'loading', isFetching: true});
    expect(late.state).to.include({staleReason: null, answers: 2});
    expect(network.requests).to.have.length(2);
  });

  it('asks apart for other parameters', async () => {
    const {clock, network, observe} = setUp();

    observe({params: {year: '2025'}});
    observe({params: {year: '2026'}});
    await clock.advance(0);

    expect(network.requests.map(({url}) => url.search)).to.deep.equal(['?year=2025', '?year=2026']);
  });

  it('ends the request when the last chart leaves', async () => {
    const {clock, network, observe} = setUp(() => undefined);
    const [one, other] = [observe(), observe()];
    await clock.advance(0);

    one.stop();
    await clock.advance(200);
    const whileWanted = network.last.init.signal?.aborted;
    other.stop();
    await clock.advance(200);

    expect([whileWanted, network.last.init.signal?.aborted]).to.deep.equal([false, true]);
  });

  it('keeps the request when a chart moves', async () => {
    const {clock, network, observe} = setUp(() => undefined);
    const before = observe();
    await clock.advance(0);

    before.stop();
    await clock.advance(20);
    const after = observe();
    await clock.advance(200);
    network.last.respond(rowsResponse());
    await clock.advance(0);

    expect(network.requests).to.have.length(1);
    expect(after.state.status).to.equal('ready');
  });

  it('tells nothing to a chart that has left', async () => {
    const {clock, observe} = setUp();
    const gone = observe();
    observe();

    gone.stop();
    const told = gone.states.length;
    await clock.advance(0);

    expect(gone.states).to.have.length(told);
  });

  it('tells the others when one chart throws', async () => {
    const {clock, cache, source, observe, network} = setUp();
    const reported: unknown[] = [];
    const report = globalThis.reportError;
    globalThis.reportError = (error) => void reported.push(error);
    const request = {
      source,
      host: 'https://api.tinybird.co',
      pipe: 'sales',
      params: {},
      tenancy: 'auto' as const,
      tenantClaim: null,
      fetch: network.fetch,
    };
    cache.observe(request, {refreshIntervalMs: null, onScreen: true}, () => {
      throw new Error('broken chart');
    });

    const healthy = observe();
    await clock.advance(0);
    globalThis.reportError = report;

    expect(healthy.state.status).to.equal('ready');
    expect(String(reported[0])).to.contain('broken chart');
  });
});

describe('toQueryKey', () => {
  const source = new FakeTokenSource();
  const base: QueryRequest = {
    source,
    host: 'https://api.tinybird.co',
    pipe: 'sales',
    params: {a: '1', b: '2'},
    tenancy: 'auto',
    tenantClaim: null,
  };

  it('is equal whatever the order of the parameters', () => {
    expect(toQueryKey({...base, params: {b: '2', a: '1'}})).to.equal(toQueryKey(base));
  });

  const others: [string, Partial<QueryRequest>][] = [
    ['source', {source: new FakeTokenSource(undefined, 'other')}],
    ['host', {host: 'https://api.us-east.tinybird.co'}],
    ['pipe', {pipe: 'visits'}],
    ['parameters', {params: {a: '1', b: '3'}}],
    ['tenancy', {tenancy: 'user'}],
    ['tenant claim', {tenantClaim: 'company'}],
    ['fetch', {fetch: () => Promise.reject(new Error())}],
  ];
  for (const [what, change] of others) {
    it(`differs by ${what}`, () => {
      expect(toQueryKey({...base, ...change})).not.to.equal(toQueryKey(base));
    });
  }
});
