import {expect} from '@open-wc/testing';
import {FakeClerk} from '../auth/support/fake-clerk.js';
import {mountChart} from '../support/chart-harness.js';
import {FakeClock} from '../support/fake-clock.js';
import {jsonResponse, rowsResponse} from '../support/fake-fetch.js';
import {FakeVisitor, inOrganization} from '../support/fake-visitor.js';
import {daily, mountQuery} from '../support/query-chart.js';

const refused = () => jsonResponse(404, {error: 'The pipe does not exist'});

describe('states', () => {
  it('is idle, with a skeleton, while a lazy chart is far from the viewport', async () => {
    const {chart, network} = await mountQuery({
      loading: 'lazy',
      style: 'position: absolute; top: 9000px; width: 300px',
    });

    expect([chart.element.state, chart.hasSkeleton]).to.deep.equal(['idle', true]);
    expect(network.requests).to.deep.equal([]);
  });

  it('waits while no Clerk is there', async () => {
    const clerk = new FakeClerk(new FakeClock(Date.now()));
    clerk.startTransition();
    const {chart} = await mountQuery({clerk, getToken: undefined});

    await chart.reaches('waiting');
    expect(chart.hasSkeleton).to.equal(true);
  });

  it('is signed-out when there is no session', async () => {
    const visitor = new FakeVisitor();
    visitor.claims = null;
    const {chart, network} = await mountQuery({visitor});

    await chart.reaches('signed-out');
    expect(chart.message).to.equal('Sign in to see this chart.');
    expect(network.requests).to.deep.equal([]);
  });

  it('is no-organization when the token names none', async () => {
    const {chart, network} = await mountQuery({visitor: new FakeVisitor(inOrganization('none'))});

    await chart.reaches('no-organization');
    expect(chart.message).to.equal('Choose an organization to see this chart.');
    expect(network.requests).to.deep.equal([]);
  });

  it('is loading while the first answer is on its way', async () => {
    const {chart, sent} = await mountQuery();

    await chart.reaches('loading');
    await sent(1);
    expect(chart.hasSkeleton).to.equal(true);
  });

  it('is ready with rows', async () => {
    const {chart} = await mountQuery({answer: () => rowsResponse()});

    await chart.reaches('ready');
    expect(chart.element.response?.rows).to.equal(1);
  });

  it('is empty without', async () => {
    const {chart} = await mountQuery({answer: () => rowsResponse([])});

    await chart.reaches('empty');
    expect(chart.message).to.equal('No data for this selection.');
  });

  it('is rate-limited when Tinybird asks for patience and nothing is there', async () => {
    const answer = () => jsonResponse(429, {error: 'Too many'}, {'retry-after': '30'});
    const {chart} = await mountQuery({answer});

    await chart.reaches('rate-limited');
    expect(chart.message).to.contain('This chart loads in a few seconds.');
  });

  it('is an error when a person has to act, with the details folded', async () => {
    const {chart} = await mountQuery({answer: refused});

    await chart.reaches('error');
    expect(chart.element.error?.code).to.equal('pipe-not-found');
    expect(chart.message).to.equal('This chart cannot be shown right now.');
    expect(chart.detail).to.contain('sales');
    expect(chart.buttons).to.deep.equal(['Try again']);
  });

  it('comes back from an error with the button', async () => {
    const answers = [refused(), rowsResponse()];
    const {chart} = await mountQuery({answer: () => answers.shift()});
    await chart.reaches('error');

    chart.press('Try again');
    await chart.reaches('ready');
    expect(chart.element.error).to.equal(null);
  });

  it('stays ready and stale when a refetch fails', async () => {
    const answers = [rowsResponse(), refused()];
    const {chart} = await mountQuery({answer: () => answers.shift()});
    await chart.reaches('ready');

    await chart.element.refetch();
    expect(chart.element).to.include({state: 'ready', staleReason: 'error'});
    expect(chart.status).to.equal('Not up to date');
    expect(chart.tableText()).to.deep.equal([
      ['Day', 'Visits'],
      ['2026-01-01', '1'],
    ]);
  });

  it('is ready with rows that the page gives, and asks nobody', async () => {
    const {chart, network, visitor} = await mountQuery(daily({visits: [1]}));

    await chart.reaches('ready');
    expect([network.requests, visitor.asked]).to.deep.equal([[], []]);
  });

  it('matches :state() by name, and by refetching and stale', async () => {
    const answers = [rowsResponse()];
    const {chart, sent} = await mountQuery({answer: () => answers.shift()});
    const {element} = chart;
    await chart.reaches('ready');
    expect(element.matches(':state(ready):not(:state(stale), :state(refetching))')).to.equal(true);

    const refetched = element.refetch();
    const request = await sent(2);
    expect(element.matches(':state(ready):state(refetching)')).to.equal(true);
    request.respond(refused());
    await refetched;
    expect(element.matches(':state(stale):not(:state(refetching))')).to.equal(true);
  });

  it('matches no other state than its own', async () => {
    const chart = await mountChart({data: [], type: 'table'});
    await chart.reaches('empty');

    const others = ['idle', 'waiting', 'loading', 'ready', 'error'].map(
      (name) => `:state(${name})`,
    );
    expect(chart.element.matches(others.join())).to.equal(false);
  });
});
