import {expect} from '@open-wc/testing';
import {
  NoOrganizationError,
  SignedOutError,
  TenantMismatchError,
} from '../../src/errors/auth-errors.js';
import {ConfigurationError} from '../../src/errors/configuration-error.js';
import {setUp, setUpReady} from './support/set-up.js';

describe('A query without identity', () => {
  it('is empty at once when the visitor signs out', async () => {
    const {clock, source, network, chart} = await setUpReady();

    source.become({status: 'signed-out'});
    chart.refetch();
    await clock.advance(60_000);

    expect(chart.state).to.include({status: 'signed-out', response: null, error: null});
    expect(network.requests).to.have.length(1);
  });

  it('does not bring rows back after a sign-out', async () => {
    const {source, chart} = await setUpReady();

    source.become({status: 'signed-out'});
    source.signIn();

    expect(chart.state.response).to.equal(null);
  });

  it('shows why the source failed', async () => {
    const {source, chart} = await setUpReady();
    const error = new ConfigurationError('Two keys.');

    source.become({status: 'failed', error});

    expect(chart.state).to.include({status: 'error', error, response: null});
  });

  it('is offline while it waits for the identity without a network', async () => {
    const {activity, source, network, observe} = setUp();
    source.become({status: 'waiting', reason: 'token'});
    activity.isOnline = false;
    const chart = observe();

    expect(chart.state.status).to.equal('offline');

    activity.isOnline = true;
    expect(chart.state.status).to.equal('waiting');
    expect(network.requests).to.have.length(0);
  });

  const refusals: [string, Error, string][] = [
    ['signed out', new SignedOutError(), 'signed-out'],
    ['without organization', new NoOrganizationError(), 'no-organization'],
  ];
  for (const [what, error, status] of refusals) {
    it(`drops rows when the token source says ${what}`, async () => {
      const {clock, source, chart} = await setUpReady();
      source.error = error;

      chart.refetch();
      await clock.advance(0);

      expect(chart.state).to.include({status, response: null, error});
    });
  }
});

describe('A query whose token is of another organization', () => {
  it('waits, and asks again on focus', async () => {
    const {clock, activity, source, network, observe} = setUp();
    source.error = new TenantMismatchError('Another organization.');
    const chart = observe();
    await clock.advance(60_000);
    const waiting = chart.state;
    source.error = null;

    activity.focus();
    await clock.advance(0);

    expect(waiting).to.include({status: 'waiting', response: null});
    expect(waiting.error?.code).to.equal('tenant-mismatch');
    expect(chart.state.status).to.equal('ready');
    expect(network.requests).to.have.length(1);
  });

  it('asks again when the source says that a new token may fit', async () => {
    const {clock, source, observe} = setUp();
    source.error = new TenantMismatchError('Another organization.');
    const chart = observe();
    await clock.advance(60_000);
    source.error = null;

    source.become(source.state);
    await clock.advance(0);

    expect(chart.state.status).to.equal('ready');
  });

  it('keeps rows of the identity on the page, marked as waiting', async () => {
    const {clock, source, chart} = await setUpReady();
    source.error = new TenantMismatchError('Another organization.');

    chart.refetch();
    await clock.advance(0);

    expect(chart.state).to.include({status: 'ready', staleReason: 'waiting'});
  });

  it('asks nothing on focus when nothing is wrong', async () => {
    const {clock, activity, network} = await setUpReady();

    activity.focus();
    await clock.advance(0);

    expect(network.requests).to.have.length(1);
  });
});
