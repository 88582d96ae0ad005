import {expect} from '@open-wc/testing';
import {jsonResponse, rowsResponse} from '../support/fake-fetch.js';
import type {ChartHarness} from '../support/chart-harness.js';
import {mountChart} from '../support/chart-harness.js';
import {FakeVisitor, inOrganization} from '../support/fake-visitor.js';
import {daily, dailyResponse, mountQuery} from '../support/query-chart.js';
import {painted, until} from '../support/until.js';

const days = () => dailyResponse({visits: [1, 2, 3]});

/** Facts of the panel by name. */
function factsOf(chart: ChartHarness): Record<string, string> {
  const names = [...chart.part('debug').querySelectorAll('dt')];
  return Object.fromEntries(
    names.map((name) => [name.textContent, name.nextElementSibling?.textContent ?? '']),
  );
}

function nextStep(chart: ChartHarness): string {
  return chart.part('debug-step').textContent;
}

async function opened(chart: ChartHarness): Promise<void> {
  await until(
    () => chart.parts.includes('debug'),
    () => 'the panel',
  );
}

describe('the diagnosis panel', () => {
  it('is not there without debug', async () => {
    const {chart} = await mountQuery({answer: days});
    await chart.reaches('ready');

    expect(chart.parts).not.to.contain('debug');
  });

  it('tells everything about a chart that works', async () => {
    const visitor = new FakeVisitor({
      ...inOrganization('acme'),
      name: 'acme_ada',
      limits: {rps: 20},
    });
    const {chart} = await mountQuery({
      answer: () => rowsResponse(),
      debug: true,
      visitor,
      params: {country: 'DE'},
    });
    await chart.reaches('ready');
    await opened(chart);
    await chart.element.updateComplete;

    const facts = factsOf(chart);
    expect(facts).to.include({
      Host: 'https://api.tinybird.co (default)',
      Pipe: 'sales',
      State: 'ready',
      Error: 'none',
      'Last status': '200',
      Parameters: 'country = DE',
      User: 'user_ada',
      'Token name': 'acme_ada',
      Workspace: 'workspace_1',
      'Token limit': '20 requests/s',
      Scope: 'found',
      'Fixed params': 'org = acme',
      'Organization claim': 'fixed_params.org = "acme"',
      Pacing: 'rate known, 20 requests/s; 0 waiting; no pause',
      'Last answer': '1 rows in 1.0 ms, 1 rows and 8 bytes read',
    });
    expect(facts['Expires']).to.match(/^20\d\d-.* s left$/);
    expect(nextStep(chart)).to.equal('Nothing to do: it works.');
  });

  it('never shows the token or its signature', async () => {
    const {chart, network} = await mountQuery({answer: days, debug: true});
    await chart.reaches('ready');
    await opened(chart);

    expect(chart.allText).not.to.contain(network.last.token);
    expect(chart.allText).not.to.match(/eyJ|signature/);
  });

  it('counts the queries a day at the present interval', async () => {
    const {chart} = await mountQuery({answer: days, debug: true, refreshInterval: 60});
    await chart.reaches('ready');
    await opened(chart);

    expect(factsOf(chart)['Refetches']).to.contain('every 60 s, about 1,440 queries a day');
  });

  it('names a setting that is wrong', async () => {
    const chart = await mountChart({pipe: 'sales', type: 'pizza' as 'line', debug: true});
    await chart.reaches('error');
    await opened(chart);

    expect(factsOf(chart)['Error']).to.equal('misconfigured');
    expect(nextStep(chart)).to.contain('pizza');
  });

  it('shows a host that tokens may not go to, and the line that allows it', async () => {
    const {chart} = await mountQuery({debug: true, attributes: {host: 'https://evil.example'}});
    await chart.reaches('error');
    await opened(chart);

    expect(factsOf(chart)).to.include({
      Host: 'https://evil.example',
      Error: 'host-not-allowed',
    });
    expect(nextStep(chart)).to.contain("configure({allowedHosts: ['https://evil.example']})");
  });

  it('is there while nobody is signed in', async () => {
    const visitor = new FakeVisitor();
    visitor.claims = null;
    const {chart} = await mountQuery({debug: true, visitor});
    await chart.reaches('signed-out');
    await opened(chart);

    expect(factsOf(chart)['Identity']).to.equal('signed-out');
    expect(nextStep(chart)).to.contain('Sign in');
  });

  it('is there for rows that the page gives', async () => {
    const {data, meta} = daily({visits: [1, 2]});
    const chart = await mountChart({data, meta, type: 'table', debug: true});
    await chart.reaches('ready');
    await opened(chart);

    expect(factsOf(chart)['Last answer']).to.equal('2 rows');
  });

  it('shows status, error and the likeliest cause of a refusal', async () => {
    const {chart} = await mountQuery({answer: () => jsonResponse(403, {}), debug: true});
    await chart.reaches('error');
    await opened(chart);

    expect(factsOf(chart)).to.include({
      'Last status': '403',
      Error: 'token-rejected (403)',
    });
    expect(nextStep(chart)).to.contain('"workspace_1"');
  });

  it('shows a pause as it runs down', async () => {
    const answer = () => jsonResponse(429, {}, {'Retry-After': '30'});
    const {chart} = await mountQuery({answer, debug: true});
    await chart.reaches('rate-limited');
    await opened(chart);

    expect(factsOf(chart)['Pacing']).to.match(/paused for (30|29)\.\d s/);
  });

  it('warns of rows that name another organization than the token', async () => {
    const answer = () => rowsResponse([{org: 'globex', visits: 1}]);
    const {chart} = await mountQuery({answer, debug: true});
    await chart.reaches('ready');
    await opened(chart);
    await chart.element.updateComplete;

    expect(nextStep(chart)).to.contain('Rows have org "globex" while the token says "acme"');
  });

  it('says nothing against rows of the right organization', async () => {
    const answer = () => rowsResponse([{org: 'acme', visits: 1}]);
    const {chart} = await mountQuery({answer, debug: true});
    await chart.reaches('ready');
    await opened(chart);

    expect(nextStep(chart)).to.equal('Nothing to do: it works.');
  });

  it('tells of a parameter that the token fixes', async () => {
    const {chart} = await mountQuery({answer: days, debug: true, params: {org: 'globex'}});
    await chart.reaches('ready');
    await opened(chart);

    expect(chart.part('debug').textContent).to.contain('Parameter "org" is fixed by the token');
  });

  it('goes when debug is taken away', async () => {
    const {chart} = await mountQuery({answer: days, debug: true});
    await opened(chart);

    chart.element.debug = false;
    await chart.element.updateComplete;

    expect(chart.parts).not.to.contain('debug');
  });

  for (const type of ['line', 'table', 'metric'] as const) {
    it(`leaves the height of a ${type} as it is`, async () => {
      const {chart} = await mountQuery({answer: days, type, style: 'width: 500px'});
      await chart.reaches('ready');
      await painted();
      const {height} = chart.element.getBoundingClientRect();

      chart.element.debug = true;
      await opened(chart);
      await painted();

      expect(chart.element.getBoundingClientRect().height).to.equal(height);
      expect(chart.part('debug').getBoundingClientRect().height).to.be.greaterThan(25);
    });
  }

  for (const type of ['line', 'table'] as const) {
    it(`takes its height from the drawing of a ${type}`, async () => {
      const {chart} = await mountQuery({answer: days, type, style: 'width: 500px'});
      await chart.reaches('ready');
      const {height} = chart.part('body').getBoundingClientRect();

      chart.element.debug = true;
      await opened(chart);
      await painted();

      const panel = chart.part('debug').getBoundingClientRect();
      expect(panel.bottom).to.be.at.most(chart.element.getBoundingClientRect().bottom);
      const shrunk = chart.part('body').getBoundingClientRect().height;
      expect(shrunk).to.be.lessThan(height).and.greaterThan(60);
    });
  }

  it('is accessible', async () => {
    const {chart} = await mountQuery({answer: days, debug: true});
    await chart.reaches('ready');
    await opened(chart);

    await expect(chart.element).to.be.accessible();
  });
});
