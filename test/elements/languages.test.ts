import {expect, fixture} from '@open-wc/testing';
import {mountChart} from '../support/chart-harness.js';
import {daily} from '../support/query-chart.js';
import {until} from '../support/until.js';

const data = [{day: '2026-03-01', visits: 1234567.5}];

describe('languages', () => {
  for (const [language, cells] of [
    ['en-GB', ['1 Mar 2026', '1,234,567.5']],
    ['de', ['1. März 2026', '1.234.567,5']],
    ['ja', ['2026年3月1日', '1,234,567.5']],
    ['ar-EG', ['١ مارس ٢٠٢٦', '١٬٢٣٤٬٥٦٧٫٥']],
  ] as const) {
    it(`writes ${language} where the page says so`, async () => {
      const place = await fixture(`<div lang="${language}"></div>`);
      const chart = await mountChart({data, type: 'table'}, place);

      await chart.reads([['Day', 'Visits'], [...cells]]);
    });
  }

  it('prefers locale to the language of the page', async () => {
    const place = await fixture('<div lang="de"></div>');
    const chart = await mountChart({data, type: 'table', locale: 'ja'}, place);

    await chart.reads([
      ['Day', 'Visits'],
      ['2026年3月1日', '1,234,567.5'],
    ]);
  });

  it('follows the page to another language', async () => {
    const root = document.documentElement;
    const before = root.lang;
    root.lang = 'en';
    const chart = await mountChart({data, type: 'table'});
    await chart.reads([
      ['Day', 'Visits'],
      ['Mar 1, 2026', '1,234,567.5'],
    ]);

    try {
      root.lang = 'de';

      await chart.reads([
        ['Day', 'Visits'],
        ['1. März 2026', '1.234.567,5'],
      ]);
      // The words come in a file of their own.
      await until(
        () => chart.part('download-button').title === 'Herunterladen',
        () => chart.part('download-button').title,
      );
    } finally {
      root.lang = before;
    }
  });

  it('takes another language than nonsense says', async () => {
    const place = await fixture('<div lang="en"><div lang="not a language"></div></div>');
    const chart = await mountChart({data, type: 'table'}, place.firstElementChild!);

    await chart.reaches('ready');
  });

  it('goes from right to left with the page', async () => {
    const place = await fixture('<div dir="rtl" lang="ar"></div>');
    const table = await mountChart({data, type: 'table', heading: 'المبيعات'}, place);
    const lines = await mountChart(
      {...daily({visits: [1, 2], orders: [2, 1]}), type: 'line'},
      place,
    );
    await table.reaches('ready');
    await lines.isDrawn();

    const [first, second] = table.cells.map((cell) => cell.getBoundingClientRect().left);
    expect(first).to.be.above(second!);
    const heading = table.part('heading').getBoundingClientRect();
    expect(heading.right).to.be.closeTo(table.element.getBoundingClientRect().right, 1);
    await expect(lines.element).to.be.accessible();
  });

  it('keeps the tooltip beside its point from right to left', async () => {
    const place = await fixture('<div dir="rtl"></div>');
    const chart = await mountChart({...daily({visits: [1, 2, 3]}), type: 'line'}, place);
    await chart.isDrawn();

    chart.point('pointermove', 0.1);
    await chart.element.updateComplete;

    const plot = chart.canvas.getBoundingClientRect();
    const tooltip = chart.part('tooltip').getBoundingClientRect();
    expect(tooltip.left).to.be.within(plot.left, plot.left + plot.width / 2);
    expect(tooltip.right).to.be.below(plot.right);
  });
});
