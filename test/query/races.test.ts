import {expect} from '@open-wc/testing';
import {jsonResponse, rowsResponse} from '../support/fake-fetch.js';
import {identity} from '../support/fake-token-source.js';
import {setUp} from './support/set-up.js';

describe('Races', () => {
  it('never shows rows of the old parameters for the new ones', async () => {
    const {clock, network, observe} = setUp(() => undefined);
    const old = observe({params: {year: '2025'}});
    await clock.advance(0);
    const next = observe({params: {year: '2026'}});
    old.stop();
    await clock.advance(0);
    const [first, second] = network.requests;

    second?.respond(rowsResponse([{year: 2026}]));
    await clock.advance(0);
    first?.respond(rowsResponse([{year: 2025}]));
    await clock.advance(200);

    expect(next.state.response?.data).to.deep.equal([{year: 2026}]);
    expect(old.states.every(({response}) => response === null)).to.equal(true);
  });

  it('ends the request for parameters that nobody wants any more', async () => {
    const {clock, network, observe} = setUp(() => undefined);
    const old = observe({params: {year: '2025'}});
    await clock.advance(0);

    observe({params: {year: '2026'}});
    old.stop();
    await clock.advance(100);

    expect(network.requests[0]?.init.signal?.aborted).to.equal(true);
  });

  it('joins the running request when asked twice', async () => {
    const {clock, network, observe} = setUp(() => undefined);
    const chart = observe();
    chart.refetch();
    await clock.advance(0);

    chart.refetch();
    network.last.respond(rowsResponse());
    await clock.advance(0);

    expect(network.requests).to.have.length(1);
    expect(chart.state.answers).to.equal(1);
  });

  it('survives any order of three identities and late answers', async () => {
    const {clock, source, network, observe} = setUp(() => undefined);
    const chart = observe();
    for (const who of ['acme', 'globex', 'acme', 'initech', 'acme']) {
      source.signIn(identity('ann', who));
      await clock.advance(0);
    }

    for (const request of [...network.requests].reverse()) {
      request.respond(rowsResponse([{owner: request.token}]));
      await clock.advance(0);
    }

    expect(network.requests).to.have.length(5);
    expect(chart.state).to.include({status: 'ready', answers: 1, identityKey: 'ann/acme'});
  });

  it('does not take a failure of the old identity for one of the new', async () => {
    const {clock, source, network, observe} = setUp(() => undefined);
    const chart = observe();
    await clock.advance(0);

    source.signIn(identity('ann', 'globex'));
    network.requests[0]?.respond(jsonResponse(500, {}));
    await clock.advance(0);

    expect(chart.state).to.include({status: 'loading', error: null});
  });

  it('forgets the retry of the old identity', async () => {
    let answers = 0;
    const {clock, source, network, observe} = setUp(() =>
      (answers += 1) === 1 ? jsonResponse(500, {}) : rowsResponse(),
    );
    observe();
    await clock.advance(0);

    source.signIn(identity('ann', 'globex'));
    await clock.advance(60_000);

    expect(network.requests).to.have.length(2);
  });

  it('starts a chart that observes within the notice of another', async () => {
    const {clock, source, cache, observe, network} = setUp();
    const request = {
      source,
      host: 'https://api.tinybird.co',
      pipe: 'visits',
      params: {},
      tenancy: 'auto' as const,
      tenantClaim: null,
      fetch: network.fetch,
    };
    const options = {refreshIntervalMs: null, onScreen: true};
    let inner: ReturnType<typeof observe> | undefined;

    cache.observe(request, options, ({response}) => {
      if (response) inner ??= observe();
    });
    await clock.advance(0);

    expect(inner?.state.status).to.equal('ready');
  });

  it('lets a chart leave within its own notice', async () => {
    const {clock, source, cache, network} = setUp();
    let told = 0;
    const observation = cache.observe(
      {
        source,
        host: 'https://api.tinybird.co',
        pipe: 'sales',
        params: {},
        tenancy: 'auto',
        tenantClaim: null,
        fetch: network.fetch,
      },
      {refreshIntervalMs: 1_000, onScreen: true},
      () => {
        told += 1;
        observation.stop();
      },
    );

    await clock.advance(60_000);

    expect(told).to.equal(1);
  });
});
