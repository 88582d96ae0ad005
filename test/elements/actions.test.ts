import {expect} from '@open-wc/testing';
import '../../src/elements/drawn-table.js';
import '../../src/elements/export-parts.js';
import {type ChartHarness, mountChart} from '../support/chart-harness.js';
import {allIn} from '../support/html-drawing.js';
import {until} from '../support/until.js';

const data = [
  {day: '2026-01-01', visits: 3, orders: 1},
  {day: '2026-01-02', visits: 5, orders: null},
];
const meta = [
  {name: 'day', type: 'Date'},
  {name: 'visits', type: 'UInt32'},
  {name: 'orders', type: 'Nullable(UInt32)'},
];
const asTable = [
  ['Day', 'Visits', 'Orders'],
  ['Thu, Jan 1, 2026', '3', '1'],
  ['Fri, Jan 2, 2026', '5', '–'],
];
const browsers = [
  {browser: 'Edge', visits: 2},
  {browser: 'Chrome', visits: 10},
];

const button = (chart: ChartHarness) => chart.part('table-button');
const menu = (chart: ChartHarness) => allIn(chart, 'details.download')[0] as HTMLDetailsElement;

/** Catches the next file that a chart hands to the browser. */
function nextFile(): Promise<{name: string; text: () => Promise<string>}> {
  return new Promise((resolve) => {
    const links = HTMLAnchorElement.prototype as {click?: () => void};
    links.click = function (this: HTMLAnchorElement) {
      delete links.click;
      resolve({name: this.download, text: async () => (await fetch(this.href)).text()});
    };
  });
}

describe('a drawing as a table', () => {
  it('shows what is drawn, with caption and headers', async () => {
    const chart = await mountChart({data, meta, type: 'line', heading: 'Visits', locale: 'en'});
    await chart.isDrawn();

    button(chart).click();

    await chart.reads(asTable);
    expect(chart.table?.caption?.textContent.trim()).to.equal('Visits');
    expect(chart.columnScopes).to.deep.equal(['col', 'col', 'col', 'row', 'row']);
    expect(allIn(chart, 'canvas')).to.have.lengthOf(0);
  });

  it('comes and goes by one button that keeps the focus and says what it does', async () => {
    const chart = await mountChart({data, meta, type: 'line', locale: 'en'});
    await chart.isDrawn();
    const toggle = button(chart);
    toggle.focus();
    expect(toggle.ariaLabel).to.equal('Show as table');

    toggle.click();
    await chart.reads(asTable);
    expect(toggle.ariaLabel).to.equal('Show as chart');
    expect(chart.element.shadowRoot?.activeElement).to.equal(toggle);

    toggle.click();
    await chart.isDrawn();
    expect(chart.table).to.equal(null);
    expect(chart.element.shadowRoot?.activeElement).to.equal(toggle);
  });

  it('stays a table when new rows arrive', async () => {
    const chart = await mountChart({data, meta, type: 'line', locale: 'en'});
    await chart.isDrawn();
    button(chart).click();
    await chart.reads(asTable);

    chart.element.data = data.slice(0, 1);

    await chart.reads(asTable.slice(0, 2));
  });

  it('is a drawing again after rows that had to go', async () => {
    const chart = await mountChart({data, meta, pipe: 'a', type: 'line', locale: 'en'});
    await chart.isDrawn();
    button(chart).click();
    await chart.reads(asTable);

    chart.element.pipe = 'b';

    await chart.isDrawn();
    expect(chart.table).to.equal(null);
  });

  for (const type of ['bar-list', 'funnel', 'metric'] as const) {
    it(`has the rows of a ${type} in their order`, async () => {
      const chart = await mountChart({data: browsers, type, heading: 'Browsers', locale: 'en'});
      await chart.reaches('ready');

      button(chart).click();

      await chart.reads([
        ['Browser', 'Visits'],
        ['Edge', '2'],
        ['Chrome', '10'],
      ]);
    });
  }

  it('has the slices of a pie from the largest on', async () => {
    const chart = await mountChart({data: browsers, type: 'pie', locale: 'en'});
    await chart.reaches('ready');

    button(chart).click();

    await chart.reads([
      ['Browser', 'Visits'],
      ['Chrome', '10'],
      ['Edge', '2'],
    ]);
  });

  it('is not offered where the drawing is a table, or with no-actions', async () => {
    const table = await mountChart({data, meta, type: 'table'});
    const bare = await mountChart({data, meta, type: 'line', attributes: {'no-actions': ''}});
    const inText = await mountChart({data, meta, type: 'sparkline', heading: ''});
    await table.reaches('ready');
    await bare.isDrawn();
    await inText.isDrawn();

    expect(table.parts).not.to.contain('table-button');
    expect(table.parts).to.contain('download-button');
    expect([...bare.parts, ...inText.parts]).not.to.include.members(['table-button']);
    expect([...bare.parts, ...inText.parts]).not.to.include.members(['download-button']);
  });
});

describe('the list of files', () => {
  it('closes by Escape, with the focus on its button', async () => {
    const chart = await mountChart({data, meta, type: 'line'});
    await chart.isDrawn();
    const details = menu(chart);
    details.open = true;
    const first = allIn(chart, '[part=download-item]')[0]!;
    first.focus();

    first.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}));

    expect(details.open).to.equal(false);
    expect(chart.element.shadowRoot?.activeElement).to.equal(chart.part('download-button'));
  });

  it('closes when the focus goes elsewhere', async () => {
    const chart = await mountChart({data, meta, type: 'line'});
    await chart.isDrawn();
    menu(chart).open = true;
    allIn(chart, '[part=download-item]')[0]!.focus();

    button(chart).focus();

    expect(menu(chart).open).to.equal(false);
  });

  it('saves the rows under heading and day', async () => {
    const chart = await mountChart({data: browsers, type: 'bar-list', heading: 'A/B: "x"'});
    await chart.reaches('ready');
    await chart.hasButtons();
    const file = nextFile();
    menu(chart).open = true;

    chart.press('Data (CSV)');

    const {name, text} = await file;
    expect(name).to.match(/^A B x \d{4}-\d\d-\d\d\.csv$/);
    expect(await text()).to.equal('browser,visits\r\nEdge,2\r\nChrome,10\r\n');
    expect(menu(chart).open).to.equal(false);
  });

  it('is of the pipe where there is no heading', async () => {
    const chart = await mountChart({data, meta, pipe: 'visits_by_day', heading: '', type: 'line'});
    await chart.isDrawn();
    const file = nextFile();

    await chart.element.download('csv');

    expect((await file).name).to.match(/^visits_by_day /);
  });
});

describe('the header of a narrow chart', () => {
  it('lays heading, status and buttons beside each other', async () => {
    const chart = await mountChart({
      data,
      meta,
      type: 'line',
      heading: 'Visits over time of everybody who came',
      style: 'width: 320px; height: 300px',
    });
    await chart.isDrawn();
    chart.part('status').textContent = 'Not up to date';
    await until(
      () => chart.part('status').offsetWidth > 0,
      () => 'a status',
    );

    const boxes = ['heading', 'status', 'table-button', 'download-button'].map((part) =>
      chart.part(part).getBoundingClientRect(),
    );
    const overlaps = boxes.flatMap((one, at) =>
      boxes
        .slice(at + 1)
        .filter(
          (other) =>
            one.left < other.right - 1 &&
            other.left < one.right - 1 &&
            one.top < other.bottom - 1 &&
            other.top < one.bottom - 1,
        ),
    );
    expect(overlaps).to.deep.equal([]);
  });
});
