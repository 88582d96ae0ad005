import {expect} from '@open-wc/testing';
import {createTinybirdClient} from '../../src/entries/client.js';
import '../../src/tinybird/error-response.js';
import {fakeFetch, jsonResponse, rowsResponse} from '../support/fake-fetch.js';
import {FakeVisitor, inOrganization} from '../support/fake-visitor.js';
import {mountQuery} from '../support/query-chart.js';
import {until} from '../support/until.js';
import {failure, restorePage, setUpClient} from './support/client-page.js';

describe('query()', () => {
  it('resolves with the rows of a pipe', async () => {
    const {client, network} = setUpClient(() => rowsResponse([{name: 'Ada'}]));

    const response = await client.query('sales', {plan: 'team', since: new Date(0), empty: ''});

    expect(response.data).to.deep.equal([{name: 'Ada'}]);
    const sent = Object.fromEntries(network.last.url.searchParams);
    expect(sent).to.deep.equal({plan: 'team', since: '1970-01-01 00:00:00'});
    expect(network.last.init.credentials).to.equal('omit');
  });

  it('asks once for two that want the same, and for an element', async () => {
    const {chart, network, visitor} = await mountQuery({answer: () => rowsResponse()});
    await chart.reaches('ready');
    const fetch = chart.element.fetch!;
    const client = createTinybirdClient({getToken: visitor.getToken, fetch});

    await Promise.all([client.query('sales'), client.query('sales')]);

    expect(network.requests.length).to.equal(1);
  });

  it('keeps the rate of the token, together with others', async () => {
    const visitor = new FakeVisitor({limits: {rps: 2}});
    const network = fakeFetch({'/v0/pipes/sales.json': () => rowsResponse()});
    const fetch = network.fetch as typeof globalThis.fetch;
    const client = createTinybirdClient({getToken: visitor.getToken, fetch});
    const startedAtMs = performance.now();

    await Promise.all([1, 2, 3].map((page) => client.query('sales', {page})));

    expect(performance.now() - startedAtMs).to.be.greaterThan(1000);
  });

  it('waits out a 429', async () => {
    let answers = 0;
    const {client} = setUpClient(() =>
      (answers += 1) === 1
        ? jsonResponse(429, {error: 'slow down'}, {'retry-after': '0.3'})
        : rowsResponse([{name: 'Ada'}]),
    );

    expect((await client.query('sales')).rows).to.equal(1);
  });

  it('rejects when nobody is signed in, and sends nothing', async () => {
    const {client, network, visitor} = setUpClient();
    visitor.claims = null;

    expect((await failure(client.query('sales'))).code).to.equal('signed-out');
    expect(network.requests.length).to.equal(0);
  });

  it('rejects with what Tinybird refuses, without the token', async () => {
    const {client, visitor} = setUpClient(() => jsonResponse(404, {error: 'no such pipe'}));

    const error = await failure(client.query('sales'));

    expect(error.code).to.equal('pipe-not-found');
    expect(error.message).not.to.include(await visitor.getToken(visitor.asked[0]!));
  });

  it('rejects wrong input without an exception of its own', async () => {
    const {client} = setUpClient();

    expect((await failure(client.query('no pipe'))).code).to.equal('misconfigured');
    expect((await failure(client.query('sales', {token: 'x'}))).code).to.equal('misconfigured');
    const elsewhere = setUpClient(undefined, {host: 'https://example.com'}).client;
    expect((await failure(elsewhere.query('sales'))).code).to.equal('host-not-allowed');
  });

  it('asks hosts that the page allows', async () => {
    const settings = {host: 'https://example.com', allowedHosts: ['https://example.com']};
    const {client, network} = setUpClient(() => rowsResponse(), settings);

    await client.query('sales');

    expect(network.last.url.origin).to.equal('https://example.com');
  });

  it('gives up with its signal, and ends the request', async () => {
    const {client, sent} = setUpClient();
    const controller = new AbortController();
    const asked = failure(client.query('sales', {}, {signal: controller.signal}));
    const request = await sent(1);

    controller.abort(new Error('enough'));

    expect((await asked).message).to.equal('enough');
    await until(
      () => request.init.signal?.aborted ?? false,
      () => 'an abort',
    );
    const late = failure(client.query('sales', {}, {signal: controller.signal}));
    expect((await late).message).to.equal('enough');
  });

  it('never answers with the rows of a visitor who came meanwhile', async () => {
    const {client, network, visitor, sent} = setUpClient();
    visitor.claims = inOrganization('acme');
    const asked = failure(client.query('sales'));
    const request = await sent(1);

    visitor.claims = inOrganization('globex');
    restorePage();
    request.respond(rowsResponse([{owner: 'acme'}]));

    expect((await asked).code).to.equal('token-unavailable');
    expect(network.requests.length).to.equal(1);
  });

  it('refuses a token of another organization claim than asked for', async () => {
    const {client, visitor} = setUpClient(() => rowsResponse(), {tenancy: 'organization'});
    visitor.claims = inOrganization('none');

    expect((await failure(client.query('sales'))).code).to.equal('no-organization');
  });
});
