import {expect} from '@open-wc/testing';
import {click, drawn, isMarked, press} from '../support/table-rows.js';
import type {ChartHarness} from '../support/chart-harness.js';

const LONG = 'Customers who came through a partner and stayed for more than a year';
const DATA = [
  {source: LONG, note: 'short'},
  {source: 'Search', note: 'short'},
  {source: 'Partners', note: 'x'.repeat(300)},
];

/** What stands below the table, as it is seen. */
function below(chart: ChartHarness): string[] {
  const place = chart.element.shadowRoot!.querySelector<HTMLElement>('.clipped')!;
  if (!place.checkVisibility()) return [];
  return [...place.querySelectorAll('div')].map((line) =>
    [...line.children].map((part) => part.textContent.trim()).join(': '),
  );
}

describe('text that a table clips', () => {
  const narrow = async () => {
    const chart = await drawn({data: DATA});
    chart.element.style.inlineSize = '320px';
    return chart;
  };

  it('stands in full below the table for the row that keys have led to', async () => {
    const chart = await narrow();
    expect(below(chart)).to.deep.equal([]);

    chart.scrollArea.focus();
    await press(chart, 'ArrowDown');
    expect(below(chart)).to.deep.equal([`Source: ${LONG}`]);

    await press(chart, 'ArrowDown');
    expect(below(chart)).to.deep.equal([]);

    await press(chart, 'ArrowDown');
    expect(below(chart)).to.deep.equal([`Note: ${'x'.repeat(300)}`]);
  });

  it('stands there for the row that a finger has chosen, until it is given up', async () => {
    const chart = await narrow();
    await click(chart, 0);
    expect(below(chart)).to.deep.equal([`Source: ${LONG}`]);

    await click(chart, 0);
    expect(below(chart)).to.deep.equal([]);
  });

  it('goes when the table loses the focus and nothing is chosen', async () => {
    const chart = await narrow();
    chart.scrollArea.focus();
    await press(chart, 'ArrowDown');
    chart.scrollArea.blur();
    expect(below(chart)).to.deep.equal([]);
  });

  it('leaves the row in view', async () => {
    const data = Array.from({length: 50}, (_, at) => ({at, source: `${at} ${LONG}`}));
    const chart = await drawn({data});
    chart.element.style.inlineSize = '300px';
    chart.scrollArea.focus();
    await press(chart, 'End');
    await isMarked(chart, '49');
    const row = chart.element.shadowRoot!.querySelector('tr.marked')!.getBoundingClientRect();
    const area = chart.scrollArea.getBoundingClientRect();
    expect(below(chart)).to.have.length(1);
    expect(row.bottom).to.be.at.most(area.bottom + 1);
  });
});
