import {expect} from '@open-wc/testing';
import type {ChartType} from '../../src/elements/chart-settings.js';
import {endGlides, GLIDE} from '../../src/elements/end-glides.js';
import {rowKeys} from '../../src/elements/row-keys.js';
import type {Row} from '../../src/tinybird/pipe-response.js';
import {type ChartHarness, type ChartSetUp, mountChart} from '../support/chart-harness.js';
import {allIn} from '../support/html-drawing.js';

const BEFORE = [
  {page: '/a', views: 100},
  {page: '/b', views: 60},
  {page: '/c', views: 20},
];
const AFTER = [
  {page: '/b', views: 100},
  {page: '/a', views: 50},
  {page: '/d', views: 20},
];
const CELLS = [
  {weekday: 'Mon', hour: 8, events: 40},
  {weekday: 'Tue', hour: 8, events: 10},
];
const NEXT_CELLS = [
  {weekday: 'Mon', hour: 8, events: 40},
  {weekday: 'Tue', hour: 8, events: 30},
];

async function drawn(type: ChartType, data: readonly Row[], setUp: ChartSetUp = {}) {
  const chart = await mountChart({type, data, locale: 'en', noAnimation: false, ...setUp});
  await chart.reaches('ready');
  return chart;
}

async function show(chart: ChartHarness, data: readonly Row[]): Promise<void> {
  chart.element.data = data;
  await chart.element.updateComplete;
}

/** Frames of each slice that glides. */
function slicesThatMove(chart: ChartHarness): number[] {
  return glidesIn(chart)
    .filter(({target}) => target?.localName === 'path')
    .map((effect) => effect.getKeyframes().length);
}

function glidesIn(chart: ChartHarness): KeyframeEffect[] {
  const base = chart.part('base');
  return base
    .getAnimations({subtree: true})
    .filter(({id}) => id === GLIDE)
    .map(({effect}) => effect as KeyframeEffect);
}

const widths = (chart: ChartHarness) =>
  allIn(chart, '.bar').map((bar) => Math.round(bar.getBoundingClientRect().width));

describe('new rows of a drawing in HTML', () => {
  for (const [type, data, next] of [
    ['bar-list', BEFORE, AFTER],
    ['funnel', BEFORE, AFTER],
    ['pie', BEFORE, AFTER],
    ['donut', BEFORE, AFTER],
    ['heatmap', CELLS, NEXT_CELLS],
    ['metric', BEFORE.slice(0, 1), AFTER.slice(1, 2)],
  ] as const) {
    it(`glide into a ${type} in 200 to 400 ms`, async () => {
      const chart = await drawn(type, data);
      expect(glidesIn(chart)).to.deep.equal([]);

      await show(chart, next);

      const durations = new Set(glidesIn(chart).map((effect) => effect.getTiming().duration));
      expect([...durations]).to.deep.equal([250]);
    });
  }

  it('are there at once with no-animation', async () => {
    const chart = await drawn('bar-list', BEFORE, {noAnimation: true});

    await show(chart, AFTER);

    expect(glidesIn(chart)).to.deep.equal([]);
  });

  it('keep the entry of each name', async () => {
    const chart = await drawn('bar-list', BEFORE);
    const [first] = allIn(chart, '.bar-list li');

    await show(chart, AFTER);

    expect(allIn(chart, '.bar-list li')[1]).to.equal(first);
  });

  it('begin where the bars of the same names were', async () => {
    const chart = await drawn('bar-list', BEFORE);
    const [a = 0, b = 0] = widths(chart);

    await show(chart, AFTER);
    for (const animation of chart.part('base').getAnimations({subtree: true})) {
      animation.pause();
      animation.currentTime = 0;
    }

    expect(widths(chart).slice(0, 2)).to.deep.equal([b, a]);
  });

  it('end as they are drawn without gliding', async () => {
    const chart = await drawn('bar-list', BEFORE);
    const still = await drawn('bar-list', AFTER);

    await show(chart, AFTER);
    endGlides(chart.part('base'));

    expect(widths(chart)).to.deep.equal(widths(still));
    expect(glidesIn(chart)).to.deep.equal([]);
  });

  it('do not move what stays', async () => {
    const chart = await drawn('bar-list', BEFORE);

    await show(chart, [...BEFORE]);

    expect(glidesIn(chart)).to.deep.equal([]);
  });

  for (const type of ['bar-list', 'pie', 'funnel'] as const) {
    it(`let a row of a ${type} that rises pass over the others, on the ground behind them`, async () => {
      const style = 'width: 600px; height: 300px; background: rgb(10, 20, 30)';
      const chart = await drawn(type, BEFORE, {style});

      await show(chart, [
        {page: '/c', views: 120},
        {page: '/a', views: 100},
        {page: '/b', views: 60},
      ]);

      const rows = allIn(chart, 'li').map((row) => getComputedStyle(row));
      const [first, ...others] = rows.map(({zIndex}) => Number(zIndex));
      expect(Math.max(...others)).to.be.below(first ?? 0);
      for (const row of rows) expect(row.backgroundColor).to.equal('rgb(10, 20, 30)');
    });
  }

  it('leave no ground behind them once they have come to rest', async () => {
    const chart = await drawn('bar-list', BEFORE);
    await show(chart, AFTER);
    endGlides(chart.part('base'));

    const [row] = allIn(chart, 'li').map((one) => getComputedStyle(one));
    expect([row?.backgroundColor, row?.zIndex]).to.deep.equal(['rgba(0, 0, 0, 0)', 'auto']);
  });

  it('leave the focus on the name that it was on', async () => {
    const chart = await drawn('bar-list', BEFORE);
    allIn(chart, '.bar-list li')[0]?.focus();

    await show(chart, [...BEFORE].reverse());

    const focused = chart.element.shadowRoot?.activeElement;
    expect(focused?.textContent).to.contain('/a');
    expect(focused).to.equal(allIn(chart, '.bar-list li')[2]);
  });

  it('stand still in a picture', async () => {
    const chart = await drawn('bar-list', BEFORE);
    await show(chart, AFTER);

    await chart.element.toPNG();

    expect(glidesIn(chart)).to.deep.equal([]);
  });

  it('turn slices without a jump', async () => {
    const chart = await drawn('pie', BEFORE);

    await show(chart, [
      {page: '/a', views: 50},
      {page: '/b', views: 40},
      {page: '/d', views: 20},
    ]);

    expect(slicesThatMove(chart)).to.deep.equal([17, 17, 2]);
  });

  it('fade slices in that change places, as they would turn across each other', async () => {
    const chart = await drawn('pie', BEFORE);

    await show(chart, AFTER);

    expect(slicesThatMove(chart)).to.deep.equal([2, 2, 2]);
  });
});

describe('rowKeys', () => {
  it('tells equal labels apart', () => {
    expect(new Set(rowKeys(['a', 'b', 'a', '1 a'])).size).to.equal(4);
  });
});
