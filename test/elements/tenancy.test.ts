import {expect} from '@open-wc/testing';
import {ACME, FakeClerk, GLOBEX} from '../auth/support/fake-clerk.js';
import {parseJwtClaims} from '../../src/auth/jwt-claims.js';
import {isBlank} from '../support/canvas-pixels.js';
import type {ChartHarness} from '../support/chart-harness.js';
import {FakeClock} from '../support/fake-clock.js';
import {rowsResponse} from '../support/fake-fetch.js';
import {dailyResponse, mountQuery} from '../support/query-chart.js';

const SECRET = 'acme-only';
const secretRows = () => rowsResponse([{page: SECRET, visits: 77123}]);

function expectNothingOf(chart: ChartHarness): void {
  expect(chart.allText).not.to.contain(SECRET);
  expect(chart.allText).not.to.contain('77');
  expect(chart.element.response).to.equal(null);
}

function clerkIn(organization: typeof ACME | null): FakeClerk {
  const clerk = new FakeClerk(new FakeClock(Date.now()));
  clerk.signIn('user_ada', organization);
  return clerk;
}

const byClerk = (clerk: FakeClerk) => ({clerk, getToken: undefined});

describe('another tenant', () => {
  for (const type of ['table', 'metric', 'line', 'bar'] as const) {
    it(`sees nothing of the rows before, inside the very notice of the switch (${type})`, async () => {
      const clerk = clerkIn(ACME);
      const {chart} = await mountQuery({...byClerk(clerk), type, answer: secretRows});
      await chart.reaches('ready');

      clerk.switchTo(GLOBEX);

      expectNothingOf(chart);
      expect(chart.plot).to.equal(null);
    });
  }

  it('leaves no pixel on a canvas that the page has got hold of', async () => {
    const clerk = clerkIn(ACME);
    const {chart} = await mountQuery({
      ...byClerk(clerk),
      type: 'line',
      answer: () => dailyResponse({visits: [1, 9, 4]}),
    });
    await chart.isDrawn();
    const {canvas} = chart;

    clerk.signOut();

    expect(isBlank(canvas)).to.equal(true);
  });

  it('leaves no tooltip and no spoken point', async () => {
    const clerk = clerkIn(ACME);
    const {chart} = await mountQuery({
      ...byClerk(clerk),
      type: 'line',
      answer: () => dailyResponse({visits: [1, 9, 4]}),
    });
    await chart.isDrawn();
    chart.plot?.focus();
    chart.key('Home');
    await chart.element.updateComplete;
    expect(chart.tooltip).to.contain('Visits');

    clerk.switchTo(GLOBEX);

    expect([chart.tooltip, chart.spoken]).to.deep.equal(['', '']);
  });

  it('gets rows of their own, asked for with their own token', async () => {
    const clerk = clerkIn(ACME);
    const answers = [secretRows()];
    const {chart, sent} = await mountQuery({...byClerk(clerk), answer: () => answers.shift()});
    await chart.reaches('ready');

    clerk.switchTo(GLOBEX);
    const request = await sent(2);
    expect(parseJwtClaims(request.token)?.scopes[0]?.fixedParams).to.deep.equal({org: 'globex'});
    request.respond(rowsResponse([{page: 'globex', visits: 1}]));
    await chart.reaches('ready');

    expect(chart.tableText()).to.deep.equal([
      ['Page', 'Visits'],
      ['globex', '1'],
    ]);
  });

  it('never sees an answer that comes after the switch', async () => {
    const clerk = clerkIn(ACME);
    const {chart, sent} = await mountQuery(byClerk(clerk));
    const late = await sent(1);

    clerk.switchTo(GLOBEX);
    late.respond(secretRows());
    await sent(2);

    expectNothingOf(chart);
  });

  it('sees nothing while the session is in transition, and nothing is asked', async () => {
    const clerk = clerkIn(ACME);
    const {chart, network} = await mountQuery({...byClerk(clerk), answer: secretRows});
    await chart.reaches('ready');

    clerk.startTransition();

    expectNothingOf(chart);
    expect(chart.element.state).to.equal('waiting');
    expect(network.requests.length).to.equal(1);
  });
});
