import {expect} from '@open-wc/testing';
import {parseJwtClaims} from '../../src/auth/jwt-claims.js';
import {ACME, FakeClerk} from '../auth/support/fake-clerk.js';
import {FakeClock} from '../support/fake-clock.js';
import {rowsResponse} from '../support/fake-fetch.js';
import {mountQuery} from '../support/query-chart.js';
import {until} from '../support/until.js';
import {ModelPage, type ModelPageOptions} from './support/model-page.js';
import type {StartedRequest} from './support/scripted-tinybird.js';

/** A page of Ann in Acme that notes what it asks for. */
function annsPage(options: ModelPageOptions = {}) {
  const requests: StartedRequest[] = [];
  const page = new ModelPage({
    ...options,
    tinybird: {...options.tinybird, onStart: (request) => requests.push(request)},
  });
  page.clerk.signIn('ann', 'acme');
  return {page, requests};
}

describe('Found by playing stories: a page', () => {
  it('asks for nothing when the session changes while it is hidden', async () => {
    const {page, requests} = annsPage();
    const {clock, activity, clerk} = page;
    const chart = page.observe();
    await clock.advance(1_000);

    activity.isVisible = false;
    clerk.signIn('bob', 'globex');
    await clock.advance(60_000);
    const whileHidden = requests.length;
    activity.isVisible = true;
    await clock.advance(1_000);

    expect(whileHidden).to.equal(1);
    expect(chart.observation.state.response?.data).to.deep.equal([{org: 'globex', user: 'bob'}]);
  });

  it('asks for nothing when the network is back while it is hidden', async () => {
    const {page, requests} = annsPage();
    const {clock, activity} = page;
    page.isOnline = false;
    const chart = page.observe();
    await clock.advance(1_000);

    activity.isVisible = false;
    page.isOnline = true;
    await clock.advance(60_000);
    const whileHidden = requests.length;
    activity.isVisible = true;
    await clock.advance(1_000);

    expect(whileHidden).to.equal(0);
    expect(chart.observation.state.status).to.equal('ready');
  });

  it('asks again on focus after another tab had chosen no organization', async () => {
    const {page} = annsPage();
    const {clock, server} = page;
    for (const session of server.sessions.values()) session.organization = null;
    const chart = page.observe();
    await clock.advance(1_000);
    const before = chart.observation.state.status;

    page.focus();
    await clock.advance(1_000);

    expect([before, chart.observation.state.status]).to.deep.equal(['no-organization', 'ready']);
  });

  it('shows an answer without rows as an error as soon as it is there', async () => {
    const {page} = annsPage({tinybird: {fault: () => 'garbage'}});
    const chart = page.observe();

    await page.clock.advance(1_000);

    const {status, error, isFetching} = chart.observation.state;
    expect([status, error?.code, isFetching]).to.deep.equal([
      'error',
      'unexpected-response',
      false,
    ]);
  });

  it('does not trust a token that was under way while the device slept', async () => {
    const {page, requests} = annsPage({server: {lifetimeMs: 30_000}});
    const {clock, server} = page;
    server.fault = 'slow';
    page.observe();
    await clock.advance(2_500);

    clock.sleep(31_000);
    server.fault = 'none';
    await clock.advance(10_000);

    expect(requests).to.have.length(1);
    expect(page.tinybird).to.include({answered: 1, expired: 0});
  });

  it('shows a limit and no error when tokens run out in a long queue', async () => {
    const {page} = annsPage({tinybird: {fault: () => 'limited'}});
    for (let index = 0; index < 30; index += 1) page.observe({params: {index: `${index}`}});

    const seen = new Set<string>();
    for (let minute = 0; minute < 20; minute += 1) {
      await page.clock.advance(60_000);
      for (const {observation} of page.charts) seen.add(observation.state.status);
    }

    expect([...seen])
      .to.include('rate-limited')
      .and.not.to.include('error');
  });

  it('lets charts on screen go first among those that waited for one token', async () => {
    const {page, requests} = annsPage({server: {requestsPerSecond: 2}});
    for (let index = 0; index < 6; index += 1) {
      page.observe({params: {index: `${index}`}, onScreen: index >= 3});
    }

    await page.clock.advance(10_000);

    const order = requests.map(({url}) => url.searchParams.get('index'));
    expect(order).to.deep.equal(['3', '4', '5', '0', '1', '2']);
  });

  it('refetches off screen too while refetches on screen take all that polling may', async () => {
    const {page, requests} = annsPage({server: {requestsPerSecond: 2}});
    page.observe({refreshIntervalMs: 1_000});
    page.observe({pipe: 'visits', refreshIntervalMs: 30_000, onScreen: false});

    await page.clock.advance(300_000);

    const ofVisits = requests.filter(({url}) => url.pathname.includes('visits'));
    expect(ofVisits).to.have.length.above(7);
  });
});

describe('Found by playing stories: a chart that was taken out of the page', () => {
  it('keeps no rows, whoever is shown next', async () => {
    const clerk = new FakeClerk(new FakeClock(Date.now()));
    clerk.signIn('user_ada', ACME);
    const {chart} = await mountQuery({
      clerk,
      getToken: undefined,
      answer: ({token}) => rowsResponse([{...parseJwtClaims(token)?.scopes[0]?.fixedParams}]),
    });
    await chart.reaches('ready');

    chart.element.remove();
    await until(
      () => chart.element.response === null,
      () => 'a chart without rows',
    );

    expect(chart.allText).not.to.contain('acme');
  });
});
