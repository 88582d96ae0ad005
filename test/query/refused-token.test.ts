import {expect} from '@open-wc/testing';
import {jsonResponse, rowsResponse} from '../support/fake-fetch.js';
import {setUp} from './support/set-up.js';

describe('A query whose fresh token is refused', () => {
  const refused = () => jsonResponse(403, {error: 'forbidden'});

  it('stops after two requests', async () => {
    const {clock, network, observe} = setUp(refused);
    const chart = observe();

    await clock.advance(24 * 3_600_000);

    expect(network.requests).to.have.length(2);
    expect(chart.state.error?.code).to.equal('token-rejected');
  });

  it('tries again every ten minutes where it polls', async () => {
    const {clock, network, observe} = setUp(refused);
    const chart = observe({refreshIntervalMs: 1_000});
    await clock.advance(599_000);
    const before = network.requests.length;

    await clock.advance(3_600_000 - 599_000);

    expect(before).to.equal(2);
    // Two for each try, as the second is with a fresh token.
    expect(network.requests.length).to.be.within(12, 14);
    expect(chart.state.error?.code).to.equal('token-rejected');
  });

  it('tries again no sooner than it polls', async () => {
    const {clock, network, observe} = setUp(refused);
    observe({refreshIntervalMs: 3_600_000});

    await clock.advance(3_599_000);

    expect(network.requests).to.have.length(2);
  });

  it('polls as before once the token is taken again', async () => {
    let isRefused = true;
    const {clock, network, observe} = setUp(() => (isRefused ? refused() : rowsResponse()));
    const chart = observe({refreshIntervalMs: 10_000});
    await clock.advance(60_000);
    isRefused = false;

    await clock.advance(540_500);
    const {length} = network.requests;
    await clock.advance(60_000);

    expect(chart.state).to.include({status: 'ready', error: null, staleReason: null});
    expect(network.requests.length - length).to.equal(6);
  });

  it('does not start again for another chart', async () => {
    const {clock, network, observe} = setUp(refused);
    observe();
    await clock.advance(60_000);

    observe();
    await clock.advance(0);

    expect(network.requests).to.have.length(2);
  });

  it('starts again when the identity changes', async () => {
    const {clock, source, network, observe} = setUp(({token}) =>
      token.includes('globex') ? rowsResponse() : refused(),
    );
    const chart = observe();
    await clock.advance(60_000);

    source.signIn({...identityOf('globex')});
    await clock.advance(0);

    expect(chart.state.status).to.equal('ready');
    expect(network.requests).to.have.length(3);
  });

  it('starts again when asked by hand', async () => {
    const {clock, network, observe} = setUp(refused);
    const chart = observe();
    await clock.advance(60_000);

    chart.refetch();
    await clock.advance(0);

    expect(network.requests).to.have.length(4);
  });

  it('goes on polling when the renewed token is taken', async () => {
    let isRevoked = false;
    const {clock, network, observe} = setUp(({token}) =>
      isRevoked && token.endsWith('-1') ? refused() : rowsResponse(),
    );
    const chart = observe({refreshIntervalMs: 1_000});
    await clock.advance(0);
    isRevoked = true;

    await clock.advance(5_500);

    expect(chart.state).to.include({status: 'ready', staleReason: null, error: null});
    expect(network.requests.length).to.be.at.least(6);
  });
});

function identityOf(organization: string) {
  return {
    key: `ann/${organization}`,
    userId: 'ann',
    organization: {id: organization, slug: organization, name: organization},
  };
}
