import {expect} from '@open-wc/testing';
import {TokenUnavailableError} from '../../src/errors/auth-errors.js';
import {jsonResponse, rowsResponse} from '../support/fake-fetch.js';
import {claims} from '../support/fake-token-source.js';
import {setUp} from './support/set-up.js';

describe('Polling', () => {
  it('refetches at the interval', async () => {
    const {clock, network, observe} = setUp();
    observe({refreshIntervalMs: 5_000});

    await clock.advance(20_500);

    expect(network.requests.map(({atMs}) => atMs)).to.deep.equal([
      0, 5_000, 10_000, 15_000, 20_000,
    ]);
  });

  it('follows the shortest interval of all charts', async () => {
    const {clock, network, observe} = setUp();
    observe({refreshIntervalMs: 60_000});
    const eager = observe({refreshIntervalMs: 2_000});
    observe();
    await clock.advance(6_500);
    const together = network.requests.length;

    eager.stop();
    await clock.advance(30_000);

    expect([together, network.requests.length]).to.deep.equal([4, 4]);
  });

  it('takes a changed interval at once', async () => {
    const {clock, network, observe} = setUp();
    const chart = observe({refreshIntervalMs: 60_000});
    await clock.advance(10_000);

    chart.update({refreshIntervalMs: 5_000, onScreen: true});
    await clock.advance(0);
    const caughtUp = network.requests.length;
    chart.update({refreshIntervalMs: null, onScreen: true});
    await clock.advance(600_000);

    expect([caughtUp, network.requests.length]).to.deep.equal([2, 2]);
  });

  it('does not go below one second', async () => {
    const {clock, network, observe} = setUp();
    observe({refreshIntervalMs: 1});

    await clock.advance(3_500);

    expect(network.requests).to.have.length(4);
  });

  it('does not mark rows as stale while it refetches', async () => {
    const {clock, observe} = setUp();
    const chart = observe({refreshIntervalMs: 1_000});

    await clock.advance(5_500);

    const reasons = new Set(chart.states.map(({staleReason}) => staleReason));
    expect([...reasons]).to.deep.equal([null]);
    expect(chart.states.some(({isFetching, response}) => isFetching && response)).to.equal(true);
  });

  it('stands still while the page is hidden and catches up at once', async () => {
    const {clock, activity, network, observe} = setUp();
    observe({refreshIntervalMs: 1_000});
    await clock.advance(0);

    activity.isVisible = false;
    await clock.advance(600_000);
    const hidden = network.requests.length;
    activity.isVisible = true;
    await clock.advance(0);

    expect([hidden, network.requests.length]).to.deep.equal([1, 2]);
  });

  it('stands still while offline and catches up at once', async () => {
    const {clock, activity, network, observe} = setUp();
    const chart = observe({refreshIntervalMs: 1_000});
    await clock.advance(0);

    activity.isOnline = false;
    await clock.advance(600_000);
    const offline = {requests: network.requests.length, ...chart.state};
    activity.isOnline = true;
    await clock.advance(0);

    expect(offline).to.include({requests: 1, status: 'ready', staleReason: 'offline'});
    expect(chart.state).to.include({staleReason: null, answers: 2});
    await clock.advance(1_000);
    expect(network.requests).to.have.length(3);
  });

  for (const status of [400, 404, 408, 500]) {
    it(`goes on after ${status}`, async () => {
      let answers = 0;
      const {clock, observe} = setUp(() =>
        (answers += 1) === 2 ? jsonResponse(status, {}) : rowsResponse(),
      );
      const chart = observe({refreshIntervalMs: 1_000});

      await clock.advance(60_000);

      expect(chart.state).to.include({status: 'ready', staleReason: null});
      expect(chart.state.answers).to.be.above(15);
    });
  }

  it('goes on after 429', async () => {
    let answers = 0;
    const {clock, observe} = setUp(() =>
      (answers += 1) === 2 ? jsonResponse(429, {}, {'Retry-After': '20'}) : rowsResponse(),
    );
    const chart = observe({refreshIntervalMs: 1_000});
    await clock.advance(1_500);
    const limited = chart.state;

    await clock.advance(60_000);

    expect(limited).to.include({status: 'ready', staleReason: 'rate-limited'});
    expect(chart.state).to.include({staleReason: null, error: null});
    expect(chart.state.answers).to.be.above(30);
  });

  it('slows down where a person has to fix something', async () => {
    const {clock, network, observe} = setUp(() => jsonResponse(404, {}));
    observe({refreshIntervalMs: 1_000});

    await clock.advance(120_000);

    expect(network.requests).to.have.length(5);
  });

  it('never takes more than half of the rate, however many charts poll', async () => {
    const {clock, source, network, observe} = setUp();
    source.claims = claims({requestsPerSecond: 4});
    for (let year = 0; year < 20; year += 1) {
      observe({params: {year: `${year}`}, refreshIntervalMs: 1_000});
    }
    await clock.advance(10_000);
    const loaded = network.requests.length;

    await clock.advance(60_000);

    const times = network.requests.slice(loaded).map(({atMs}) => atMs);
    for (const from of times) {
      expect(times.filter((at) => at >= from && at <= from + 1_050).length).to.be.at.most(2);
    }
    expect(times.length).to.be.above(100);
  });

  it('ends with the last chart', async () => {
    const {clock, network, observe} = setUp();
    const chart = observe({refreshIntervalMs: 1_000});
    await clock.advance(500);

    chart.stop();
    await clock.advance(60_000);

    expect(network.requests).to.have.length(1);
  });

  it('uses one timer for a hundred charts', async () => {
    const {clock, observe} = setUp();
    for (let year = 0; year < 100; year += 1) {
      observe({params: {year: `${year}`}, refreshIntervalMs: 60_000});
    }

    await clock.advance(0);

    expect(clock.pendingTimers).to.equal(1);
  });
});

describe('A query without network', () => {
  it('is offline, asks nothing, and starts when the network is there', async () => {
    const {clock, activity, source, observe} = setUp();
    activity.isOnline = false;
    const chart = observe();
    await clock.advance(60_000);
    const before = {tokens: source.requests.length, ...chart.state};

    activity.isOnline = true;
    await clock.advance(0);

    expect(before).to.include({status: 'offline', tokens: 0, isFetching: false});
    expect(chart.state.status).to.equal('ready');
  });

  it('is offline when a request breaks and the browser knows why', async () => {
    const {clock, activity, network, observe} = setUp(() => undefined);
    const chart = observe();
    await clock.advance(0);

    activity.isOnline = false;
    network.last.drop();
    await clock.advance(0);

    expect(chart.state.status).to.equal('offline');
  });

  it('is offline when the token does not come and the browser knows why', async () => {
    const {clock, activity, source, observe} = setUp();
    source.isHeld = true;
    const chart = observe();
    await clock.advance(0);

    activity.isOnline = false;
    source.error = new TokenUnavailableError('No token came within 10 s.');
    source.fail();
    await clock.advance(0);
    const between = chart.state.status;
    source.error = null;
    source.isHeld = false;
    activity.isOnline = true;
    await clock.advance(0);

    expect([between, chart.state.status]).to.deep.equal(['offline', 'ready']);
  });

  it('still asks a server on this machine', async () => {
    const {clock, activity, observe} = setUp();
    activity.isOnline = false;
    const chart = observe({host: 'http://localhost:7181'});

    await clock.advance(0);

    expect(chart.state.status).to.equal('ready');
  });
});
