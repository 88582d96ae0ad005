import {expect} from '@open-wc/testing';
import {jsonResponse, rowsResponse} from '../support/fake-fetch.js';
import {claims} from '../support/fake-token-source.js';
import {setUp, statuses, type Chart} from './support/set-up.js';

/** Charts with a query each. */
function observeMany(count: number, observe: ReturnType<typeof setUp>['observe']): Chart[] {
  return Array.from({length: count}, (_, index) => observe({params: {index: `${index}`}}));
}

/** A service that counts starts in a sliding second, as strictly as the token says. */
function limitedTo(rate: number, headers: Record<string, string>) {
  const times: number[] = [];
  return ({atMs}: {atMs: number}) => {
    const recent = times.filter((time) => atMs - time < 1_000).length;
    times.push(atMs);
    return recent < rate ? rowsResponse() : jsonResponse(429, {error: 'Too many'}, headers);
  };
}

describe('Many charts on one rate limit', () => {
  it('load 60 queries at 10 a second without a refusal', async () => {
    const page = setUp(limitedTo(10, {}));
    page.source.claims = claims({requestsPerSecond: 10});
    const charts = observeMany(60, page.observe);

    await page.clock.advance(6_000);

    expect(page.network.requests).to.have.length(60);
    for (const chart of charts) expect(statuses(chart)).to.deep.equal(['loading', 'ready']);
  });

  for (const [what, headers] of [
    ['with Retry-After', {'Retry-After': '1'}],
    ['without readable headers', {}],
  ] as const) {
    it(`all load from a service stricter than the token says, ${what}`, async () => {
      const page = setUp(limitedTo(3, headers));
      page.source.claims = claims({requestsPerSecond: 10});
      const charts = observeMany(30, page.observe);

      await page.clock.advance(300_000);

      for (const chart of charts) expect(chart.state.status).to.equal('ready');
    });

    it(`all load where the limit is not known at all, ${what}`, async () => {
      const page = setUp(limitedTo(2, headers));
      const charts = observeMany(30, page.observe);

      await page.clock.advance(300_000);

      for (const chart of charts) expect(chart.state.status).to.equal('ready');
    });
  }

  it('show a limit, never an error, while they wait', async () => {
    let isOpen = false;
    const page = setUp(() => (isOpen ? rowsResponse() : jsonResponse(429, {})));
    page.source.claims = claims({requestsPerSecond: 10});
    const charts = observeMany(20, page.observe);
    await page.clock.advance(1_800_000);
    const requests = page.network.requests.length;

    isOpen = true;
    await page.clock.advance(90_000);

    expect(requests).to.be.below(80);
    for (const chart of charts) {
      expect(statuses(chart)).not.to.include('error');
      expect(chart.state.status).to.equal('ready');
    }
  });

  it('are told when the next attempt is', async () => {
    const page = setUp(() => jsonResponse(429, {}, {'Retry-After': '30'}));
    const chart = page.observe();

    await page.clock.advance(0);

    expect(chart.state).to.include({
      status: 'rate-limited',
      retryAtMs: page.clock.now() + 30_000,
    });
  });

  it('do not believe an absurd wait', async () => {
    let answers = 0;
    const page = setUp(() =>
      (answers += 1) === 1 ? jsonResponse(429, {}, {'Retry-After': '999999'}) : rowsResponse(),
    );
    const chart = page.observe();

    await page.clock.advance(301_000);

    expect(chart.state.status).to.equal('ready');
  });
});
