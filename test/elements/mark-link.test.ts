import {expect} from '@open-wc/testing';
import '../../src/elements/chart-link.js';
import {type ChartHarness, type ChartSetUp, mountChart} from '../support/chart-harness.js';
import {allIn} from '../support/html-drawing.js';
import {daily} from '../support/query-chart.js';
import {painted, until} from '../support/until.js';

const LINE = {type: 'line', locale: 'en', noLegend: true, linkGroup: 'g'} as const;
const PAGES = [
  {page: '/a', views: 2},
  {page: '/b', views: 1},
];
const CELLS = ['2026-01-01', '2026-01-02'].flatMap((day, at) => [
  {page: '/a', day, views: at},
  {page: '/b', day, views: 5},
]);
const CELL_META = [
  {name: 'page', type: 'String'},
  {name: 'day', type: 'Date'},
  {name: 'views', type: 'UInt64'},
];

async function linkedHtml(setUp: ChartSetUp): Promise<ChartHarness> {
  const chart = await mountChart({data: PAGES, locale: 'en', linkGroup: 'g', ...setUp});
  await chart.reaches('ready');
  await painted();
  return chart;
}

/** Sends the pointer, or the focus, to the mark that has this text or title. */
function reach(chart: ChartHarness, text: string, type: 'pointerover' | 'focusin' = 'pointerover') {
  const says = ({title, textContent}: HTMLElement) => `${title} ${textContent}`.includes(text);
  allIn(chart, '[data-mark]')
    .find(says)
    ?.dispatchEvent(new Event(type, {bubbles: true, composed: true}));
}

const markedIn = (chart: ChartHarness) =>
  allIn(chart, '[data-mark][data-linked]').map(({title, textContent}) =>
    (title || textContent).replace(/\s+/g, ' ').trim(),
  );

const marks = (chart: ChartHarness, wanted: readonly string[]) =>
  until(
    () => JSON.stringify(markedIn(chart)) === JSON.stringify(wanted),
    () => `${wanted.join('; ')} (is ${markedIn(chart).join('; ')})`,
  );

describe('linked drawings in HTML', () => {
  it('mark what was reached before the chart joined its group', async () => {
    const list = await linkedHtml({type: 'bar-list', linkGroup: undefined});
    const other = await linkedHtml({type: 'funnel'});
    allIn(list, '[data-mark]')[1]?.focus();
    list.element.linkGroup = 'g';

    await marks(other, ['/b: 1']);
  });

  for (const [type, text] of [
    ['bar-list', '/b: 1'],
    ['funnel', '/b: 1'],
    ['pie', '/b 1 33.3%'],
  ] as const) {
    it(`mark in a ${type} the name that is pointed at in a list, until it is left`, async () => {
      const list = await linkedHtml({type: 'bar-list'});
      const other = await linkedHtml({type});

      reach(list, '/b');
      await marks(other, [text]);
      allIn(list, '.bar-list')[0]?.dispatchEvent(new Event('pointerout', {bubbles: true}));

      await marks(other, []);
    });

    it(`tell of the name to which keys lead in a ${type}`, async () => {
      const one = await linkedHtml({type});
      const list = await linkedHtml({type: 'bar-list'});

      reach(one, '/b', 'focusin');

      await marks(list, ['/b: 1']);
    });
  }

  it('mark the slice beside its entry', async () => {
    const list = await linkedHtml({type: 'bar-list'});
    const pie = await linkedHtml({type: 'pie'});

    reach(list, '/a');
    await marks(pie, ['/a 2 66.7%']);

    expect(allIn(pie, 'path[data-linked]').length).to.equal(1);
  });

  it('share times between heatmap and line, both ways', async () => {
    const heatmap = await linkedHtml({type: 'heatmap', data: CELLS, meta: CELL_META});
    const line = await mountChart({...LINE, ...daily({visits: [1, 2, 3]})});
    await line.isDrawn();

    line.point('pointermove', 0.5);
    await marks(heatmap, ['/a, Fri, Jan 2, 2026: 1', '/b, Fri, Jan 2, 2026: 5']);
    line.point('pointerleave');
    await marks(heatmap, []);
    reach(heatmap, '/a, Thu, Jan 1, 2026');

    await until(
      () => line.tooltip.includes('Visits 1'),
      () => `Visits 1 (is ${line.tooltip})`,
    );
  });

  it('share the names of rows between heatmap and list, both ways', async () => {
    const heatmap = await linkedHtml({type: 'heatmap', data: CELLS, meta: CELL_META});
    const list = await linkedHtml({type: 'bar-list'});

    reach(list, '/a');
    await marks(heatmap, ['/a, Thu, Jan 1, 2026: 0', '/a, Fri, Jan 2, 2026: 1']);
    reach(heatmap, '/b, Thu, Jan 1, 2026');

    await marks(list, ['/b: 1']);
  });

  it('mark the same name where other rows have moved it', async () => {
    const [list, other] = [
      await linkedHtml({type: 'bar-list'}),
      await linkedHtml({type: 'bar-list'}),
    ];
    reach(list, '/a');
    await marks(other, ['/a: 2']);

    other.element.data = [...PAGES].reverse();

    await other.element.updateComplete;
    expect(markedIn(other)).to.deep.equal(['/a: 2']);
  });
});
