import {expect} from '@open-wc/testing';
import {rateLimitCauses, toResponseError} from '../../src/tinybird/error-response.js';
import {Pacer} from '../../src/tinybird/pacer.js';
import {
  TinybirdClient,
  type QueryPipeOptions,
  type TinybirdClientOptions,
} from '../../src/tinybird/tinybird-client.js';
import {FakeClock} from '../support/fake-clock.js';
import {fakeFetch, jsonResponse, rowsResponse, type Route} from '../support/fake-fetch.js';
import {claims, FakeTokenSource, identity} from '../support/fake-token-source.js';

const pipeRequest = {host: 'https://api.tinybird.co', pipe: 'sales', params: {}};

// A fake clock does not wait for a module.
const loadErrors = () => Promise.resolve({toResponseError, rateLimitCauses});

function setUp(
  route: Route = () => rowsResponse(),
  options: Pick<TinybirdClientOptions, 'loadErrors'> = {loadErrors},
) {
  const clock = new FakeClock();
  const source = new FakeTokenSource();
  const network = fakeFetch({'/v0/pipes/sales.json': route}, clock);
  const client = new TinybirdClient({
    clock,
    pacer: new Pacer({clock, random: () => 0}),
    violations: {hasBlocked: () => Promise.resolve(false)},
    ...options,
  });
  const query = (options: Partial<QueryPipeOptions> = {}) =>
    client.queryPipe(pipeRequest, {
      source,
      tenancy: 'auto',
      tenantClaim: null,
      priority: {isOnScreen: () => true, isPolling: () => false},
      fetch: network.fetch,
      signal: new AbortController().signal,
      ...options,
    });
  const failure = (options: Partial<QueryPipeOptions> = {}) =>
    query(options).then(
      () => expect.fail('The query succeeded.'),
      (error: unknown) => error,
    );
  return {clock, source, network, query, failure};
}

describe('TinybirdClient', () => {
  it('gives rows with the identity they belong to', async () => {
    const {query} = setUp();

    const {response, identityKey} = await query();

    expect(response.data).to.deep.equal([{day: '2026-01-01', visits: 1}]);
    expect(identityKey).to.equal('ann/acme');
  });

  it('asks for the token of the right pipe and tenant', async () => {
    const {source, query} = setUp();

    await query({tenancy: 'organization', tenantClaim: 'company'});

    expect(source.requests[0]).to.include({
      pipe: 'sales',
      tenancy: 'organization',
      tenantClaim: 'company',
      rejected: undefined,
    });
  });

  it('tells of a failure, though what would explain it never arrives', async () => {
    const loadErrors = () => new Promise<never>(() => {});
    const {clock, failure} = setUp(() => jsonResponse(400, {error: 'boom'}), {loadErrors});
    const told = failure();

    await clock.advance(5_000);

    expect(await told).to.include({code: 'server', status: 400, pipe: 'sales'});
  });

  it('sends nothing without a token', async () => {
    const {source, network, failure} = setUp();
    source.error = new Error('no token');

    expect(await failure()).to.equal(source.error);
    expect(network.requests).to.have.length(0);
  });

  it('takes a new token when the first one expired while it waited', async () => {
    const {clock, source, network, query} = setUp();
    source.claims = claims({requestsPerSecond: 1});
    await query();
    const answer = query();
    await clock.advance(0);
    source.expired.add('token-ann/acme-1');
    source.renew();

    await clock.advance(3_000);
    await answer;

    expect(network.requests.map(({token}) => token)).to.deep.equal([
      'token-ann/acme-1',
      'token-ann/acme-2',
    ]);
  });

  it('takes a new token when the identity changed while it waited', async () => {
    const {clock, source, network, query} = setUp();
    source.claims = claims({requestsPerSecond: 1});
    await query();
    const answer = query();
    await clock.advance(0);
    source.signIn(identity('ann', 'globex'));

    await clock.advance(3_000);

    expect(network.last.token).to.equal('token-ann/globex-1');
    expect((await answer).identityKey).to.equal('ann/globex');
  });

  for (const status of [401, 403]) {
    it(`tries once more with a renewed token after ${status}`, async () => {
      const {source, network, query} = setUp(({token}) =>
        token.endsWith('1') ? jsonResponse(status, {error: 'invalid token'}) : rowsResponse(),
      );

      await query();

      expect(network.requests).to.have.length(2);
      expect(source.requests[1]?.rejected?.value).to.equal('token-ann/acme-1');
    });

    it(`stops when the renewed token is refused with ${status} too`, async () => {
      const {network, failure} = setUp(() => jsonResponse(status, {error: 'invalid token'}));

      expect(await failure()).to.include({code: 'token-rejected', status});
      expect(network.requests).to.have.length(2);
    });
  }

  it('does not send a refused token again', async () => {
    const {source, network, failure} = setUp(() => jsonResponse(403, {}));
    source.renew = () => undefined;

    expect(await failure()).to.include({code: 'token-rejected'});
    expect(network.requests).to.have.length(1);
  });

  it('tells the pacer about a 429 and says when to come back', async () => {
    let answers = 0;
    const {clock, network, query, failure} = setUp(() =>
      (answers += 1) === 1 ? jsonResponse(429, {}, {'Retry-After': '2'}) : rowsResponse(),
    );

    expect(await failure()).to.include({code: 'rate-limited', retryAfterMs: 2_000});
    const next = query();
    await clock.advance(1_999);
    const early = network.requests.length;
    await clock.advance(1);
    await next;

    expect([early, network.requests.length]).to.deep.equal([1, 2]);
  });

  it('backs off where the wait of a 429 cannot be read', async () => {
    const {failure} = setUp(() => jsonResponse(429, {}));

    expect(await failure()).to.include({code: 'rate-limited', retryAfterMs: 500});
  });

  it('starts no more than the token allows', async () => {
    const {clock, source, network, query} = setUp();
    source.claims = claims({requestsPerSecond: 2});

    const answers = [query(), query(), query(), query(), query()];
    await clock.advance(1_049);
    const within = network.requests.length;
    await clock.advance(2_000);
    await Promise.all(answers);

    expect(within).to.equal(2);
  });

  it('counts tokens of one name together, whoever they belong to', async () => {
    const {clock, source, network, query} = setUp();
    source.claims = claims({requestsPerSecond: 1, name: 'shared'});
    const other = new FakeTokenSource({status: 'signed-in', identity: identity('bob')}, 'bob');
    other.claims = source.claims;

    const answers = [query(), query({source: other})];
    await clock.advance(1_049);
    const within = network.requests.length;
    await clock.advance(2_000);
    await Promise.all(answers);

    expect(within).to.equal(1);
  });

  it('passes an abort through and frees its permit', async () => {
    const {clock, source, network, query, failure} = setUp(() => undefined);
    source.claims = claims({requestsPerSecond: 1});
    const abort = new AbortController();

    const outcome = failure({signal: abort.signal});
    await clock.advance(0);
    abort.abort('moved on');
    const next = query();
    await clock.advance(1_051);
    network.last.respond(rowsResponse());
    await next;

    expect(await outcome).to.equal('moved on');
    expect(network.requests[0]?.init.signal?.aborted).to.equal(true);
  });

  it('never lets a token into an error', async () => {
    const {source, failure} = setUp(({token}) =>
      jsonResponse(400, {error: `bad ?token=${token} ${token}`}),
    );
    source.claims = null;

    const error = (await failure()) as Error;

    expect(error.message).to.contain('[token]');
    expect([JSON.stringify(error), error.message, error.stack].join()).not.to.contain('token-ann');
  });

  it('uses the fetch that the page has at the time', async () => {
    const {query, network} = setUp();
    const original = globalThis.fetch;
    globalThis.fetch = network.fetch as typeof fetch;

    await query({fetch: undefined}).finally(() => (globalThis.fetch = original));

    expect(network.requests).to.have.length(1);
  });
});
