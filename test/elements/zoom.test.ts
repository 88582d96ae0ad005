import {expect} from '@open-wc/testing';
import {pictureOf} from '../support/canvas-pixels.js';
import {mountChart} from '../support/chart-harness.js';
import {allIn} from '../support/html-drawing.js';
import {
  drag,
  drawn,
  hasReset,
  heardLast,
  key,
  NOTHING,
  pointer,
  TEN,
} from '../support/range-chart.js';
import {until} from '../support/until.js';

describe('zoom', () => {
  it('shows the part that is dragged over, tells it, and goes back by a button', async () => {
    const {chart, heard} = await drawn({zoom: true});
    const before = pictureOf(chart.canvas);

    await drag(chart, 0.3, 0.7);

    expect(heard).to.deep.equal([
      {
        from: '2026-01-04',
        to: '2026-01-07',
        fromMs: Date.UTC(2026, 0, 4),
        toMs: Date.UTC(2026, 0, 7),
      },
    ]);
    expect(pictureOf(chart.canvas)).not.to.equal(before);

    chart.press('Reset zoom');
    await chart.element.updateComplete;

    expect(heard.at(-1)).to.deep.equal(NOTHING);
    expect(pictureOf(chart.canvas)).to.equal(before);
    expect(hasReset(chart)).to.equal(false);
  });

  it('is off unless asked for', async () => {
    const chart = await mountChart({type: 'line', ...TEN});
    await chart.isDrawn();
    const before = pictureOf(chart.canvas);

    await drag(chart, 0.3, 0.7);
    await pointer(chart, 'pointerleave', 0.5);

    expect(allIn(chart, '.range-tools')).to.deep.equal([]);
    expect(hasReset(chart)).to.equal(false);
    chart.key('Escape');
    await chart.element.updateComplete;
    expect(pictureOf(chart.canvas)).to.equal(before);
  });

  it('selects no point by a drag, and one by a click', async () => {
    const {chart} = await drawn({zoom: true});
    let count = 0;
    chart.element.addEventListener('tinybird-chart-select', () => (count += 1));

    await drag(chart, 0.3, 0.7);
    expect(count).to.equal(0);

    await pointer(chart, 'pointerdown', 0.5);
    await pointer(chart, 'pointerup', 0.5);
    await pointer(chart, 'click', 0.5);
    expect(count).to.equal(1);
  });

  it('goes closer and farther by keys, and back with 0 or Escape', async () => {
    const {chart, heard} = await drawn({zoom: true});
    chart.plot?.focus();

    await key(chart, '+');
    await heardLast(heard, '2026-01-04');
    await key(chart, '-');
    await heardLast(heard, null);

    for (const back of ['0', 'Escape']) {
      await key(chart, '+');
      expect(hasReset(chart)).to.equal(true);
      expect(await key(chart, back)).to.equal(false);
      expect(hasReset(chart), back).to.equal(false);
    }
    expect(await key(chart, 'Escape')).to.equal(true);
  });

  it('moves along with Shift and arrows, and with Shift and drag', async () => {
    const {chart, heard} = await drawn({zoom: true});
    await drag(chart, 0.3, 0.7);
    chart.plot?.focus();

    for (let times = 0; times < 4; times += 1) await key(chart, 'ArrowRight', {shiftKey: true});
    await heardLast(heard, '2026-01-06');

    await drag(chart, 0.2, 0.9, {shiftKey: true});
    await heardLast(heard, '2026-01-03');
  });

  it('takes the wheel only with Ctrl', async () => {
    const {chart} = await drawn({zoom: true});
    const wheel = (ctrlKey: boolean) =>
      chart.canvas.dispatchEvent(
        new WheelEvent('wheel', {deltaY: -200, ctrlKey, bubbles: true, cancelable: true}),
      );

    expect(wheel(false)).to.equal(true);
    await chart.element.updateComplete;
    expect(hasReset(chart)).to.equal(false);

    expect(wheel(true)).to.equal(false);
    await chart.element.updateComplete;
    expect(hasReset(chart)).to.equal(true);
  });

  it('follows two fingers', async () => {
    const {chart, heard} = await drawn({zoom: true});
    const first = {pointerType: 'touch', pointerId: 1};
    const second = {pointerType: 'touch', pointerId: 2};

    await pointer(chart, 'pointerdown', 0.45, first);
    await pointer(chart, 'pointerdown', 0.55, second);
    await pointer(chart, 'pointermove', 0.3, first);
    await pointer(chart, 'pointermove', 0.7, second);
    await pointer(chart, 'pointerup', 0.7, second);
    await pointer(chart, 'pointerup', 0.3, first);

    await until(
      () => heard.length > 0,
      () => 'a range',
    );
    expect(Number(heard[0]?.toMs) - Number(heard[0]?.fromMs)).to.be.below(4 * 86_400_000);
  });

  it('keeps keys inside of what is seen', async () => {
    const {chart} = await drawn({zoom: true});
    await drag(chart, 0.3, 0.7);
    chart.plot?.focus();

    await key(chart, 'Home');
    expect(chart.spoken).to.contain('Jan 4');
    await key(chart, 'End');
    expect(chart.spoken).to.contain('Jan 7');
  });

  it('stays with new rows, and ends with other parameters', async () => {
    const {chart, heard} = await drawn({zoom: true});
    await drag(chart, 0.3, 0.7);

    chart.element.data = [...TEN.data];
    await chart.element.updateComplete;
    expect(hasReset(chart)).to.equal(true);

    chart.element.params = {plan: 'team'};
    await chart.element.updateComplete;
    await chart.element.updateComplete;
    expect(hasReset(chart)).to.equal(false);
    expect(heard.at(-1)).to.deep.equal(NOTHING);
  });

  it('ends with the rows of somebody', async () => {
    const {chart, heard} = await drawn({zoom: true});
    await drag(chart, 0.3, 0.7);

    chart.element.pipe = 'another';
    await chart.element.updateComplete;

    expect(heard.at(-1)).to.deep.equal(NOTHING);
  });
});
