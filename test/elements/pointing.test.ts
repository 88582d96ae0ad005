import {expect} from '@open-wc/testing';
import {type ChartHarness, type ChartSetUp, mountChart} from '../support/chart-harness.js';
import {daily} from '../support/query-chart.js';

async function drawn(
  columns: Parameters<typeof daily>[0] = {visits: [1, 2, 3]},
  setUp: ChartSetUp = {},
): Promise<ChartHarness> {
  const chart = await mountChart({type: 'line', locale: 'en', ...daily(columns), ...setUp});
  await chart.isDrawn();
  return chart;
}

/** Dispatches a pointer event at a share of the canvas, on it or on what lies over it. */
async function pointer(
  chart: ChartHarness,
  type: string,
  x: number,
  init: PointerEventInit = {},
  target: Element = chart.canvas,
): Promise<void> {
  const box = chart.canvas.getBoundingClientRect();
  const place = {clientX: box.left + box.width * x, clientY: box.top + box.height / 2};
  target.dispatchEvent(new PointerEvent(type, {...place, bubbles: true, composed: true, ...init}));
  await chart.element.updateComplete;
}

function escape(): boolean {
  const event = new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, cancelable: true});
  return document.body.dispatchEvent(event);
}

describe('tooltip', () => {
  it('shows the place under the pointer until the pointer leaves', async () => {
    const chart = await drawn();

    await pointer(chart, 'pointermove', 0.99);
    expect(chart.tooltip).to.equal('Sat, Jan 3, 2026 Visits 3');

    await pointer(chart, 'pointerleave', 0.99);
    expect(chart.tooltip).to.equal('');
  });

  it('stays while the pointer is on it', async () => {
    const chart = await drawn();
    await pointer(chart, 'pointermove', 0.99);

    await pointer(chart, 'pointermove', 0.1, {}, chart.part('tooltip'));

    expect(chart.tooltip).to.contain('Jan 3');
  });

  it('takes the pointer only once it has rested', async () => {
    const chart = await drawn();
    await pointer(chart, 'pointermove', 0.99);
    const tooltip = chart.part('tooltip');
    expect(getComputedStyle(tooltip).pointerEvents).to.equal('none');

    for (const animation of tooltip.getAnimations()) animation.finish();

    expect(getComputedStyle(tooltip).pointerEvents).to.equal('auto');
    await pointer(chart, 'pointermove', 0.01);
    expect(getComputedStyle(tooltip).pointerEvents).to.equal('none');
  });

  it('goes away with Escape wherever the focus is, and comes back at another place', async () => {
    const chart = await drawn();
    await pointer(chart, 'pointermove', 0.99);

    expect(escape()).to.equal(false);
    await chart.element.updateComplete;
    expect(chart.tooltip).to.equal('');
    expect(escape()).to.equal(true);

    await pointer(chart, 'pointermove', 0.01);
    expect(chart.tooltip).to.contain('Jan 1');
  });

  it('stays after a tap until there is a tap elsewhere', async () => {
    const chart = await drawn();
    const touch = {pointerType: 'touch'};
    await pointer(chart, 'pointerdown', 0.99, touch);
    await pointer(chart, 'pointerleave', 0.99, touch);
    expect(chart.tooltip).to.contain('Jan 3');

    document.body.dispatchEvent(new PointerEvent('pointerdown', {...touch, bubbles: true}));
    await chart.element.updateComplete;

    expect(chart.tooltip).to.equal('');
  });

  it('is above everything, and inside the viewport, whatever clips the chart', async () => {
    const names = Array.from({length: 12}, (_, at) => `a_rather_long_name_${at}`);
    const columns = Object.fromEntries(names.map((name, at) => [name, [at, at + 1]]));
    const style = 'width: 200px; height: 120px';
    const chart = await drawn(columns, {style, noLegend: true});
    chart.element.parentElement!.style.cssText = 'overflow: hidden; width: 200px; height: 120px';

    await pointer(chart, 'pointermove', 0.05);

    const tooltip = chart.part('tooltip');
    const box = tooltip.getBoundingClientRect();
    expect(tooltip.matches(':popover-open')).to.equal(true);
    expect(box.height).to.be.above(200);
    expect(box.top).to.be.at.least(0);
    expect(box.right).to.be.above(chart.element.getBoundingClientRect().right);
    expect(box.right).to.be.at.most(document.documentElement.clientWidth);
    expect(box.bottom).to.be.at.most(document.documentElement.clientHeight);
  });

  it('says how many series have no line', async () => {
    const columns = Object.fromEntries(
      Array.from({length: 15}, (_, at) => [`column_${at}`, [at, at]]),
    );
    const chart = await drawn(columns, {categories: Object.keys(columns)});

    await pointer(chart, 'pointermove', 0.01);

    expect(chart.tooltip).to.contain('and 3 more');
  });

  it('has the sum of a stack', async () => {
    const chart = await drawn({free: [1, 1], team: [2, 2]}, {stacked: true, type: 'area'});

    await pointer(chart, 'pointermove', 0.01);

    expect(chart.tooltip).to.equal('Thu, Jan 1, 2026 Team 2 Free 1 Total 3');
  });
});
