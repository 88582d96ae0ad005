import {expect} from '@open-wc/testing';
import {mountChart} from '../support/chart-harness.js';

const meta = [
  {name: 'step', type: 'UInt64'},
  {name: 'visits', type: 'UInt64'},
];

const rowsFrom = (first: number, count = 30_000) =>
  Array.from({length: count}, (_, at) => ({step: at, visits: first + (at % 7)}));

describe('a line of many rows', () => {
  it('is drawn from all of them', async () => {
    const chart = await mountChart({data: rowsFrom(10), meta, type: 'line', locale: 'en'});

    await chart.isDrawn();

    expect(chart.plotLabel).to.contain('from 0 to 29,999, 30,000 points');
    expect(chart.plotLabel).to.contain('lowest 10 (0), highest 16 (6)');
  });

  it('is that of the rows that came last', async () => {
    const chart = await mountChart({data: rowsFrom(10), meta, type: 'line', locale: 'en'});

    chart.element.data = rowsFrom(50);
    await chart.isDrawn();

    expect(chart.plotLabel).to.contain('lowest 50');
  });

  it('is gone when fewer rows take their place before it is shaped', async () => {
    const chart = await mountChart({data: rowsFrom(10), meta, type: 'line', locale: 'en'});

    chart.element.data = [];
    await chart.reaches('empty');

    expect(chart.allText).not.to.contain('lowest');
  });

  it('says which column cannot be drawn', async () => {
    const chart = await mountChart({
      data: rowsFrom(10),
      meta,
      type: 'line',
      attributes: {categories: 'nothing'},
    });

    await chart.reaches('error');

    expect(chart.element.error).to.include({code: 'column', column: 'nothing'});
  });
});
