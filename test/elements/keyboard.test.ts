import {expect} from '@open-wc/testing';
import {type ChartHarness, type ChartSetUp, mountChart} from '../support/chart-harness.js';
import {pictureOf} from '../support/canvas-pixels.js';
import {daily} from '../support/query-chart.js';

async function drawn(
  columns: Parameters<typeof daily>[0],
  setUp: ChartSetUp = {},
): Promise<ChartHarness> {
  const chart = await mountChart({type: 'line', locale: 'en', ...daily(columns), ...setUp});
  await chart.isDrawn();
  chart.plot?.focus();
  return chart;
}

async function press(chart: ChartHarness, ...keys: string[]): Promise<string> {
  for (const key of keys) {
    chart.key(key);
    await chart.element.updateComplete;
  }
  return chart.spoken;
}

describe('keyboard in a drawing', () => {
  for (const [keys, where] of [
    [['ArrowRight'], 'Thu, Jan 1, 2026, Visits: 1'],
    [['ArrowLeft'], 'Sun, Jan 4, 2026, Visits: 4'],
    [['ArrowRight', 'ArrowRight'], 'Fri, Jan 2, 2026, Visits: 2'],
    [['End', 'ArrowLeft'], 'Sat, Jan 3, 2026, Visits: 3'],
    [['End', 'ArrowRight'], 'Sun, Jan 4, 2026, Visits: 4'],
    [['End', 'Home'], 'Thu, Jan 1, 2026, Visits: 1'],
    [['Home', 'PageDown'], 'Fri, Jan 2, 2026, Visits: 2'],
    [['Home', 'ArrowDown'], 'Fri, Jan 2, 2026, Visits: 2'],
  ] as const) {
    it(`${keys.join(', ')} speaks "${where}"`, async () => {
      const chart = await drawn({visits: [1, 2, 3, 4]});

      expect(await press(chart, ...keys)).to.equal(where);
    });
  }

  it('goes from series to series with up and down', async () => {
    const chart = await drawn({visits: [1, 2], orders: [30, 40]});

    expect(await press(chart, 'End')).to.contain('Visits: 2');
    expect(await press(chart, 'ArrowDown')).to.contain('Orders: 40');
    expect(await press(chart, 'ArrowDown')).to.contain('Orders: 40');
    expect(await press(chart, 'ArrowUp')).to.contain('Visits: 2');
  });

  it('passes over gaps', async () => {
    const chart = await drawn({visits: [null, 2, null, 4, null]});

    expect(await press(chart, 'Home')).to.contain('Visits: 2');
    expect(await press(chart, 'ArrowRight')).to.contain('Visits: 4');
    expect(await press(chart, 'ArrowRight')).to.contain('Visits: 4');
    expect(await press(chart, 'End')).to.contain('Visits: 4');
  });

  it('leaves out series that are switched off', async () => {
    const chart = await drawn({visits: [1, 2], orders: [30, 40]});
    chart.press('Visits');
    await chart.element.updateComplete;

    expect(await press(chart, 'Home', 'ArrowUp')).to.contain('Orders: 30');
  });

  it('shows the tooltip and marks the point', async () => {
    const chart = await drawn({visits: [1, 2, 3]});
    const before = pictureOf(chart.canvas);

    await press(chart, 'Home');

    expect(chart.tooltip).to.equal('Thu, Jan 1, 2026 Visits 1');
    expect(pictureOf(chart.canvas)).not.to.equal(before);
  });

  it('speaks where the tooltip is switched off', async () => {
    const chart = await drawn({visits: [1, 2, 3]}, {noTooltip: true});

    expect(await press(chart, 'Home')).to.contain('Visits: 1');
    expect(chart.tooltip).to.equal('');
  });

  it('goes on from the point under the pointer', async () => {
    const chart = await drawn({visits: [1, 2, 3]});
    chart.point('pointermove', 0.99);
    await chart.element.updateComplete;

    expect(await press(chart, 'ArrowLeft')).to.contain('Visits: 2');
  });

  it('selects with Enter', async () => {
    const chart = await drawn({visits: [1, 2, 3]});
    const selected: unknown[] = [];
    chart.element.addEventListener('tinybird-chart-select', ({category, value}) =>
      selected.push([category, value]),
    );

    await press(chart, 'Enter', 'End', 'Enter');

    expect(selected).to.deep.equal([['Visits', 3]]);
  });

  it('leaves the point with Escape, and Escape to the page when there is none', async () => {
    const chart = await drawn({visits: [1, 2, 3]});
    await press(chart, 'Home');

    expect(chart.key('Escape')).to.equal(false);
    await chart.element.updateComplete;
    expect([chart.tooltip, chart.spoken]).to.deep.equal(['', '']);
    expect(chart.key('Escape')).to.equal(true);
  });

  it('leaves the point with the focus', async () => {
    const chart = await drawn({visits: [1, 2, 3]});
    await press(chart, 'Home');

    chart.plot?.blur();
    await chart.element.updateComplete;

    expect(chart.tooltip).to.equal('');
  });

  for (const key of ['Tab', 'a', 'F5', 'Enter']) {
    it(`leaves ${key} to the page`, async () => {
      const chart = await drawn({visits: [1, 2, 3]});

      expect(chart.key(key)).to.equal(true);
    });
  }

  it('is silent when the pointer moves or new rows come', async () => {
    const chart = await drawn({visits: [1, 2, 3]});
    await press(chart, 'Home');
    chart.element.data = daily({visits: [7, 8, 9]}).data;
    await chart.element.updateComplete;
    chart.point('pointermove', 0.99);
    await chart.element.updateComplete;

    expect(chart.tooltip).to.equal('Sat, Jan 3, 2026 Visits 9');
    expect(chart.spoken).to.contain('Visits: 1');
  });
});
