import {expect} from '@open-wc/testing';
import type {ChartHarness} from '../support/chart-harness.js';
import {jsonResponse, rowsResponse} from '../support/fake-fetch.js';
import {FakeVisitor, inOrganization} from '../support/fake-visitor.js';
import {mountQuery} from '../support/query-chart.js';

const SECRET = 'acme-only';
const secretRows = () => rowsResponse([{page: SECRET, visits: 77123}]);

function expectNothingOf(chart: ChartHarness): void {
  expect(chart.allText).not.to.contain(SECRET);
  expect(chart.allText).not.to.contain('77');
  expect(chart.element.response).to.equal(null);
}

describe('another tenant of a page that gives tokens', () => {
  it('sees nothing when a page that gives tokens says signed out', async () => {
    const visitor = new FakeVisitor(inOrganization('acme'));
    const answers = [secretRows(), jsonResponse(403, {error: 'invalid token'})];
    const {chart} = await mountQuery({visitor, answer: () => answers.shift()});
    await chart.reaches('ready');

    visitor.claims = null;
    await chart.element.refetch();
    await chart.reaches('signed-out');

    expectNothingOf(chart);
  });

  for (const [what, claims] of [
    ['user', inOrganization('acme', 'user_bob')],
    ['organization', inOrganization('globex')],
  ] as const) {
    it(`sees nothing when tokens of a page name another ${what}`, async () => {
      const visitor = new FakeVisitor(inOrganization('acme'));
      const answers = [secretRows(), jsonResponse(403, {error: 'invalid token'})];
      const {chart, sent} = await mountQuery({visitor, answer: () => answers.shift()});
      await chart.reaches('ready');

      visitor.claims = claims;
      void chart.element.refetch();
      await sent(3);

      expectNothingOf(chart);
    });
  }

  it('sees nothing when the page comes back from the cache, until the token says who it is', async () => {
    const visitor = new FakeVisitor(inOrganization('acme'));
    const {chart} = await mountQuery({visitor, answer: secretRows});
    await chart.reaches('ready');

    window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
    expectNothingOf(chart);

    await chart.reaches('ready');
    expect(chart.allText).to.contain(SECRET);
  });
});
