import {expect, fixture} from '@open-wc/testing';
import {DARK_PALETTE, LIGHT_PALETTE} from '../../src/charting/palette.js';
import {readTheme} from '../../src/charting/theme.js';
import {hasHexColor} from '../support/canvas-pixels.js';
import {type ChartHarness, type ChartSetUp, mountChart} from '../support/chart-harness.js';
import {daily} from '../support/query-chart.js';
import {until} from '../support/until.js';

const bars = {...daily({visits: [5, 9, 7]}), type: 'bar'} as const;

const twoLines = {...daily({visits: [1, 2], orders: [2, 1]}), heading: 'Visits'} as const;

/** Sizes of text in px. */
function sizesOf(chart: ChartHarness) {
  const size = (part: string) => parseFloat(getComputedStyle(chart.part(part)).fontSize);
  return {
    heading: size('heading'),
    base: size('base'),
    legend: size('legend'),
    axis: readTheme(chart.element).fontSize,
  };
}

/** What is on a canvas, to be compared. */
function inkOf(canvas: HTMLCanvasElement): string {
  return canvas.toDataURL();
}

async function drawnIn(
  markup: string,
  setUp: ChartSetUp = {},
): Promise<{place: HTMLElement; chart: ChartHarness}> {
  const place = await fixture<HTMLElement>(markup);
  const chart = await mountChart({...bars, ...setUp}, place);
  await chart.isDrawn();
  return {place, chart};
}

async function paints(chart: ChartHarness, color = ''): Promise<void> {
  await until(
    () => hasHexColor(chart.canvas, color),
    () => `${color} on the canvas`,
  );
}

describe('theming', () => {
  it('draws light on a light page and follows the scheme of an ancestor that changes', async () => {
    const {place, chart} = await drawnIn('<div style="color-scheme: light"></div>');
    await paints(chart, LIGHT_PALETTE[0]);

    place.style.colorScheme = 'dark';
    await paints(chart, DARK_PALETTE[0]);

    place.style.colorScheme = 'light';
    await paints(chart, LIGHT_PALETTE[0]);
  });

  it('follows a class of the root that only changes the text colour', async () => {
    const {place, chart} = await drawnIn('<div></div>');
    await paints(chart, LIGHT_PALETTE[0]);

    place.style.color = '#f5f5f5';
    await paints(chart, DARK_PALETTE[0]);
  });

  it('is what theme says, whatever the page is', async () => {
    const {chart} = await drawnIn('<div style="color-scheme: light"></div>', {theme: 'dark'});

    await paints(chart, DARK_PALETTE[0]);
  });

  it('takes colours of the page onto the canvas, and their changes', async () => {
    const {place, chart} = await drawnIn('<div style="--tinybird-chart-color-1: #ff00aa"></div>');
    await paints(chart, '#ff00aa');

    place.style.setProperty('--tinybird-chart-color-1', 'rgb(0 128 64)');
    await paints(chart, '#008040');
  });

  for (const [name, color] of [
    ['--tinybird-chart-grid-color', '#aa0011'],
    ['--tinybird-chart-axis-color', '#aa0022'],
  ] as const) {
    it(`${name} is painted`, async () => {
      const values = daily({visits: [-5, 9, 7]});
      const {chart} = await drawnIn(`<div style="${name}: ${color}"></div>`, values);

      await paints(chart, color);
    });
  }

  for (const [name, font, sizes] of [
    ['plain', '16px sans-serif', {heading: 16, base: 14, legend: 13, axis: 12}],
    ['article', '20px serif', {heading: 20, base: 17.5, legend: 16.25, axis: 15}],
    ['dense tool', '13px monospace', {heading: 13, base: 12, legend: 12, axis: 12}],
    ['page of tiny text', '6px serif', {heading: 13, base: 12, legend: 12, axis: 12}],
  ] as const) {
    it(`has the font and the scale of a ${name} that it stands in`, async () => {
      const {chart} = await drawnIn(`<div style="font: ${font}"></div>`, twoLines);
      expect(sizesOf(chart)).to.deep.equal(sizes);
      expect(getComputedStyle(chart.part('legend')).fontFamily).to.equal(font.split(' ')[1]);
    });
  }

  it('follows the font of its place on the canvas, too', async () => {
    const {place, chart} = await drawnIn('<div style="font: 16px serif"></div>', twoLines);
    const before = inkOf(chart.canvas);

    place.style.fontSize = '24px';
    await until(
      () => inkOf(chart.canvas) !== before,
      () => 'another drawing in larger text',
    );
    const larger = inkOf(chart.canvas);
    place.style.fontFamily = 'monospace';
    await until(
      () => inkOf(chart.canvas) !== larger,
      () => 'another drawing in another font',
    );
  });

  it('spaces grow with the text, and nothing that is pressed gets too small', async () => {
    const {place, chart} = await drawnIn('<div style="font-size: 32px"></div>', twoLines);
    const gap = () => parseFloat(getComputedStyle(chart.part('base')).rowGap);
    expect(gap()).to.equal(16);

    place.style.fontSize = '8px';
    expect(gap()).to.equal(6.5);
    const heights = chart.targets.map((target) => target.getBoundingClientRect().height);
    expect(Math.min(...heights)).to.be.at.least(24);
  });

  it('has the sizes that a page sets by part', async () => {
    const {chart} = await drawnIn('<div></div>', twoLines);

    const sheet = await fixture<HTMLStyleElement>('<style></style>');
    sheet.textContent = `tinybird-chart::part(base), tinybird-chart::part(legend) {font-size: 1rem}
      tinybird-chart::part(heading) {font-size: 1.25rem}
      tinybird-chart {--tinybird-chart-font-size: 1.5em}`;
    expect(sizesOf(chart)).to.deep.equal({heading: 20, base: 16, legend: 16, axis: 24});
  });

  it('gives the legend the colours of the drawing', async () => {
    const {place, chart} = await drawnIn('<div style="--tinybird-chart-color-1: #ff00aa"></div>', {
      ...daily({visits: [1, 2], orders: [2, 1]}),
    });
    expect(chart.legendColors[0]).to.equal('rgb(255, 0, 170)');

    place.style.setProperty('--tinybird-chart-color-1', '#00aa00');
    await until(
      () => chart.legendColors[0] === 'rgb(0, 170, 0)',
      () => `green in ${chart.legendColors.join()}`,
    );
  });

  it('opens its parts to the page', async () => {
    const style = document.createElement('style');
    style.textContent = `
      tinybird-chart::part(heading) { color: rgb(1, 2, 3); }
      tinybird-chart::part(legend) { color: rgb(4, 5, 6); }`;
    document.head.append(style);
    const {chart} = await drawnIn('<div></div>', {
      ...daily({visits: [1, 2], orders: [2, 1]}),
      heading: 'Sales',
    });

    expect(getComputedStyle(chart.part('heading')).color).to.equal('rgb(1, 2, 3)');
    expect(getComputedStyle(chart.part('legend')).color).to.equal('rgb(4, 5, 6)');
    style.remove();
  });
});
