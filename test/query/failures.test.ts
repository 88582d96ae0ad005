import {expect} from '@open-wc/testing';
import {TokenUnavailableError} from '../../src/errors/auth-errors.js';
import {jsonResponse, rowsResponse, textResponse} from '../support/fake-fetch.js';
import {setUp, statuses} from './support/set-up.js';

/** Answers with `failures` first and rows after. */
function failing(...failures: Response[]) {
  let answers = 0;
  return () => failures[(answers += 1) - 1] ?? rowsResponse();
}

describe('A query that fails', () => {
  it('keeps the last rows and marks them', async () => {
    const {clock, observe} = setUp(failing(rowsResponse(), jsonResponse(400, {error: 'bad'})));
    const chart = observe();
    await clock.advance(0);

    chart.refetch();
    await clock.advance(0);

    expect(chart.state).to.include({status: 'ready', staleReason: 'error', answers: 1});
    expect(chart.state.error?.code).to.equal('invalid-params');
    expect(chart.state.response?.rows).to.equal(1);
  });

  it('heals by itself after a 5xx', async () => {
    const {clock, observe} = setUp(
      failing(jsonResponse(502, {}), jsonResponse(500, {}), jsonResponse(503, {})),
    );
    const chart = observe();

    await clock.advance(60_000);

    expect(chart.state).to.include({status: 'ready', error: null, staleReason: null});
  });

  it('shows a first hiccup as loading and a second as the failure', async () => {
    const {clock, observe} = setUp(failing(jsonResponse(502, {}), jsonResponse(502, {})));
    const chart = observe();

    await clock.advance(60_000);

    expect(statuses(chart)).to.deep.equal(['loading', 'error', 'ready']);
    expect(chart.states.filter(({error}) => error)).to.have.length(2);
  });

  it('says when the next attempt is', async () => {
    const {clock, observe} = setUp(failing(jsonResponse(503, {}, {'Retry-After': '7'})));
    const chart = observe();

    await clock.advance(0);

    expect(chart.state).to.include({status: 'error', retryAtMs: clock.now() + 7_000});
  });

  it('heals by itself when the network comes back without a word', async () => {
    const {clock, network, observe} = setUp(() => undefined);
    const chart = observe();
    await clock.advance(0);
    network.last.drop();
    await clock.advance(600);
    network.last.drop();
    await clock.advance(0);
    const failed = chart.state;

    await clock.advance(5_000);
    network.last.respond(rowsResponse());
    await clock.advance(0);

    expect(failed).to.include({status: 'error', response: null});
    expect(failed.error?.code).to.equal('network');
    expect(chart.state.status).to.equal('ready');
  });

  it('never stops asking after 5xx, but at most once in 30 s', async () => {
    const {clock, network, observe} = setUp(() => jsonResponse(500, {}));
    observe();
    await clock.advance(3_600_000);
    const hour = network.requests.length;

    await clock.advance(600_000);

    expect(network.requests.length - hour).to.be.within(5, 21);
  });

  it('asks thrice after timeouts, then lets the database rest', async () => {
    const {clock, network, observe} = setUp(() => jsonResponse(408, {}));
    const chart = observe();

    await clock.advance(3_600_000);

    expect(network.requests).to.have.length(3);
    expect(chart.state).to.include({status: 'error', retryAtMs: null});
  });

  for (const status of [400, 404, 405]) {
    it(`does not repeat a ${status}`, async () => {
      const {clock, network, observe} = setUp(() => jsonResponse(status, {}));
      const chart = observe();

      await clock.advance(3_600_000);

      expect(network.requests).to.have.length(1);
      expect(chart.state.status).to.equal('error');
    });
  }

  it('calls an answer that is no rows by its name', async () => {
    const {clock, observe} = setUp(() => textResponse(200, '<html>captive portal</html>'));
    const chart = observe();

    await clock.advance(0);

    expect(chart.state.error?.code).to.equal('unexpected-response');
  });

  it('retries while no token can be had', async () => {
    const {clock, source, network, observe} = setUp();
    source.error = new TokenUnavailableError('Clerk does not answer.');
    const chart = observe();
    await clock.advance(20_000);
    const shown = chart.state;

    source.error = null;
    await clock.advance(60_000);

    expect(shown).to.include({status: 'error'});
    expect(shown.error?.code).to.equal('token-unavailable');
    expect(chart.state.status).to.equal('ready');
    expect(network.requests).to.have.length(1);
  });

  it('shows what a broken token source throws, as an error of ours', async () => {
    const {clock, source, observe} = setUp();
    source.error = new RangeError('bug');
    const chart = observe();

    await clock.advance(0);

    expect(chart.state.error?.code).to.equal('unexpected-response');
    expect(chart.state.error?.cause).to.equal(source.error);
  });

  it('goes back to loading when asked by hand', async () => {
    const {clock, network, observe} = setUp(() => undefined);
    const chart = observe();
    await clock.advance(0);
    network.last.respond(jsonResponse(404, {}));
    await clock.advance(0);

    chart.refetch();

    expect(chart.state).to.include({status: 'loading', error: null, isFetching: true});
  });
});
