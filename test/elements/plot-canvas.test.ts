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
  const done = {reads: 0, updates: 0, askedHost: 0};
  const view = {
    resize: () => undefined,
    clear: () => undefined,
    update: () => {
      done.updates += 1;
      view.drawn = {};
    },
    drawn: null as object | null,
    looks: [] as object[],
    truncated: null as 'first' | null,
  };
  const charting = {
    ChartView: function () {
      return view as unknown as ChartView;
    },
    readTheme: () => void (done.reads += 1),
  } as unknown as typeof Charting;
  const plot = new PlotCanvas(host, () => undefined);
  host.requestUpdate = () => void (done.askedHost += 1);
  plot.mount(host.renderRoot.querySelector('canvas'), charting);
  const draw = (seriesCount: number, leavesOutZero = false) => {
    const series = Array.from({length: seriesCount}, () => ({}));
    const shaped = {kind: 'line', set: {series}, leavesOutZero};
    plot.draw({shaped, response: {data: []}, settings: {}} as unknown as PlotFrame, charting, true);
  };
  return {plot, view, draw, done};
}

describe('PlotCanvas', () => {
  it('reads nothing of the page before the browser has laid it out', async () => {
    const {draw, done} = await plotOnPage();

    draw(1);
    const before = {...done};
    await painted();

    expect(before).to.deep.equal({reads: 0, updates: 0, askedHost: 0});
    expect(done).to.deep.equal({reads: 1, updates: 1, askedHost: 0});
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

  for (const [foreseen, truncated] of [
    [false, null],
    [true, 'first'],
    [true, null],
    [false, 'first'],
  ] as const) {
    const isRight = foreseen === (truncated !== null);
    it(`${isRight ? 'leaves its host alone' : 'has its host say it'} where a scale is ${foreseen ? '' : 'not '}foreseen to leave out zero and ${truncated ? 'does' : 'does not'}`, async () => {
      const {view, draw, done} = await plotOnPage();
      view.truncated = truncated;

      draw(1, foreseen);
      await painted();

      expect(done.askedHost).to.equal(isRight ? 0 : 1);
    });
  }

  it('has its host say once what there is to say without a size', async () => {
    const {view, draw, done} = await plotOnPage();
    view.update = () => void (view.looks = [{}, {}]);

    draw(2, true);
    draw(2, true);
    await painted();

    expect(done.askedHost).to.equal(1);
  });
});
