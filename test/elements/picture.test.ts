import {expect} from '@open-wc/testing';
import '../../src/elements/export-parts.js';
import '../../src/charting/copy-drawing.js';
import {isChartError} from '../../src/errors/chart-error.js';
import {mountChart} from '../support/chart-harness.js';
import {mountQuery} from '../support/query-chart.js';

const data = [
  {day: '2026-01-01', visits: 3},
  {day: '2026-01-02', visits: 5},
];

/** Share of pixels that are not of the colour in the first corner. */
async function inkOf(blob: Blob): Promise<{width: number; height: number; ink: number}> {
  const image = await createImageBitmap(blob);
  const {width, height} = image;
  const context = new OffscreenCanvas(width, height).getContext('2d')!;
  context.drawImage(image, 0, 0);
  const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
  return {width, height, ink: pixels.filter((pixel) => pixel !== pixels[0]).length / pixels.length};
}

describe('toPNG()', () => {
  for (const type of ['line', 'bar', 'bar-list', 'pie', 'funnel', 'table', 'metric'] as const) {
    it(`paints a ${type} at twice its size`, async () => {
      const chart = await mountChart({data, type, heading: 'Visits', index: 'day'});
      if (type === 'line' || type === 'bar') await chart.isDrawn();
      await chart.reaches('ready');

      const blob = await chart.element.toPNG();

      const {width, ink} = await inkOf(blob);
      expect(blob.type).to.equal('image/png');
      expect(width).to.equal((600 + 32) * 2);
      expect(ink).to.be.within(0.002, 0.6);
    });
  }

  it('is on the ground behind the chart', async () => {
    const chart = await mountChart({data, type: 'line', style: 'background: rgb(10, 20, 30)'});
    await chart.isDrawn();

    const image = await createImageBitmap(await chart.element.toPNG());

    const context = new OffscreenCanvas(1, 1).getContext('2d')!;
    context.drawImage(image, 0, 0);
    expect([...context.getImageData(0, 0, 1, 1).data]).to.deep.equal([10, 20, 30, 255]);
  });

  it('rejects without rows on screen', async () => {
    const {chart} = await mountQuery();

    const error: unknown = await chart.element.toPNG().catch((reason: unknown) => reason);

    expect(isChartError(error) && error.code).to.equal('nothing-drawn');
  });

  it('rejects when the rows have to go before it is made', async () => {
    const chart = await mountChart({data, type: 'bar-list', index: 'day', pipe: 'a'});
    await chart.reaches('ready');

    const picture = chart.element.toPNG().catch((reason: unknown) => reason);
    chart.element.data = [];
    await chart.element.updateComplete;

    const error = await picture;
    expect(isChartError(error) && error.code).to.equal('nothing-drawn');
  });
});
