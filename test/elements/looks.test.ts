import {expect} from '@open-wc/testing';
import {pictureOf} from '../support/canvas-pixels.js';
import {type ChartSetUp, mountChart} from '../support/chart-harness.js';
import {daily} from '../support/query-chart.js';
import {painted, until} from '../support/until.js';

const days = daily({visits: [1, 9, 3, 12], orders: [6, 5, 8, 2]});

describe('attributes that change the drawing', () => {
  for (const [name, setUp, type] of [
    [
      'an option that fills lines',
      {options: {elements: {line: {fill: true, backgroundColor: '#ff0000'}}}},
      'line',
    ],
    ['type', {type: 'area'}, 'line'],
    ['stacked', {stacked: true}, 'bar'],
    ['horizontal', {horizontal: true}, 'bar'],
    ['smooth', {smooth: true}, 'line'],
    ['number-format', {numberFormat: 'currency:EUR'}, 'line'],
    ['locale', {locale: 'ja'}, 'line'],
    ['columns', {columns: {visits: {color: '#123456'}}}, 'line'],
    ['theme', {theme: 'dark'}, 'line'],
    ['options', {options: {scales: {y: {display: false}}}}, 'line'],
  ] as readonly [string, ChartSetUp, 'line' | 'bar'][]) {
    it(`${name} changes what is drawn, and back`, async () => {
      const chart = await mountChart({...days, type, locale: 'en'});
      await chart.isDrawn();
      const before = pictureOf(chart.canvas);
      const {element} = chart;
      const old = Object.fromEntries(
        Object.keys(setUp).map((key) => [key, element[key as keyof typeof element]]),
      );

      Object.assign(element, setUp);
      await until(
        () => pictureOf(chart.canvas) !== before,
        () => 'another picture',
      );

      Object.assign(element, old);
      await until(
        () => pictureOf(chart.canvas) === before,
        () => 'the picture from before',
      );
    });
  }

  it('a series switched off leaves the drawing and comes back', async () => {
    const chart = await mountChart({...days, type: 'line'});
    await chart.isDrawn();
    const before = pictureOf(chart.canvas);

    chart.press('Orders');
    await painted();
    expect(pictureOf(chart.canvas)).not.to.equal(before);

    chart.press('Orders');
    await painted();
    expect(pictureOf(chart.canvas)).to.equal(before);
  });

  it('rows that are the same draw the same, and others something else', async () => {
    const chart = await mountChart({...days, type: 'line'});
    await chart.isDrawn();
    const before = pictureOf(chart.canvas);

    chart.element.data = structuredClone(days.data);
    await painted();
    expect(pictureOf(chart.canvas)).to.equal(before);

    chart.element.data = days.data.slice(0, 2);
    await painted();
    expect(pictureOf(chart.canvas)).not.to.equal(before);
  });
});
