import {expect} from '@open-wc/testing';
import '../../src/elements/heatmap-view.js';
import {type ChartHarness, type ChartSetUp, mountChart} from '../support/chart-harness.js';
import {allIn} from '../support/html-drawing.js';
import {painted, until} from '../support/until.js';

const GRID = {type: 'heatmap', index: 'column', groupBy: 'row'} as const;

async function drawn(setUp: ChartSetUp): Promise<ChartHarness> {
  const chart = await mountChart({locale: 'en', ...setUp});
  await chart.reaches('ready');
  return chart;
}

describe('a heatmap', () => {
  for (const [label, width, least, most] of [
    ['i', 600, 12, 12],
    ['i', 300, 12, 12],
    ['ديسمبر', 600, 6, 12],
    ['WWWWWWW', 600, 4, 6],
    ['WWWWWWW', 300, 2, 3],
  ] as const) {
    it(`shows as many heads such as ${label} as have room in ${width} px`, async () => {
      const data = Array.from({length: 12}, (_, at) => ({
        row: 'a',
        column: `${label}${at % 10}${at > 9 ? '.' : ''}`,
        events: at,
      }));
      const chart = await drawn({...GRID, data, style: `width: ${width}px; height: 200px`});
      await painted();
      const seen = allIn(chart, '.heat thead th:not(.minor) span').map((span) =>
        span.getBoundingClientRect(),
      );

      expect(seen.length).to.be.within(least, most);
      const overlaps = seen.slice(1).filter(({left}, at) => left < (seen[at]?.right ?? 0));
      expect(overlaps).to.deep.equal([]);
    });
  }

  it('shows fewer heads where its place becomes narrower', async () => {
    const data = Array.from({length: 12}, (_, at) => ({row: 'a', column: `day ${at}`, events: at}));
    const chart = await drawn({...GRID, data});
    await painted();
    const heads = () => allIn(chart, '.heat thead th:not(.minor)').length;
    const before = heads();
    chart.element.style.width = '240px';
    await until(
      () => heads() < before,
      () => `fewer than ${before} heads`,
    );
  });
});
