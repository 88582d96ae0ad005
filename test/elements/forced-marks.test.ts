import {expect, fixture} from '@open-wc/testing';
import {emulateMedia, sendKeys} from '@web/test-runner-commands';
import '../../src/elements/chart-link.js';
import {toRgba} from '../../src/charting/css-color.js';
import type {ChartHarness} from '../support/chart-harness.js';
import {jsonResponse} from '../support/fake-fetch.js';
import {allIn} from '../support/html-drawing.js';
import {mountQuery} from '../support/query-chart.js';
import {drag, drawn} from '../support/range-chart.js';
import {drawings} from '../support/scenes.js';
import {click, drawn as drawnTable, press, ROWS} from '../support/table-rows.js';
import {until} from '../support/until.js';

/** What a system colour is now. */
async function system(name: string): Promise<string> {
  const style = `forced-color-adjust: none; color: ${name}`;
  return getComputedStyle(await fixture(`<p style="${style}"></p>`)).color;
}

async function mount(name: string, setUp = {}): Promise<ChartHarness> {
  const page = '<div style="color: #7a1020; inline-size: 600px"></div>';
  return drawings[name]!(setUp, await fixture(page));
}

const styleOf = (chart: ChartHarness, selector: string, at = 0, pseudo?: string) =>
  getComputedStyle(allIn(chart, selector)[at]!, pseudo);

const ringOf = ({outlineStyle, outlineWidth}: CSSStyleDeclaration) =>
  `${outlineWidth} ${outlineStyle}`;

describe('marks in forced colours', () => {
  before(() => emulateMedia({forcedColors: 'active'}));
  after(() => emulateMedia({forcedColors: 'none'}));

  for (const name of ['bar-list', 'funnel', 'pie'] as const) {
    it(`tell apart what is chosen and what has the focus in a ${name}`, async () => {
      const chart = await mount(name);
      const option = (at: number) => allIn(chart, '[role=option]')[at]!;
      const rings: string[] = [];
      option(0).focus();
      await press(chart, 'Enter');
      await sendKeys({press: 'ArrowDown'});
      for (const at of [0, 1]) rings.push(ringOf(getComputedStyle(option(at))));
      await sendKeys({press: 'ArrowUp'});
      rings.push(ringOf(getComputedStyle(option(0))));

      expect(rings).to.deep.equal(['2px solid', '2px dashed', '4px double']);
      expect(getComputedStyle(option(0)).zIndex).to.equal('1');
    });
  }

  it('show what is looked at in another chart', async () => {
    const list = await mount('bar-list', {linkGroup: 'forced'});
    const other = await mount('funnel', {linkGroup: 'forced'});
    await until(
      () => {
        // The code for links may still be on its way.
        const over = new Event('pointerover', {bubbles: true, composed: true});
        allIn(list, '[data-mark]')[0]?.dispatchEvent(over);
        return allIn(other, '[data-linked]').length > 0;
      },
      () => 'a linked mark',
    );

    expect(ringOf(styleOf(other, '[data-linked]'))).to.equal('2px dotted');
  });

  it('set a chosen cell of a heatmap off from cells as dark as its ring', async () => {
    const chart = await mount('heatmap');
    allIn(chart, 'td[data-key]')[0]!.click();
    await chart.element.updateComplete;

    const {boxShadow} = styleOf(chart, 'td[aria-selected=true]');
    expect(boxShadow).to.contain(await system('Canvas'));
  });

  it('rule rows of a table, fill the chosen one, and ring the one that keys have led to', async () => {
    const chart = await drawnTable({data: ROWS});
    await click(chart, 0);
    const cell = styleOf(chart, 'tr[aria-selected=true] > td');
    expect(styleOf(chart, 'tbody td', 2).borderBlockEndWidth).to.equal('1px');
    expect(cell.backgroundColor).to.equal(await system('Highlight'));
    expect(cell.color).to.equal(await system('HighlightText'));

    chart.scrollArea.focus();
    await sendKeys({press: 'ArrowDown'});
    await sendKeys({press: 'ArrowDown'});
    expect(ringOf(styleOf(chart, 'tr.marked > td'))).to.equal('2px solid');
  });

  it('fill a chosen row as a whole where its first cell stays at the edge', async () => {
    const chart = await drawnTable({data: ROWS, style: 'width: 280px; height: 300px'});
    await click(chart, 0);

    const cell = styleOf(chart, 'tr[aria-selected=true] > td');
    expect([cell.position, cell.backgroundColor]).to.deep.equal([
      'sticky',
      await system('Highlight'),
    ]);
  });

  it('show by which column a table is sorted', async () => {
    const chart = await drawnTable({data: ROWS});
    await chart.presses('Views');

    const arrow = styleOf(chart, '[aria-sort] > .sort', 0, '::after');
    expect(arrow.backgroundColor).to.equal(await system('ButtonText'));
  });

  it('draw the track of a funnel', async () => {
    expect(ringOf(styleOf(await mount('funnel'), '.track'))).to.equal('1px solid');
  });

  it('show a range and its ends', async () => {
    const {chart} = await drawn({brush: true});
    await drag(chart, 0.3, 0.7);

    const {backgroundColor, opacity} = styleOf(chart, '.band');
    expect([backgroundColor, opacity]).to.deep.equal([await system('Highlight'), '0.3']);
    const handle = styleOf(chart, '.handle', 0, '::before');
    expect(handle.backgroundColor).to.equal(await system('CanvasText'));
  });

  it('write the whole in a donut in the colour of text, whatever the page has', async () => {
    expect(styleOf(await mount('donut'), '.total').fill).to.equal(await system('CanvasText'));
  });

  for (const [name, selector] of [
    ['bar-list', '.bar'],
    ['funnel', '.bar'],
    ['area', '.legend .swatch'],
  ] as const) {
    it(`take no colour of the page's columns in a ${name}`, async () => {
      const chart = await mount(name, {columns: {visits: {color: '#00ff00'}}});

      const {backgroundColor} = styleOf(chart, selector);
      expect(backgroundColor).to.equal(await system('CanvasText'));
    });
  }

  it("take no colour of the page's columns in a heatmap", async () => {
    const chart = await mount('heatmap', {columns: {visits: {color: '#00ff00'}}});

    const [red, green, blue] = toRgba(styleOf(chart, 'td[data-key]').backgroundColor);
    expect([green, blue]).to.deep.equal([red, red]);
  });

  it('give steps and code of a diagnosis an edge', async () => {
    const answer = () => jsonResponse(403, {});
    const {chart} = await mountQuery({answer, debug: true});
    await until(
      () => chart.parts.includes('debug'),
      () => 'the panel',
    );

    const step = styleOf(chart, '.step');
    expect(ringOf(step)).to.equal('1px solid');
    expect(step.borderInlineStartColor).to.equal(await system('Highlight'));
  });

  it('draw both buttons beside the heading alike', async () => {
    const chart = await mount('line');
    const [button, summary] = [0, 1].map((at) => styleOf(chart, '.action', at).color);
    expect(summary).to.equal(button);
  });
});
