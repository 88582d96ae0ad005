import {expect} from '@open-wc/testing';
import type {Highlight} from '../../src/charting/marks.js';
import {Sonification} from '../../src/elements/sonification.js';
import type {Stage} from '../../src/elements/stage.js';
import type {SeriesSet} from '../../src/series/series-set.js';
import {type ChartHarness, type ChartSetUp, mountChart} from '../support/chart-harness.js';
import {FakeClock} from '../support/fake-clock.js';
import {daily} from '../support/query-chart.js';
import {ScriptedAudio} from '../support/scripted-audio.js';
import {painted, until} from '../support/until.js';

let audio: ScriptedAudio;

type Player = ReturnType<typeof player>;

async function drawn(
  columns: Parameters<typeof daily>[0],
  setUp: ChartSetUp = {},
): Promise<ChartHarness> {
  const chart = await mountChart({
    type: 'line',
    locale: 'en',
    sonify: true,
    ...daily(columns),
    ...setUp,
  });
  await chart.isDrawn();
  chart.plot?.focus();
  // Where the window has no focus, nothing is heard of it; any event brings the code.
  chart.key('Shift');
  // Comes after the chart's own, which it has asked for before.
  await import('../../src/elements/sonification.js');
  await painted();
  return chart;
}

async function press(chart: ChartHarness, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    chart.key(key);
    await chart.element.updateComplete;
  }
}

/** A series on a drawing that nobody sees, and the clock by which it is played. */
function player(values: readonly number[]) {
  const clock = new FakeClock();
  let set = buildSet(values);
  let isCurrent = true;
  const scene = () => ({shaped: {set}, settings: {}, plot: {view: null}});
  const stage = {scene, isCurrent: () => isCurrent} as unknown as Stage;
  const pointing = {
    point: null as Highlight | null,
    look(point: Highlight | null) {
      this.point = point;
    },
  };
  const sonification = new Sonification(stage, pointing, clock);
  sonification.key(new KeyboardEvent('keydown', {key: 'p'}));
  return {
    clock,
    sonification,
    changeRows: () => void (set = buildSet(values)),
    changeIdentity: () => void (isCurrent = false),
  };
}

function buildSet(values: readonly number[]): SeriesSet {
  const index = {kind: 'category', column: 'page', values: values.map(String)};
  const series = [{name: 'Visits', column: 'visits', values: Float64Array.from(values)}];
  return {index, series} as unknown as SeriesSet;
}

describe('a series that plays', () => {
  beforeEach(() => {
    audio = new ScriptedAudio();
    audio.install();
  });
  afterEach(() => audio.remove());

  it('sounds a point each fifth of a second, up to its end', async () => {
    const {clock} = player([0, 10, NaN, 30]);
    expect(audio.hertz).to.deep.equal([220]);
    await clock.advance(199);
    expect(audio.hertz).to.deep.equal([220]);
    await clock.advance(1);
    expect(audio.hertz).to.deep.equal([220, 440]);
    await clock.advance(10_000);
    expect(audio.hertz).to.deep.equal([220, 440, 90, 1760]);
  });

  it('leaves out points of a long one, yet never its last', async () => {
    const {clock} = player(Array.from({length: 1000}, (_, at) => at));
    await clock.advance(10_000);
    expect(audio.tones).to.have.length(144);
    expect(audio.hertz.at(-1)).to.equal(1760);
  });

  for (const [what, end] of [
    ['it is stopped', ({sonification}: Player) => sonification.stop()],
    ['it is left', ({sonification}: Player) => sonification.leave()],
    ['other rows come', ({changeRows}: Player) => changeRows()],
    ['the page is for somebody else', ({changeIdentity}: Player) => changeIdentity()],
  ] as const) {
    it(`ends when ${what}`, async () => {
      const playing = player([0, 10, 20, 30]);
      await playing.clock.advance(200);
      end(playing);
      await playing.clock.advance(10_000);

      expect(audio.hertz).to.deep.equal([220, 440]);
    });
  }

  it('is silent where there is no audio device', async () => {
    audio.refuse();
    const {clock} = player([0, 10]);

    await clock.advance(1000);
    expect(audio.tones).to.deep.equal([]);
  });
});

const heard = (count: number) =>
  until(
    () => audio.tones.length === count,
    () => `${count} tones (are ${audio.tones.length})`,
  );

describe('sonify', () => {
  beforeEach(() => {
    audio = new ScriptedAudio();
    audio.install();
  });
  afterEach(() => audio.remove());

  it('lets each point that a key leads to be heard, from left to right', async () => {
    const chart = await drawn({visits: [0, 10, 30]});
    await press(chart, 'ArrowRight', 'ArrowRight', 'End');

    expect(audio.hertz).to.deep.equal([220, 440, 1760]);
    expect(audio.tones.map(({pan}) => pan)).to.deep.equal([-0.8, 0, 0.8]);
    expect(audio.opened).to.equal(1);
  });

  it('is silent before a key, with the pointer, with new rows, and where a key leads nowhere', async () => {
    const chart = await drawn({visits: [0, 10, 30]});
    chart.point('pointermove');
    await press(chart, 'End');
    await press(chart, 'ArrowRight', 'Enter');
    Object.assign(chart.element, daily({visits: [5, 6, 7]}));
    await chart.element.updateComplete;
    await chart.isDrawn();

    expect(audio.hertz).to.deep.equal([1760]);
  });

  it('knocks where there is no value', async () => {
    const chart = await drawn({visits: [0, 30], orders: [null, 30]});
    await press(chart, 'Home', 'ArrowDown');

    expect(audio.hertz).to.deep.equal([220, 90]);
  });

  it('hears values as high or low among those on the same scale', async () => {
    const chart = await drawn(
      {visits: [0, 30], orders: [1000, 2000]},
      {columns: {orders: {axis: 'right'}}},
    );
    await press(chart, 'End', 'ArrowDown', 'ArrowLeft');

    expect(audio.hertz).to.deep.equal([1760, 1760, 220]);
  });

  it('rises by ratios on a logarithmic scale', async () => {
    const chart = await drawn({visits: [1, 10, 1000, 0]}, {yScale: 'log'});
    await press(chart, 'Home', 'ArrowRight', 'ArrowRight', 'ArrowRight');

    expect(audio.hertz).to.deep.equal([220, 440, 1760, 90]);
  });

  it('plays the series from the point that is looked at, and leads there', async () => {
    const chart = await drawn({visits: [0, 10, 20, 30]});
    await press(chart, 'Home', 'ArrowRight', 'p');
    await heard(5);

    expect(audio.hertz).to.deep.equal([220, 440, 440, 880, 1760]);
    await press(chart, 'ArrowLeft');
    expect(chart.spoken).to.contain('Visits: 20');
  });

  it('a key that stops what plays does nothing else where it means to stop', async () => {
    const chart = await drawn({visits: [0, 10, 20, 30]});
    await press(chart, 'p', 'Escape');

    expect(chart.element.shadowRoot?.querySelector('.tooltip')).not.to.equal(null);
  });

  for (const [what, end] of [
    ['the focus goes', (chart: ChartHarness) => chart.plot?.blur()],
    ['the chart is removed', (chart: ChartHarness) => chart.element.remove()],
  ] as const) {
    it(`gives the device back when ${what}`, async () => {
      const chart = await drawn({visits: [0, 10, 20, 30]});
      await press(chart, 'p');
      end(chart);
      await until(
        () => audio.closed === 1,
        () => 'a device that is given back',
      );

      expect(audio.tones).to.have.length(1);
    });
  }

  it('tells the keys', async () => {
    const chart = await drawn({visits: [1, 2]});
    expect(chart.element.shadowRoot?.querySelector('#keys')?.textContent).to.contain(
      'P plays the series',
    );
  });

  it('is off without the attribute', async () => {
    const chart = await drawn({visits: [1, 2]}, {sonify: false});
    expect(chart.key('p')).to.equal(true);
    await press(chart, 'Home', 'p');

    expect(audio.opened).to.equal(0);
    expect(chart.element.shadowRoot?.querySelector('#keys')?.textContent).not.to.contain('P plays');
  });
});
