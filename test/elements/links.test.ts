import {expect} from '@open-wc/testing';
import '../../src/elements/chart-link.js';
import {ACME, FakeClerk, GLOBEX} from '../auth/support/fake-clerk.js';
import {type ChartHarness, type ChartSetUp, mountChart} from '../support/chart-harness.js';
import {FakeClock} from '../support/fake-clock.js';
import {allIn} from '../support/html-drawing.js';
import {daily, dailyResponse, mountQuery} from '../support/query-chart.js';
import {painted, until} from '../support/until.js';

const SETUP = {type: 'line', locale: 'en', noLegend: true, linkGroup: 'g'} as const;

async function linked(setUp: ChartSetUp = {}): Promise<ChartHarness> {
  const chart = await mountChart({...SETUP, ...daily({visits: [1, 2, 3]}), ...setUp});
  await chart.isDrawn();
  await painted();
  return chart;
}

const reads = (chart: ChartHarness, text: string) =>
  until(
    () => (text === '' ? chart.tooltip === '' : chart.tooltip.includes(text)),
    () => `${text} (is ${chart.tooltip})`,
  );

function listen(chart: ChartHarness): unknown[] {
  const heard: unknown[] = [];
  chart.element.addEventListener('tinybird-chart-select', ({index}) => heard.push(index));
  return heard;
}

describe('linked charts', () => {
  it('show the same time, and nothing when it is left', async () => {
    const [first, second] = [await linked(), await linked({...daily({orders: [7, 8, 9]})})];

    first.point('pointermove', 0.5);
    await reads(second, 'Orders 8');
    expect(allIn(second, '.tooltip.linked').length).to.equal(1);
    expect(second.spoken).to.equal('');
    first.point('pointerleave');

    await reads(second, '');
  });

  it('share what is chosen, and give it up together', async () => {
    const [first, second] = [await linked(), await linked()];
    const [one, two] = [listen(first), listen(second)];

    first.point('click', 0.5);
    await painted();
    expect([one.length, two.length]).to.deep.equal([1, 0]);
    second.point('click', 0.5);
    await painted();

    expect([one, two]).to.deep.equal([['2026-01-02T00:00:00.000Z', null], []]);
  });

  it('share what is chosen in lists, and give it up by Escape in another', async () => {
    const data = [
      {page: '/a', views: 2},
      {page: '/b', views: 1},
    ];
    const list = () => mountChart({type: 'bar-list', data, linkGroup: 'lists'});
    const [first, second] = [await list(), await list()];
    for (const chart of [first, second])
      await until(
        () => allIn(chart, '[data-mark]').length === 2,
        () => 'the marks of a list',
      );
    await painted();
    const chosen = (chart: ChartHarness) => allIn(chart, '[aria-selected=true]').length;

    allIn(first, '[data-mark]')[1]?.click();
    await until(
      () => chosen(second) === 1,
      () => 'a mark in the other list',
    );
    const escape = new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, cancelable: true});
    allIn(second, '[data-mark]')[1]?.dispatchEvent(escape);

    await until(
      () => chosen(first) + chosen(second) === 0,
      () => 'no mark in either',
    );
  });

  it('keep the tooltip of another pointer within their own drawing', async () => {
    const style = 'width: 220px; height: 120px';
    const [first, second] = [await linked({style}), await linked({style})];

    first.point('pointermove', 0.5);
    await reads(second, 'Visits 2');

    const [tooltip] = allIn(second, '.tooltip.linked');
    const inner = tooltip?.getBoundingClientRect() ?? new DOMRect();
    const outer = second.part('canvas').getBoundingClientRect();
    expect(inner.height).to.be.above(20);
    expect(inner.left).to.be.at.least(outer.left);
    expect(inner.top).to.be.at.least(outer.top);
    expect(inner.right).to.be.at.most(outer.right);
    expect(inner.bottom).to.be.at.most(outer.bottom);
  });

  it('leave alone a chart of another group', async () => {
    const [first, second] = [await linked(), await linked({linkGroup: 'other'})];

    first.point('pointermove', 0.5);
    await painted();
    await painted();

    expect(first.tooltip).to.contain('Visits 2');
    expect(second.tooltip).to.equal('');
  });

  it('forget a chart that is removed', async () => {
    const [first, second] = [await linked(), await linked()];
    first.point('pointermove', 0.5);
    await reads(second, 'Visits 2');

    first.element.remove();

    await reads(second, '');
  });

  it('show nothing of another tenant, inside the very notice of the switch', async () => {
    const clerk = new FakeClerk(new FakeClock(Date.now()));
    clerk.signIn('user_ada', ACME);
    const answer = () => dailyResponse({visits: [1, 2, 3]});
    const mount = async () => {
      const {chart} = await mountQuery({...SETUP, clerk, getToken: undefined, answer});
      await chart.isDrawn();
      await painted();
      return chart;
    };
    const [first, second] = [await mount(), await mount()];
    const given = await linked();
    first.point('pointermove', 0.5);
    await reads(second, 'Visits 2');
    expect(given.tooltip).to.equal('');

    clerk.switchTo(GLOBEX);

    expect([first.tooltip, second.tooltip]).to.deep.equal(['', '']);
    await painted();
    expect([first.tooltip, second.tooltip]).to.deep.equal(['', '']);
  });
});
