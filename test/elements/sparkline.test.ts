import {expect} from '@open-wc/testing';
import {mountChart, type ChartSetUp} from '../support/chart-harness.js';
import {pictureOf} from '../support/canvas-pixels.js';
import {daily} from '../support/query-chart.js';

const REM_PX = 16;

async function drawn(setUp: ChartSetUp = {}) {
  const attributes = {type: 'sparkline'};
  const visits = daily({visits: [3, 1, 4, 1, 5]});
  const chart = await mountChart({
    attributes,
    locale: 'en',
    style: 'width: 300px',
    ...visits,
    ...setUp,
  });
  await chart.isDrawn();
  return chart;
}

describe('type="sparkline"', () => {
  it('is three lines high, unless the page says otherwise', async () => {
    const byContent = await drawn();
    const byPage = await drawn({style: 'width: 300px; height: 200px'});

    expect(byContent.plot?.clientHeight).to.equal(3 * REM_PX);
    expect(byPage.plot?.clientHeight).to.be.above(150);
  });

  it('is a line without axes', async () => {
    const style = 'width: 300px; height: 100px';
    const sparkline = await drawn({style});
    const line = await drawn({style, attributes: {type: 'line'}});

    expect(pictureOf(sparkline.canvas)).not.to.equal(pictureOf(line.canvas));
    expect(sparkline.plotLabel).to.contain('Sparkline from Thu, Jan 1, 2026');
  });

  it('has no legend', async () => {
    const chart = await drawn(daily({visits: [1, 2], orders: [2, 1]}));

    expect(chart.legend).to.deep.equal({});
  });

  it('shows its values to pointer and keyboard', async () => {
    const chart = await drawn();

    chart.point('pointermove', 0.99);
    await chart.element.updateComplete;

    expect(chart.tooltip).to.contain('Visits 5');
  });
});
