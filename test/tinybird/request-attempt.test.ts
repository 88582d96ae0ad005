import {expect} from '@open-wc/testing';
import {attemptRequest, type AttemptOptions} from '../../src/tinybird/request-attempt.js';
import {FakeClock, settle} from '../support/fake-clock.js';
import {fakeFetch, textResponse} from '../support/fake-fetch.js';

const request = {url: 'https://api.tinybird.co/v0/pipes/sales.json', init: {method: 'GET'}};

function attempt(options: Partial<AttemptOptions> = {}) {
  const clock = new FakeClock();
  const network = fakeFetch({'/v0/pipes/sales.json': () => undefined}, clock);
  const abort = new AbortController();
  const outcome = attemptRequest(request, {
    pipe: 'sales',
    fetch: network.fetch,
    clock,
    violations: {hasBlocked: () => Promise.resolve(false)},
    timeoutMs: 35_000,
    signal: abort.signal,
    ...options,
  }).catch((error: unknown) => error);
  return {clock, network, abort, outcome};
}

describe('attemptRequest', () => {
  it('gives status, headers and body of any answer', async () => {
    const {network, outcome} = attempt();

    network.last.respond(textResponse(503, 'busy', {'Retry-After': '1'}));

    const answer = (await outcome) as {headers: Headers};
    expect(answer).to.include({status: 503, body: 'busy'});
    expect(answer.headers.get('retry-after')).to.equal('1');
  });

  it('calls a broken connection a network error', async () => {
    const {network, outcome} = attempt();

    network.last.drop();

    expect(await outcome).to.include({code: 'network', pipe: 'sales', retryable: true});
  });

  it('names the directive where the page forbids the address', async () => {
    const {network, outcome} = attempt({
      violations: {hasBlocked: (origin) => Promise.resolve(origin === 'https://api.tinybird.co')},
    });

    network.last.drop();

    expect(await outcome).to.include({code: 'csp-blocked', retryable: false});
    expect(String(await outcome)).to.contain('connect-src');
  });

  it('gives up after its time limit', async () => {
    const {clock, network, outcome} = attempt();

    await clock.advance(35_000);

    expect(await outcome).to.include({code: 'query-timeout', retryable: true});
    expect(network.last.init.signal?.aborted).to.equal(true);
  });

  it('counts a body that never ends against the time limit', async () => {
    const {clock, network, outcome} = attempt();
    const response = textResponse(200, '');
    response.text = () =>
      new Promise((_resolve, reject) => {
        const {signal} = network.last.init;
        signal?.addEventListener('abort', () => reject(signal.reason as Error));
      });

    network.last.respond(response);
    await clock.advance(35_000);

    expect(await outcome).to.include({code: 'query-timeout'});
  });

  it('passes an abort through as it is', async () => {
    const {abort, outcome} = attempt();
    const reason = new Error('not wanted');

    abort.abort(reason);

    expect(await outcome).to.equal(reason);
  });

  it('sends nothing when aborted before', async () => {
    const {network, outcome} = attempt({signal: AbortSignal.abort('before')});

    expect(await outcome).to.equal('before');
    expect(network.requests).to.have.length(0);
  });

  it('leaves no timer behind', async () => {
    const {clock, network, outcome} = attempt();

    network.last.respond(textResponse(200, '{}'));
    await outcome;
    await settle();

    expect(clock.pendingTimers).to.equal(0);
  });
});
