import {expect} from '@open-wc/testing';
import {type ChartHarness, type ChartSetUp, mountChart} from '../support/chart-harness.js';
import {ScriptedAudio} from '../support/scripted-audio.js';
import {painted, until} from '../support/until.js';

let audio: ScriptedAudio;

const PAGES = [
  {page: '/pricing', views: 30},
  {page: '/', views: 10},
  {page: '/docs', views: 0},
];
const HOURS = [
  {weekday: 'Mon', hour: 8, events: 0},
  {weekday: 'Mon', hour: 10, events: 10},
  {weekday: 'Tue', hour: 9, events: 30},
];

async function drawn(setUp: ChartSetUp): Promise<ChartHarness> {
  const chart = await mountChart({locale: 'en', sonify: true, ...setUp});
  await chart.reaches('ready');
  focusable(chart).focus();
  press(chart, 'Shift');
  // Comes after the chart's own, which it has asked for before.
  await import('../../src/elements/sonification.js');
  await painted();
  return chart;
}

const root = (chart: ChartHarness) => chart.element.shadowRoot!;

const focusable = (chart: ChartHarness) =>
  root(chart).querySelector<HTMLElement>('[data-marks], .table-scroll')!;

function press(chart: ChartHarness, ...keys: string[]): void {
  for (const key of keys) {
    const target = root(chart).activeElement ?? focusable(chart);
    target.dispatchEvent(
      new KeyboardEvent('keydown', {key, bubbles: true, composed: true, cancelable: true}),
    );
  }
}

const pans = () => audio.tones.map(({pan}) => Math.round(pan * 10) / 10);

describe('sonify on marks in HTML', () => {
  beforeEach(() => {
    audio = new ScriptedAudio();
    audio.install();
  });
  afterEach(() => audio.remove());

  for (const type of ['bar-list', 'funnel', 'pie', 'donut'] as const) {
    it(`lets each entry of a ${type} be heard that a key leads to`, async () => {
      const chart = await drawn({type, data: PAGES});
      press(chart, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown');

      expect(audio.hertz).to.deep.equal([1760, 440, 220]);
      expect(pans()).to.deep.equal([-0.8, 0, 0.8]);
      expect(audio.opened).to.equal(1);
    });
  }

  it('lets cells of a heatmap be heard by their column, and knocks where there is none', async () => {
    const chart = await drawn({type: 'heatmap', data: HOURS});
    press(chart, 'Home', 'ArrowRight', 'ArrowRight', 'End', 'ArrowLeft');

    expect(audio.hertz).to.deep.equal([220, 90, 440, 90, 1760]);
    expect(pans()).to.deep.equal([-0.8, 0, 0.8, 0.8, 0]);
  });

  it('hears a heatmap from left to right in a page from right to left, as it is drawn', async () => {
    const chart = await drawn({type: 'heatmap', data: HOURS, dir: 'rtl'} as ChartSetUp);
    press(chart, 'Home');

    expect(pans()).to.deep.equal([-0.8]);
  });

  it('lets rows of a table be heard by their first number', async () => {
    const chart = await drawn({type: 'table', data: PAGES});
    press(chart, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');

    expect(audio.hertz).to.deep.equal([1760, 440, 220]);
    expect(pans()).to.deep.equal([-0.8, 0, 0.8]);
  });

  it('lets rows be heard by the numbers that they are sorted by', async () => {
    const data = PAGES.map((row, at) => ({...row, errors: [0, 30, 10][at]}));
    const chart = await drawn({type: 'table', data});
    root(chart).querySelectorAll<HTMLElement>('.sort')[2]?.click();
    await chart.element.updateComplete;
    focusable(chart).focus();
    press(chart, 'ArrowDown', 'ArrowDown', 'ArrowDown');

    expect(audio.hertz).to.deep.equal([220, 440, 1760]);
  });

  it('is silent in a table without numbers, and without a key', async () => {
    const chart = await drawn({type: 'table', data: [{page: '/'}, {page: '/docs'}]});
    press(chart, 'ArrowDown');
    await drawn({type: 'bar-list', data: PAGES});

    expect(audio.opened).to.equal(0);
  });

  it('is silent where a mark is chosen', async () => {
    const chart = await drawn({type: 'bar-list', data: PAGES});
    press(chart, 'ArrowDown', 'Enter');

    expect(audio.hertz).to.deep.equal([1760]);
  });

  it('gives the device back when the focus goes, not when it goes on', async () => {
    const chart = await drawn({type: 'bar-list', data: PAGES});
    press(chart, 'ArrowDown', 'ArrowDown');
    expect([audio.opened, audio.closed]).to.deep.equal([1, 0]);
    const {activeElement} = root(chart);
    activeElement?.dispatchEvent(new FocusEvent('focusout', {bubbles: true, composed: true}));
    await until(
      () => audio.closed === 1,
      () => 'a device that is given back',
    );
  });

  it('is off without the attribute', async () => {
    const chart = await drawn({type: 'bar-list', data: PAGES, sonify: false});
    press(chart, 'ArrowDown');

    expect(audio.opened).to.equal(0);
  });
});
