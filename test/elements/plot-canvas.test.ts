import {expect, fixture} from '@open-wc/testing';
import {html, LitElement} from 'lit';
import type {ChartView} from '../../src/charting/chart-view.js';
import type * as Charting from '../../src/elements/charting-parts.js';
import {PlotCanvas, type PlotFrame} from '../../src/elements/plot-canvas.js';
import {painted} from '../support/until.js';

class PlotHost extends LitElement {
  override render() {
    return html`<div style="width: 200px; height: 100px"><canvas></canvas></div>`;
  }
}
customElements.define('plot-host', PlotHost);

/** A plot on a canvas, and what it has done so far. */
async function plotOnPage() {
  const host = await fixture<PlotHost>(html`<plot-host></plot-host>`);
  const done = {reads: 0, updates: 0};
  const view = {
    resize: () => undefined,
    clear: () => undefined,
    update: () => void (done.updates += 1),
    looks: [],
    isTruncated: false,
  };
  const charting = {
    ChartView: function () {
      return view as unknown as ChartView;
    },
    readTheme: () => void (done.reads += 1),
  } as unknown as typeof Charting;
  const plot = new PlotCanvas(host, () => undefined);
  plot.mount(host.renderRoot.querySelector('canvas'), charting);
  const draw = (seriesCount: number) => {
    const series = Array.from({length: seriesCount}, () => ({}));
    const shaped = {kind: 'line', set: {series}};
    plot.draw({shaped, response: {data: []}, settings: {}} as unknown as PlotFrame, charting, true);
  };
  return {plot, draw, done};
}

describe('PlotCanvas', () => {
  it('reads nothing of the page before the browser has laid it out', async () => {
    const {draw, done} = await plotOnPage();

    draw(1);
    const before = {...done};
    await painted();

    expect(before).to.deep.equal({reads: 0, updates: 0});
    expect(done).to.deep.equal({reads: 1, updates: 1});
  });

  it('never draws rows that were cleared before that', async () => {
    const {plot, draw, done} = await plotOnPage();

    draw(1);
    plot.clear();
    await painted();

    expect(done.updates).to.equal(0);
  });

  it('draws several series at once, as their legend takes room', async () => {
    const {draw, done} = await plotOnPage();

    draw(2);

    expect(done.updates).to.equal(1);
  });
});
