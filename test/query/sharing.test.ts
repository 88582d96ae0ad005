import {expect} from '@open-wc/testing';
import {toQueryKey, type QueryRequest} from '../../src/query/query-key.js';
import {jsonResponse, rowsResponse} from '../support/fake-fetch.js';
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

  it('keeps rows for the next chart for five minutes', async () => {
    const {clock, source, observe} = setUp();
    observe().stop();
    observe().stop();
    const chart = observe();
    await clock.advance(0);
    chart.stop();

    await clock.advance(299_000);
    const kept = source.observers;
    await clock.advance(2_000);

    expect([kept, source.observers]).to.deep.equal([1, 0]);
  });

  it('keeps the rows of at most twenty queries that nobody watches', async () => {
    const {clock, source, observe} = setUp();

    for (let year = 0; year < 30; year += 1) {
      const chart = observe({params: {year: `${year}`}});
      await clock.advance(0);
      chart.stop();
      await clock.advance(100);
    }

    expect(source.observers).to.equal(20);
  });

  /** An answer with so many cells, names of columns among them. */
  const answerOf = (cells: number) => () =>
    jsonResponse(200, {
      meta: Array.from({length: 1_000}, (_, at) => ({name: `column_${at}`, type: 'UInt8'})),
      data: Array.from({length: cells / 1_000 - 1}, () => ({})),
    });

  it('counts no queries whose charts may only be moving', async () => {
    const {clock, network, observe} = setUp();
    const watchThirty = (from: number) =>
      Array.from({length: 30}, (_, at) => observe({params: {year: `${from + at}`}}));
    const gone = watchThirty(1900);
    const moving = watchThirty(2000);
    await clock.advance(0);
    for (const chart of gone) chart.stop();
    await clock.advance(60);
    for (const chart of moving) chart.stop();
    await clock.advance(40);

    watchThirty(2000);
    await clock.advance(0);

    expect(network.requests).to.have.length(60);
  });

  it('keeps at most a million cells that nobody watches, and forgets the longest idle first', async () => {
    const {clock, source, network, observe} = setUp(answerOf(300_000));
    const watch = async (year: string) => {
      const chart = observe({params: {year}});
      await clock.advance(0);
      chart.stop();
      await clock.advance(100);
    };
    for (const year of ['2023', '2024', '2025', '2026']) await watch(year);
    const kept = source.observers;
    const asked = network.requests.length;

    await watch('2024');
    const again = network.requests.length;
    await watch('2023');

    expect([kept, asked, again, network.requests.length]).to.deep.equal([3, 4, 4, 5]);
  });

  it('keeps what others may need rather than one answer of more than a million cells', async () => {
    let cells = 1_000;
    const {clock, source, observe} = setUp(() => answerOf(cells)());
    for (const year of ['2025', '2026']) {
      const chart = observe({params: {year}});
      await clock.advance(0);
      chart.stop();
      await clock.advance(100);
      cells = 1_001_000;
    }

    expect(source.observers).to.equal(1);
  });

  it('does not keep a failure', async () => {
    let answers = 0;
    const {clock, observe} = setUp(() =>
      (answers += 1) === 1 ? jsonResponse(404, {}) : rowsResponse(),
    );
    const chart = observe();
    await clock.advance(0);
    chart.stop();
    await clock.advance(200);

    const next = observe();
    await clock.advance(0);

    expect(chart.states.at(-1)?.status).to.equal('error');
    expect(next.state.status).to.equal('ready');
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
