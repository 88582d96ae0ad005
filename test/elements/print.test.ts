import {expect} from '@open-wc/testing';
import {DARK_PALETTE, LIGHT_PALETTE} from '../../src/charting/palette.js';
import {hasHexColor, pictureOf} from '../support/canvas-pixels.js';
import {type ChartHarness, mountChart} from '../support/chart-harness.js';
import {daily} from '../support/query-chart.js';
import {painted, until} from '../support/until.js';

const bars = {...daily({visits: [5, 9, 7], orders: [2, 4, 3]}), type: 'bar'} as const;

const rowsOf = (count: number) => Array.from({length: count}, (_, n) => ({n}));

const hasPaint = ({canvas}: ChartHarness, hex?: string) => hasHexColor(canvas, hex);

const styleOf = (chart: ChartHarness) => getComputedStyle(chart.part('base'));

describe('a chart on paper', () => {
  afterEach(() => {
    dispatchEvent(new Event('afterprint'));
  });

  it('is dark on white inside the notice of the print, and dark again after it', async () => {
    const chart = await mountChart({...bars, theme: 'dark'});
    await chart.isDrawn();
    const {color} = styleOf(chart);

    dispatchEvent(new Event('beforeprint'));
    expect(hasPaint(chart, LIGHT_PALETTE[0])).to.equal(true);
    expect([styleOf(chart).color, styleOf(chart).backgroundColor]).to.deep.equal([
      'rgb(24, 24, 27)',
      'rgb(255, 255, 255)',
    ]);

    dispatchEvent(new Event('afterprint'));
    expect(hasPaint(chart, DARK_PALETTE[0])).to.equal(true);
    expect([styleOf(chart).color, styleOf(chart).backgroundColor]).to.deep.equal([
      color,
      'rgba(0, 0, 0, 0)',
    ]);
  });

  it('has two pixels where the screen has one', async () => {
    const chart = await mountChart(bars);
    await chart.isDrawn();
    const {width} = chart.canvas;

    dispatchEvent(new Event('beforeprint'));
    expect(chart.canvas.width).to.equal(2 * width);

    dispatchEvent(new Event('afterprint'));
    expect(chart.canvas.width).to.equal(width);
  });

  it('is light when it is made during a print', async () => {
    dispatchEvent(new Event('beforeprint'));
    const chart = await mountChart({...bars, theme: 'dark'});
    await chart.isDrawn();

    expect(hasPaint(chart, LIGHT_PALETTE[0])).to.equal(true);
    expect(styleOf(chart).backgroundColor).to.equal('rgb(255, 255, 255)');
  });

  it('has no buttons beside the heading, no tooltip and no words about keys', async () => {
    const chart = await mountChart(bars);
    await chart.isDrawn();
    chart.plot?.focus();
    chart.plot?.dispatchEvent(new KeyboardEvent('keydown', {key: 'End', bubbles: true}));
    await painted();
    expect(chart.part('tooltip').checkVisibility()).to.equal(true);

    dispatchEvent(new Event('beforeprint'));

    const hidden = [
      ...chart.element.shadowRoot!.querySelectorAll(
        '.tools button, .tools summary, .tooltip, .keys',
      ),
    ];
    expect(hidden.length).to.be.above(3);
    expect(hidden.filter((element) => element.checkVisibility())).to.deep.equal([]);
  });

  it('has no crosshair, which is back on the screen after it', async () => {
    const chart = await mountChart({...bars, type: 'line', theme: 'light'});
    await chart.isDrawn();
    dispatchEvent(new Event('beforeprint'));
    const printed = pictureOf(chart.canvas);
    dispatchEvent(new Event('afterprint'));
    chart.point('pointermove', 0.5);
    await painted();
    const pointed = pictureOf(chart.canvas);

    dispatchEvent(new Event('beforeprint'));
    expect(pictureOf(chart.canvas)).to.equal(printed);

    dispatchEvent(new Event('afterprint'));
    expect(pictureOf(chart.canvas)).to.equal(pointed);
  });

  it('shrinks with its place, in one piece', async () => {
    const chart = await mountChart(bars);
    await chart.isDrawn();
    dispatchEvent(new Event('beforeprint'));
    const {clientWidth, clientHeight} = chart.canvas;

    chart.element.style.width = '300px';

    const box = chart.canvas.getBoundingClientRect();
    expect(box.width).to.be.at.most(300);
    expect(box.height / box.width).to.be.closeTo(clientHeight / clientWidth, 0.02);
    expect(getComputedStyle(chart.element).breakInside).to.equal('avoid');
  });

  it('writes all rows of a table, and is as high as they are', async () => {
    const chart = await mountChart({data: rowsOf(400), type: 'table'});
    await chart.reaches('ready');

    dispatchEvent(new Event('beforeprint'));
    const {rows} = chart.table!.tBodies[1]!;
    expect(rows.length).to.equal(400);
    expect(rows[399]!.textContent.trim()).to.equal('399');
    expect(chart.element.getBoundingClientRect().bottom).to.be.at.least(
      rows[399]!.getBoundingClientRect().bottom,
    );
    expect(getComputedStyle(chart.element).breakInside).to.equal('auto');

    dispatchEvent(new Event('afterprint'));
    expect(chart.element.offsetHeight).to.equal(300);
    await until(
      () => chart.table!.tBodies[1]!.rows.length < 100,
      () => 'only the rows in view',
    );
  });

  it('writes a thousand rows of a longer table', async () => {
    const chart = await mountChart({data: rowsOf(1_200), type: 'table'});
    await chart.reaches('ready');

    dispatchEvent(new Event('beforeprint'));
    expect(chart.table!.tBodies[1]!.rows.length).to.equal(1_000);
  });
});
