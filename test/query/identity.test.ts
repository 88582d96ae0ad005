import {expect} from '@open-wc/testing';
import {ClerkNotFoundError} from '../../src/errors/auth-errors.js';
import {rowsResponse} from '../support/fake-fetch.js';
import {identity} from '../support/fake-token-source.js';
import {setUp, setUpReady, statuses} from './support/set-up.js';

describe('A query when the identity changes', () => {
  it('drops the rows at once and asks with the new identity', async () => {
    const {clock, source, chart} = await setUpReady();

    source.signIn(identity('ann', 'globex'));
    const atOnce = chart.state;
    await clock.advance(0);

    expect(atOnce).to.include({status: 'loading', response: null, identityKey: null});
    expect(chart.state.response?.data).to.deep.equal([{owner: 'ann/globex'}]);
    expect(chart.state.identityKey).to.equal('ann/globex');
  });

  it('empties every query before it asks for anything', async () => {
    const {clock, source, network, observe, chart} = await setUpReady();
    const other = observe({pipe: 'visits'});
    await clock.advance(0);
    const asked = [source.requests.length, network.requests.length];
    let seen: unknown;
    source.observe(() => {
      seen = [source.requests.length, network.requests.length];
    });

    source.signIn(identity('bob', null));

    expect(seen).to.deep.equal(asked);
    expect([chart.state.response, other.state.response]).to.deep.equal([null, null]);
    expect([source.requests.length, network.requests.length]).to.deep.equal(asked);
  });

  it('aborts the running request and drops its late answer', async () => {
    const {clock, source, network, observe} = setUp(() => undefined);
    const chart = observe();
    await clock.advance(0);
    const [old] = network.requests;

    source.signIn(identity('ann', 'globex'));
    await clock.advance(0);
    old?.respond(rowsResponse([{owner: 'acme'}]));
    network.last.respond(rowsResponse([{owner: 'globex'}]));
    await clock.advance(0);

    expect(old?.init.signal?.aborted).to.equal(true);
    expect(chart.states.flatMap(({response}) => response?.data ?? [])).to.deep.equal([
      {owner: 'globex'},
    ]);
  });

  it('drops a token that arrives after the switch', async () => {
    const {clock, source, network, observe} = setUp(() => undefined);
    source.isHeld = true;
    observe();
    await clock.advance(0);

    source.signIn(identity('ann', 'globex'));
    source.release();
    await clock.advance(0);

    expect(network.requests.map(({token}) => token)).to.deep.equal(['token-ann/globex-1']);
  });

  it('shows no old rows after going there and back', async () => {
    const {clock, source, chart} = await setUpReady();

    source.signIn(identity('ann', 'globex'));
    source.signIn(identity('ann', 'acme'));
    const atOnce = chart.state.response;
    await clock.advance(0);

    expect(atOnce).to.equal(null);
    expect(chart.state.response?.data).to.deep.equal([{owner: 'ann/acme'}]);
  });

  it('empties the cache of charts that have left', async () => {
    const {clock, source, network, observe, chart} = await setUpReady();
    chart.stop();
    await clock.advance(1_000);

    source.signIn(identity('ann', 'globex'));
    await clock.advance(0);
    const asked = network.requests.length;
    const next = observe();

    expect(next.state.response).to.equal(null);
    expect(asked).to.equal(1);
  });

  it('does not ask again when the same identity is told twice', async () => {
    const {clock, source, network, chart} = await setUpReady();

    source.signIn();
    await clock.advance(0);

    expect(network.requests).to.have.length(1);
    expect(chart.state.status).to.equal('ready');
  });
});

describe('A query while the identity is uncertain', () => {
  it('conceals the rows and asks for nothing', async () => {
    const {clock, source, network, chart} = await setUpReady();

    source.become({status: 'waiting', reason: 'transition'});
    const atOnce = chart.state;
    chart.refetch();
    await clock.advance(60_000);

    expect(atOnce).to.include({status: 'waiting', response: null, identityKey: null});
    expect(network.requests).to.have.length(1);
  });

  it('brings them back when it was the same all along', async () => {
    const {clock, source, network, chart} = await setUpReady();
    source.become({status: 'waiting', reason: 'restored'});

    source.signIn();
    const atOnce = chart.state;
    await clock.advance(0);

    expect(atOnce).to.include({status: 'ready', staleReason: 'loading'});
    expect(atOnce.response?.data).to.deep.equal([{owner: 'ann/acme'}]);
    expect(network.requests).to.have.length(2);
  });

  it('never brings them back to another identity', async () => {
    const {clock, source, chart} = await setUpReady();
    source.become({status: 'waiting', reason: 'transition'});

    source.signIn(identity('bob', 'acme'));
    await clock.advance(0);
    source.become({status: 'waiting', reason: 'transition'});
    source.signIn(identity('ann', 'acme'));

    expect(chart.state.response).to.equal(null);
  });

  it('aborts the running request', async () => {
    const {clock, source, network, observe} = setUp(() => undefined);
    const chart = observe();
    await clock.advance(0);

    source.become({status: 'waiting', reason: 'transition'});
    network.last.respond(rowsResponse());
    await clock.advance(0);

    expect(network.last.init.signal?.aborted).to.equal(true);
    expect(chart.state).to.include({status: 'waiting', isFetching: false});
  });

  it('says why it waits', () => {
    const {source, observe} = setUp();
    const error = new ClerkNotFoundError('No Clerk yet.');
    source.become({status: 'waiting', reason: 'clerk', error});

    expect(observe().state).to.include({status: 'waiting', error});
  });

  it('starts as soon as it is known', async () => {
    const {clock, source, network, observe} = setUp();
    source.become({status: 'waiting', reason: 'clerk'});
    const chart = observe({refreshIntervalMs: 1_000});
    await clock.advance(10_000);
    const before = [source.requests.length, network.requests.length];

    source.signIn();
    await clock.advance(0);

    expect(before).to.deep.equal([0, 0]);
    expect(statuses(chart)).to.deep.equal(['waiting', 'loading', 'ready']);
  });
});
