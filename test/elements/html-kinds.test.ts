import {expect} from '@open-wc/testing';
import type {ChartSelectEvent} from '../../src/elements/events.js';
import {type ChartHarness, type ChartSetUp, mountChart} from '../support/chart-harness.js';
import {allIn, entriesOf} from '../support/html-drawing.js';

const PAGES = [
  {page: '/pricing', views: 1234},
  {page: '/', views: 617},
  {page: '/docs', views: 10},
];
const STEPS = [
  {step: 'Visit', visits: 200},
  {step: 'Sign-up', visits: 50},
  {step: 'Paid', visits: 20},
];
const HOURS = [
  {weekday: 'Mon', hour: 8, events: 40},
  {weekday: 'Mon', hour: 10, events: 10},
  {weekday: 'Tue', hour: 9, events: 1000},
];

async function drawn(setUp: ChartSetUp): Promise<ChartHarness> {
  const chart = await mountChart({locale: 'en', heading: 'Pages', ...setUp});
  await chart.reaches('ready');
  return chart;
}

function chosenBy(chart: ChartHarness): ChartSelectEvent[] {
  const events: ChartSelectEvent[] = [];
  chart.element.addEventListener('tinybird-chart-select', (event) => events.push(event));
  return events;
}

const barWidths = (chart: ChartHarness) =>
  allIn(chart, '.bar').map((bar) => Math.round(bar.getBoundingClientRect().width));

describe('type="bar-list"', () => {
  it('lists labels and numbers in the order of the answer', async () => {
    const chart = await drawn({type: 'bar-list', data: PAGES});

    expect(entriesOf(chart, 'bar-list')).to.deep.equal(['/pricing 1,234', '/ 617', '/docs 10']);
  });

  it('draws bars as long as their numbers', async () => {
    const [long = 0, half = 0] = barWidths(await drawn({type: 'bar-list', data: PAGES}));

    expect(half / long).to.be.closeTo(0.5, 0.01);
  });

  it('adds up all but the top', async () => {
    const chart = await drawn({type: 'bar-list', data: PAGES, top: 1});

    expect(entriesOf(chart, 'bar-list')).to.deep.equal(['/pricing 1,234', 'Other 627']);
  });

  it('reports the row that is clicked', async () => {
    const chart = await drawn({type: 'bar-list', data: PAGES});
    const events = chosenBy(chart);

    chart.part('bar-list').querySelectorAll('li')[1]?.click();

    expect(events[0]).to.deep.include({index: '/', category: 'Views', value: 617, row: PAGES[1]});
  });

  it('keeps integers whole that a number would round', async () => {
    const data = [{page: 'a', views: '9007199254740993123'}];
    const meta = [
      {name: 'page', type: 'String'},
      {name: 'views', type: 'UInt64'},
    ];

    const chart = await drawn({type: 'bar-list', data, meta});

    expect(entriesOf(chart, 'bar-list')).to.deep.equal(['a 9007199254740993123']);
  });

  it('writes out 200 entries and more when asked', async () => {
    const data = Array.from({length: 250}, (_, at) => ({page: `p${at}`, views: 250 - at}));
    const chart = await drawn({type: 'bar-list', data});
    expect(entriesOf(chart, 'bar-list').length).to.equal(200);

    chart.press('Show more (50 rows left)');
    await chart.element.updateComplete;

    expect(entriesOf(chart, 'bar-list').length).to.equal(250);
  });

  it('says that it needs a number', async () => {
    const chart = await mountChart({type: 'bar-list', data: [{page: 'a'}]});
    await chart.reaches('error');

    expect(chart.detail).to.contain('no number column');
  });
});

describe('type="funnel"', () => {
  it('tells the share of the first step and of the step before', async () => {
    const chart = await drawn({type: 'funnel', data: STEPS});

    expect(entriesOf(chart, 'funnel')).to.deep.equal([
      'Visit 200 100% 25% go on to the next step',
      'Sign-up 50 25% 40% go on to the next step',
      'Paid 20 10%',
    ]);
  });

  it('draws bars as long as their numbers', async () => {
    const [first = 0, second = 0] = barWidths(await drawn({type: 'funnel', data: STEPS}));

    expect(second / first).to.be.closeTo(0.25, 0.01);
  });

  it('makes no share of nothing', async () => {
    const data = STEPS.map(({step}) => ({step, visits: 0}));

    expect(entriesOf(await drawn({type: 'funnel', data}), 'funnel')).to.deep.equal([
      'Visit 0',
      'Sign-up 0',
      'Paid 0',
    ]);
  });

  it('reports the step that is clicked', async () => {
    const chart = await drawn({type: 'funnel', data: STEPS});
    const events = chosenBy(chart);

    chart.part('funnel').querySelectorAll('li')[2]?.click();

    expect(events[0]).to.deep.include({index: 'Paid', value: 20, row: STEPS[2]});
  });
});

describe('type="heatmap"', () => {
  it('is a table with headers for screen readers', async () => {
    const chart = await drawn({type: 'heatmap', data: HOURS});

    expect(chart.tableText()).to.deep.equal([
      ['', '8', '9', '10'],
      ['Mon', '40', '–', '10'],
      ['Tue', '–', '1K', '–'],
    ]);
  });

  it('names place and number of each cell', async () => {
    const chart = await drawn({type: 'heatmap', data: HOURS});

    expect(chart.allText).to.contain('Tue, 9: 1,000');
  });

  it('colours cells by their number', async () => {
    const chart = await drawn({type: 'heatmap', data: HOURS});
    const fills = allIn(chart, 'tbody td')
      .map((cell) => getComputedStyle(cell).backgroundColor)
      .filter((fill) => fill !== 'rgba(0, 0, 0, 0)');

    expect(new Set(fills).size).to.equal(3);
  });

  for (const [what, values, columns, widthPx, isShown] of [
    ['short', [1234, 999, 56_700, 5], 12, 560, true],
    ['long', [1e15, 1.23e-9, -1.23e12, -1.23e15], 12, 560, false],
    ['long', [1e15, 1.23e-9, -1.23e12, -1.23e15], 12, 900, true],
    ['long', [1e15, 1.23e-9, -1.23e12, -1.23e15], 5, 340, false],
    ['short', [1, 2], 5, 340, true],
    ['short', [1, 2], 13, 900, false],
  ] as const)
    it(`${isShown ? 'shows' : 'leaves out'} ${what} numbers of ${columns} columns in ${widthPx} px, and does not scroll`, async () => {
      const data = ['Mon', 'Tue'].flatMap((day, y) =>
        Array.from({length: columns}, (_, x) => ({
          at: `c${x}`,
          day,
          value: values[(x + 2 * y) % values.length],
        })),
      );
      const chart = await drawn({type: 'heatmap', data, style: `inline-size:${widthPx}px`});
      const [number] = allIn(chart, '.number');
      const [scroll] = allIn(chart, '.heat-scroll');

      expect(getComputedStyle(number!).position === 'static').to.equal(isShown);
      expect(scroll?.scrollWidth).to.equal(scroll?.clientWidth);
      expect(number?.textContent).not.to.equal('');
    });

  it('has a scale unless there is to be no legend', async () => {
    const withScale = await drawn({type: 'heatmap', data: HOURS});
    const without = await drawn({type: 'heatmap', data: HOURS, noLegend: true});

    expect(withScale.parts).to.include('scale');
    expect(without.parts).not.to.include('scale');
  });

  it('reports the cell that is clicked', async () => {
    const chart = await drawn({type: 'heatmap', data: HOURS});
    const events = chosenBy(chart);

    allIn(chart, 'tbody td')[0]?.click();

    expect(events[0]).to.deep.include({index: 8, category: 'Mon', value: 40, row: HOURS[0]});
  });

  it('colours cells in a dark theme otherwise', async () => {
    const fills = (chart: ChartHarness) =>
      allIn(chart, 'tbody td').map((cell) => getComputedStyle(cell).backgroundColor);
    const light = await drawn({type: 'heatmap', data: HOURS, theme: 'light'});
    const dark = await drawn({type: 'heatmap', data: HOURS, theme: 'dark'});

    expect(fills(dark)[0]).not.to.equal(fills(light)[0]);
  });
});

describe('every kind in HTML', () => {
  for (const [type, data] of [
    ['bar-list', PAGES],
    ['funnel', STEPS],
    ['heatmap', HOURS],
  ] as const) {
    it(`is accessible as ${type}`, async () => {
      const chart = await drawn({type, data});

      await expect(chart.element).to.be.accessible();
    });

    it(`leaves nothing of a ${type} behind when its rows are gone`, async () => {
      const chart = await drawn({type, data});

      chart.element.data = [];
      await chart.reaches('empty');

      expect(chart.parts).not.to.include(type);
      expect(chart.allText).not.to.match(/pricing|Sign-up|Mon/);
    });

    it(`has a skeleton of the shape of a ${type}`, async () => {
      const chart = await mountChart({
        type,
        pipe: 'a',
        loading: 'eager',
        getToken: () => new Promise(() => undefined),
      });

      expect(chart.hasSkeleton).to.equal(true);
    });
  }
});
