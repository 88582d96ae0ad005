import {expect} from '@open-wc/testing';
import type {ChartSelection} from '../../src/elements/events.js';
import {ACME, FakeClerk, GLOBEX} from '../auth/support/fake-clerk.js';
import {pictureOf} from '../support/canvas-pixels.js';
import {type ChartHarness, type ChartSetUp, mountChart} from '../support/chart-harness.js';
import {FakeClock} from '../support/fake-clock.js';
import {rowsResponse} from '../support/fake-fetch.js';
import {allIn} from '../support/html-drawing.js';
import {daily, mountQuery} from '../support/query-chart.js';

const ROWS = [
  {page: '/a', views: 40},
  {page: '/b', views: 30},
  {page: '/c', views: 20},
];
const HOURS = [
  {weekday: 'Mon', hour: 8, events: 40},
  {weekday: 'Mon', hour: 9, events: 10},
  {weekday: 'Tue', hour: 8, events: 20},
  {weekday: 'Tue', hour: 9, events: 30},
];
const NOTHING = {index: null, category: null, value: null, row: null};

async function drawn(setUp: ChartSetUp): Promise<ChartHarness> {
  const chart = await mountChart({locale: 'en', heading: 'Pages', ...setUp});
  await chart.reaches('ready');
  return chart;
}

function listen(chart: ChartHarness): ChartSelection[] {
  const heard: ChartSelection[] = [];
  chart.element.addEventListener('tinybird-chart-select', ({index, category, value, row}) =>
    heard.push({index, category, value, row}),
  );
  return heard;
}

async function press(chart: ChartHarness, ...keys: string[]): Promise<boolean> {
  let isLeft = true;
  for (const key of keys) {
    const target = chart.element.shadowRoot?.activeElement;
    const event = new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true});
    isLeft = target?.dispatchEvent(event) ?? true;
    await chart.element.updateComplete;
  }
  return isLeft;
}

const marks = (chart: ChartHarness) => allIn(chart, '[data-mark]');
const chosen = (chart: ChartHarness) =>
  marks(chart).flatMap((mark, at) => (mark.ariaSelected === 'true' ? [at] : []));

for (const type of ['bar-list', 'pie', 'donut', 'funnel'] as const) {
  describe(`selection in a ${type}`, () => {
    it('goes from mark to mark by keys, and keeps the one that is entered', async () => {
      const chart = await drawn({type, data: ROWS});
      const heard = listen(chart);
      allIn(chart, '[data-marks]')[0]?.focus();

      await press(chart, 'ArrowDown', 'ArrowDown', 'Enter');

      expect(heard).to.deep.equal([{index: '/b', category: 'Views', value: 30, row: ROWS[1]}]);
      expect(chosen(chart)).to.deep.equal([1]);
    });

    it('gives up what is pressed again', async () => {
      const chart = await drawn({type, data: ROWS});
      const heard = listen(chart);

      marks(chart)[2]?.click();
      await chart.element.updateComplete;
      marks(chart)[2]?.click();
      await chart.element.updateComplete;

      expect(heard.map(({index}) => index)).to.deep.equal(['/c', null]);
      expect(heard[1]).to.deep.equal(NOTHING);
      expect(chosen(chart)).to.deep.equal([]);
    });

    it('is accessible with a mark that is chosen', async () => {
      const chart = await drawn({type, data: ROWS});
      marks(chart)[0]?.click();
      await chart.element.updateComplete;

      await expect(chart.element).to.be.accessible();
    });
  });
}

describe('selection by keys', () => {
  it('knows the ends, and leaves Escape to the page when nothing is chosen', async () => {
    const chart = await drawn({type: 'bar-list', data: ROWS});
    const heard = listen(chart);
    allIn(chart, '[data-marks]')[0]?.focus();

    await press(chart, 'End', 'ArrowDown', ' ');
    expect(heard.at(-1)?.index).to.equal('/c');

    expect(await press(chart, 'Escape')).to.equal(false);
    expect(heard.at(-1)).to.deep.equal(NOTHING);
    expect(await press(chart, 'Escape')).to.equal(true);
  });

  it('crosses a heatmap in both directions', async () => {
    const chart = await drawn({type: 'heatmap', data: HOURS});
    const heard = listen(chart);
    allIn(chart, '[data-marks]')[0]?.focus();

    await press(chart, 'ArrowDown', 'ArrowRight', 'Enter');
    await press(chart, 'ArrowDown', 'Enter');

    expect(heard.map(({value}) => value)).to.deep.equal([10, 30]);
    expect(chosen(chart)).to.deep.equal([3]);
  });
});

describe('selection on a canvas', () => {
  it('stays marked, and is given up with a second press or Escape', async () => {
    const chart = await drawn({type: 'line', ...daily({visits: [1, 2, 3]})});
    await chart.isDrawn();
    const heard = listen(chart);
    const before = pictureOf(chart.canvas);

    chart.point('click', 0.99);
    expect(heard.at(-1)?.value).to.equal(3);
    expect(pictureOf(chart.canvas)).not.to.equal(before);

    chart.point('click', 0.99);
    expect(heard.at(-1)).to.deep.equal(NOTHING);
    expect(pictureOf(chart.canvas)).to.equal(before);

    chart.point('click', 0.01);
    expect(chart.key('Escape')).to.equal(false);
    expect(heard.at(-1)).to.deep.equal(NOTHING);
  });

  it('stays on its value when new rows put it elsewhere', async () => {
    const rows = (names: string[]) => names.map((page, at) => ({page, views: at + 1}));
    const chart = await drawn({type: 'bar', data: rows(['a', 'b', 'c'])});
    await chart.isDrawn();
    chart.element.data = rows(['a', 'b', 'c'].reverse());
    await chart.element.updateComplete;
    const heard = listen(chart);
    chart.point('click', 0.95);
    const wanted = heard.at(-1)?.index;
    const picture = pictureOf(chart.canvas);

    chart.element.data = rows(['a', 'b', 'c']);
    await chart.element.updateComplete;
    chart.element.data = rows(['c', 'b', 'a']);
    await chart.element.updateComplete;

    expect(wanted).to.equal('a');
    expect(pictureOf(chart.canvas)).to.equal(picture);
    expect(heard.length).to.equal(1);
  });
});

it('gives up what another tenant has chosen, inside the very notice of the switch', async () => {
  const clerk = new FakeClerk(new FakeClock(Date.now()));
  clerk.signIn('user_ada', ACME);
  const answer = () => rowsResponse([{page: 'acme-only', views: 1}]);
  const {chart} = await mountQuery({clerk, getToken: undefined, type: 'bar-list', answer});
  await chart.reaches('ready');
  marks(chart)[0]?.click();
  const heard = listen(chart);

  clerk.switchTo(GLOBEX);

  expect(heard).to.deep.equal([NOTHING]);
});
