import {expect} from '@open-wc/testing';
import {pictureOf} from '../support/canvas-pixels.js';
import {type ChartHarness, mountChart} from '../support/chart-harness.js';
import {daily} from '../support/query-chart.js';

const COLUMNS = {visits: [1, 2, 3], orders: [3, 2, 1], returns: [0, 1, 0]};
const NAMES = ['Visits', 'Orders', 'Returns'] as const;

async function drawn(columns: Parameters<typeof daily>[0] = COLUMNS): Promise<ChartHarness> {
  const chart = await mountChart({type: 'line', locale: 'en', ...daily(columns)});
  await chart.isDrawn();
  return chart;
}

async function send(chart: ChartHarness, name: string, event: Event): Promise<boolean> {
  const isLeft = chart.legendButton(name).dispatchEvent(event);
  await chart.element.updateComplete;
  return isLeft;
}

const click = (chart: ChartHarness, name: string, init: MouseEventInit = {}) =>
  send(chart, name, new PointerEvent('click', {bubbles: true, detail: 1, ...init}));

const shiftEnter = (chart: ChartHarness, name: string) =>
  send(
    chart,
    name,
    new KeyboardEvent('keydown', {key: 'Enter', shiftKey: true, bubbles: true, cancelable: true}),
  );

const shown = (chart: ChartHarness) => NAMES.filter((name) => chart.legend[name]);

describe('legend', () => {
  it('switches a series off and on', async () => {
    const chart = await drawn();

    await click(chart, 'Orders');
    expect(shown(chart)).to.deep.equal(['Visits', 'Returns']);

    await click(chart, 'Orders');
    expect(shown(chart)).to.deep.equal(NAMES);
  });

  it('leaves one series alone with Shift, and brings the others back', async () => {
    const chart = await drawn();

    await click(chart, 'Orders', {shiftKey: true});
    expect(shown(chart)).to.deep.equal(['Orders']);

    await click(chart, 'Orders', {shiftKey: true});
    expect(shown(chart)).to.deep.equal(NAMES);
  });

  it('does the same with Shift and Enter, which then does not press the button', async () => {
    const chart = await drawn();

    expect(await shiftEnter(chart, 'Returns')).to.equal(false);
    expect(shown(chart)).to.deep.equal(['Returns']);

    await shiftEnter(chart, 'Returns');
    expect(shown(chart)).to.deep.equal(NAMES);
  });

  it('does the same with a double click', async () => {
    const chart = await drawn();

    for (const detail of [1, 2]) await click(chart, 'Visits', {detail});
    expect(shown(chart)).to.deep.equal(['Visits']);

    for (const detail of [1, 2]) await click(chart, 'Visits', {detail});
    expect(shown(chart)).to.deep.equal(NAMES);
  });

  it('adds a series to the one that was left alone', async () => {
    const chart = await drawn();
    await click(chart, 'Orders', {shiftKey: true});

    await click(chart, 'Visits');

    expect(shown(chart)).to.deep.equal(['Visits', 'Orders']);
  });

  it('brings all back when the only one is switched off', async () => {
    const chart = await drawn();
    await click(chart, 'Orders', {shiftKey: true});

    await click(chart, 'Orders');

    expect(shown(chart)).to.deep.equal(NAMES);
  });

  it('remembers by name, through new rows in another order and no rows at all', async () => {
    const chart = await drawn();
    await click(chart, 'Orders');

    const {returns, orders, visits} = COLUMNS;
    Object.assign(chart.element, daily({returns, orders, visits}));
    await chart.element.updateComplete;
    expect(shown(chart)).to.deep.equal(['Visits', 'Returns']);

    chart.element.data = [];
    await chart.reaches('empty');
    Object.assign(chart.element, daily(COLUMNS));
    await chart.isDrawn();
    expect(shown(chart)).to.deep.equal(['Visits', 'Returns']);
  });

  it('leaves off what comes while one series is alone', async () => {
    const chart = await drawn({visits: [1, 2], orders: [2, 1]});
    await click(chart, 'Orders', {shiftKey: true});

    Object.assign(chart.element, daily(COLUMNS));
    await chart.element.updateComplete;

    expect(shown(chart)).to.deep.equal(['Orders']);
  });

  for (const [enter, leave] of [
    ['pointerover', 'pointerleave'],
    ['focusin', 'focusout'],
  ] as const) {
    it(`singles out a series from ${enter} to ${leave}`, async () => {
      const chart = await drawn();
      const before = pictureOf(chart.canvas);

      await send(chart, 'Orders', new Event(enter, {bubbles: true}));
      expect(pictureOf(chart.canvas)).not.to.equal(before);

      await send(chart, 'Orders', new Event(leave, {bubbles: true}));
      expect(pictureOf(chart.canvas)).to.equal(before);
    });
  }

  it('has targets of 24 px and more, also for the shortest name', async () => {
    const chart = await drawn({a: [1, 2], b: [2, 1]});

    for (const name of ['A', 'B']) {
      const {width, height} = chart.legendButton(name).getBoundingClientRect();
      expect(Math.min(width, height), name).to.be.at.least(24);
    }
  });
});
