import {expect} from '@open-wc/testing';
import {ACME, FakeClerk} from '../auth/support/fake-clerk.js';
import {type ChartHarness, mountChart} from '../support/chart-harness.js';
import {FakeClock} from '../support/fake-clock.js';
import {rowsResponse} from '../support/fake-fetch.js';
import {mountQuery, type QuerySetUp} from '../support/query-chart.js';
import {until} from '../support/until.js';

const LABELS = {
  en: 'Pause updates',
  de: 'Aktualisierung anhalten',
  fr: 'Suspendre les mises à jour',
  es: 'Pausar las actualizaciones',
  ja: '更新を一時停止',
};

/** A pipe whose only number tells how often it was asked. */
async function mountCounter(setUp: QuerySetUp = {}) {
  let asked = 0;
  const answer = () => rowsResponse([{visits: (asked += 1)}]);
  const counter = await mountQuery({refreshInterval: 1, locale: 'en', answer, ...setUp});
  await counter.chart.reaches('ready');
  if (!setUp.noActions) await counter.chart.hasButtons();
  return counter;
}

const readsCount = (chart: ChartHarness, count: number) =>
  chart.reads([['Visits'], [String(count)]]);
const shown = (chart: ChartHarness) => chart.tableText()[1]?.[0];

/** Mounts another chart on the question of `counter`. */
const mountNeighbour = async ({network, visitor}: Awaited<ReturnType<typeof mountCounter>>) => {
  const {getToken} = visitor;
  const fetch = network.fetch as typeof globalThis.fetch;
  const attributes = {pipe: 'sales', type: 'table', loading: 'eager'};
  const chart = await mountChart({getToken, fetch, refreshInterval: 1, locale: 'en', attributes});
  await chart.reaches('ready');
  return chart;
};

describe('a chart that refetches', () => {
  it('has a button that holds its rows and lets them go on', async () => {
    const {chart} = await mountCounter();
    const button = chart.part('pause-button');
    expect([button.ariaLabel, button.getAttribute('aria-pressed')]).to.deep.equal([
      'Pause updates',
      'false',
    ]);

    button.click();
    await chart.element.updateComplete;
    expect([chart.element.paused, button.getAttribute('aria-pressed')]).to.deep.equal([
      true,
      'true',
    ]);

    button.click();
    await chart.element.updateComplete;
    expect([chart.element.paused, button.getAttribute('aria-pressed')]).to.deep.equal([
      false,
      'false',
    ]);
  });

  for (const [locale, label] of Object.entries(LABELS)) {
    it(`names the button in ${locale}`, async () => {
      const {chart} = await mountCounter({locale});

      expect(chart.part('pause-button').ariaLabel).to.equal(label);
    });
  }

  it('has a target of at least 24 by 24 px in it', async () => {
    const {chart} = await mountCounter();
    const {width, height} = chart.part('pause-button').getBoundingClientRect();

    expect(Math.min(width, height)).to.be.at.least(24);
  });

  it('asks for nothing while paused, and catches up after', async () => {
    const {chart, network, sent} = await mountCounter({attributes: {paused: ''}});
    const witness = await mountCounter();
    await witness.sent(3);
    expect(network.requests).to.have.length(1);

    chart.element.paused = false;

    await sent(2);
    await readsCount(chart, 2);
  });

  it('holds its rows while a neighbour with the same question goes on', async () => {
    const counter = await mountCounter();
    const neighbour = await mountNeighbour(counter);
    counter.chart.element.paused = true;
    await counter.chart.element.updateComplete;
    const held = shown(counter.chart);

    await until(
      () => Number(shown(neighbour)) >= Number(held) + 2,
      () => `two more rounds (${shown(neighbour)} after ${held})`,
    );
    expect(shown(counter.chart)).to.equal(held);

    counter.chart.element.paused = false;
    await counter.chart.element.updateComplete;
    expect(Number(shown(counter.chart))).to.be.above(Number(held));
  });

  it('shows, paused, what refetch() asks for', async () => {
    const {chart} = await mountCounter({paused: true});

    await chart.element.refetch();

    expect(shown(chart)).to.equal('2');
  });

  it('shows, paused, the rows of other parameters', async () => {
    const {chart} = await mountCounter({paused: true});

    chart.element.params = {country: 'ES'};

    await readsCount(chart, 2);
  });

  it('lets go, paused, of the rows of a visitor who signs out', async () => {
    const clerk = new FakeClerk(new FakeClock(Date.now()));
    clerk.signIn('user_ada', ACME);
    const {chart} = await mountCounter({clerk, getToken: undefined, paused: true});

    clerk.signOut();

    expect(chart.element.response).to.equal(null);
    expect(chart.table).to.equal(null);
  });

  it('keeps its other buttons and has no pause without an interval or with given rows', async () => {
    const once = await mountCounter({refreshInterval: undefined});
    const given = await mountChart({data: [{visits: 1}], type: 'table', refreshInterval: 1});
    await given.reaches('ready');
    await given.hasButtons();

    for (const {parts} of [once.chart, given])
      expect(parts).to.include('download-button').and.not.include('pause-button');
  });

  it('leaves the button out with no-actions; `paused` still holds', async () => {
    const {chart, network} = await mountCounter({noActions: true, paused: true});
    const witness = await mountCounter();
    await witness.sent(3);

    expect(chart.parts).not.to.include('pause-button');
    expect(network.requests).to.have.length(1);
  });
});
