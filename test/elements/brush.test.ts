import {expect} from '@open-wc/testing';
import {pictureOf} from '../support/canvas-pixels.js';
import {allIn} from '../support/html-drawing.js';
import {drag, drawn, heardLast, key, NOTHING, pointer} from '../support/range-chart.js';
import {until} from '../support/until.js';

describe('brush', () => {
  it('marks whole buckets and leaves the axis as it is', async () => {
    const {chart, heard} = await drawn({brush: true});
    const before = pictureOf(chart.canvas);

    await drag(chart, 0.3, 0.7);
    await pointer(chart, 'pointerleave', 0.5);

    expect([heard[0]?.from, heard[0]?.to]).to.deep.equal(['2026-01-04', '2026-01-07']);
    expect(chart.parts).to.include('band');
    expect(pictureOf(chart.canvas)).to.equal(before);
  });

  it('has ends that keys move', async () => {
    const {chart, heard} = await drawn({brush: true});
    await drag(chart, 0.3, 0.7);
    const [start, end] = allIn(chart, '.handle');
    expect([start?.ariaLabel, start?.ariaValueText]).to.deep.equal([
      'Start of the range',
      'Sun, Jan 4, 2026',
    ]);

    start?.focus();
    await key(chart, 'ArrowLeft');
    end?.focus();
    await key(chart, 'End');

    await heardLast(heard, '2026-01-03');
    expect(heard.at(-1)?.to).to.equal('2026-01-10');
  });

  it('has ends that the pointer moves', async () => {
    const {chart, heard} = await drawn({brush: true});
    await drag(chart, 0.3, 0.7);

    await drag(chart, 0.7, 0.99, {pointerType: 'handle'});

    await until(
      () => heard.at(-1)?.to === '2026-01-10',
      () => JSON.stringify(heard),
    );
    expect(heard.at(-1)?.from).to.equal('2026-01-04');
  });

  it('grows from the point that is looked at, with Shift and arrows', async () => {
    const {chart, heard} = await drawn({brush: true});
    chart.plot?.focus();
    await key(chart, 'Home');

    await key(chart, 'ArrowRight', {shiftKey: true});
    await key(chart, 'ArrowRight', {shiftKey: true});

    await heardLast(heard, '2026-01-01');
    expect(heard.at(-1)?.to).to.equal('2026-01-03');
  });

  it('is accessible, and is cleared by its button', async () => {
    const {chart, heard} = await drawn({brush: true, heading: 'Visits'});
    await drag(chart, 0.3, 0.7);
    await expect(chart.element).to.be.accessible();

    chart.press('Clear range');
    await chart.element.updateComplete;

    expect(heard.at(-1)).to.deep.equal(NOTHING);
    expect(chart.parts).not.to.include('band');
  });
});
