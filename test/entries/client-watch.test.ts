import {expect} from '@open-wc/testing';
import {createTinybirdClient, type WatchState} from '../../src/entries/client.js';
import {rowsResponse} from '../support/fake-fetch.js';
import {inOrganization} from '../support/fake-visitor.js';
import {until} from '../support/until.js';
import {failure, restorePage, setUpClient} from './support/client-page.js';

describe('watch()', () => {
  it('tells each state, and rows at once where they are known', async () => {
    const {client} = setUpClient(() => rowsResponse([{name: 'Ada'}]));
    const states: WatchState[] = [];
    const first = client.watch('sales', {}, {}, (state) => states.push(state));
    await until(
      () => first.state.status === 'ready',
      () => 'rows',
    );
    expect(states.at(-1)).to.equal(first.state);
    expect(first.state).to.equal(first.state);
    expect(first.state).not.to.have.property('identityKey');

    const second = client.watch('sales', {}, {}, () => undefined);

    expect(second.state.response?.data).to.deep.equal([{name: 'Ada'}]);
    first.stop();
    second.stop();
  });

  it('asks again by itself, and when told to', async () => {
    const {client, sent} = setUpClient(() => rowsResponse());
    const polling = client.watch('sales', {}, {refreshInterval: 0.1}, () => undefined);
    await sent(1);

    polling.refetch();
    await sent(2);
    await sent(3);

    polling.stop();
  });

  it('loses its rows before anything is asked for the next visitor', async () => {
    const {client, visitor, network, sent} = setUpClient();
    visitor.claims = inOrganization('acme');
    const seen: string[] = [];
    const watch = client.watch('sales', {}, {}, ({response}) =>
      seen.push(`${(response?.data[0]?.['owner'] ?? '-') as string} ${network.requests.length}`),
    );
    (await sent(1)).respond(rowsResponse([{owner: 'acme'}]));
    await until(
      () => watch.state.status === 'ready',
      () => 'rows',
    );

    visitor.claims = inOrganization('globex');
    restorePage();
    expect(watch.state.response).to.equal(null);
    expect(seen.at(-1)).to.equal('- 1');
    (await sent(2)).respond(rowsResponse([{owner: 'globex'}]));
    await until(
      () => seen.at(-1) === 'globex 2',
      () => 'the rows of the next',
    );
    watch.stop();
  });

  it('says nothing after its end', async () => {
    const {client, sent} = setUpClient();
    const controller = new AbortController();
    const states: WatchState[] = [];
    const watch = client.watch('sales', {}, {signal: controller.signal}, (state) =>
      states.push(state),
    );
    const request = await sent(1);

    controller.abort();
    const count = states.length;
    request.respond(rowsResponse());
    watch.refetch();
    await setUpClient(() => rowsResponse()).client.query('sales');

    expect(states.length).to.equal(count);
  });

  it('tells wrong input as a state', () => {
    const {client} = setUpClient();
    const stateOf = (pipe: string, params: object, options: object) =>
      client.watch(pipe, params as never, options, () => undefined).state;

    for (const state of [
      stateOf('', {}, {}),
      stateOf('sales', {q: 'SELECT 1'}, {}),
      stateOf('sales', {}, {refreshInterval: -1}),
    ]) {
      expect(state.status).to.equal('error');
      expect(state.error?.code).to.equal('misconfigured');
    }
  });
});

describe('the session of a client', () => {
  it('is known once somebody listens', async () => {
    const {client, visitor} = setUpClient();
    visitor.claims = {sub: 'user_ada'};
    expect(client.session.status).to.equal('waiting');

    const stop = client.observeSession(() => undefined);

    await until(
      () => client.session.status === 'signed-in',
      () => 'a visitor',
    );
    expect(client.session.userId).to.equal('user_ada');
    stop();
  });

  it('gives a token for a pipe, and none without a visitor', async () => {
    const {client, visitor} = setUpClient();
    const token = await client.getToken({pipe: 'sales'});
    expect(token.split('.').length).to.equal(3);
    visitor.claims = null;

    const other = createTinybirdClient({getToken: () => Promise.resolve(null)});

    expect((await failure(other.getToken({pipe: 'sales'}))).code).to.equal('signed-out');
  });

  it('fails where tokens would come from elsewhere', () => {
    const client = createTinybirdClient({tokenEndpoint: 'https://example.com/token'});

    expect(client.session.status).to.equal('failed');
    expect(client.session.error?.code).to.equal('host-not-allowed');
    client.observeSession(() => undefined)();
  });
});
