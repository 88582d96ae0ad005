import {expect} from '@open-wc/testing';
import {ChartView} from '../../src/charting/chart-view.js';
import {chartInput, type ChartInputOptions} from './chart-inputs.js';

/** Opaque, and so near to it that only the number tells: the one is drawn in runs, the other whole. */
const OPAQUE = '#4d79e5';
const NEARLY = '#4d79e5fe';

const WIDTH = 400;
const HEIGHT = 200;

/** A line that goes up and down, with a gap. */
const jagged = Array.from({length: 230}, (_, at) =>
  at > 100 && at < 110 ? NaN : 50 + 40 * Math.sin(at / 9) + (at % 7) * 3,
);

describe('strokeInRuns', () => {
  let view: ChartView;
  let canvas: HTMLCanvasElement;
  let strokes: number;

  beforeEach(() => {
    canvas = document.createElement('canvas');
    document.body.append(canvas);
    strokes = 0;
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    const stroke = context.stroke.bind(context);
    // Lines of data are the only strokes of a path object.
    context.stroke = (path?: Path2D) => {
      strokes += path ? 1 : 0;
      if (path) stroke(path);
      else stroke();
    };
    view = new ChartView(canvas);
    view.resize(WIDTH, HEIGHT);
  });

  afterEach(() => {
    view.clear();
    canvas.remove();
  });

  function alphas(color: string, given: Partial<ChartInputOptions> = {}): number[] {
    view.clear();
    const flags = {animate: false, axes: false};
    const theme = {palette: [color]};
    view.update(chartInput({kind: 'line', values: jagged, flags, theme, ...given}));
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    const {data} = context.getImageData(0, 0, canvas.width, canvas.height);
    return [...data].filter((_, at) => at % 4 === 3);
  }

  /** How many pixels are much more opaque in one picture than in the other. */
  const farApart = (inRuns: readonly number[], whole: readonly number[]) =>
    inRuns.filter((alpha, at) => Math.abs(alpha - (whole[at] ?? 0)) > 128).length;

  it('covers what one stroke of the whole line covers', () => {
    const inRuns = alphas(OPAQUE);
    const runs = strokes;
    strokes = 0;
    const whole = alphas(NEARLY);

    expect(runs).to.be.greaterThan(10);
    expect(strokes).to.equal(1);
    // Of an edge that two runs share, both are laid over each other.
    const strange = inRuns.filter((alpha, at) => alpha > 32 !== (whole[at] ?? 0) > 32);
    expect(farApart(inRuns, whole)).to.equal(0);
    expect(strange.length).to.be.below(inRuns.filter((alpha) => alpha > 0).length / 50);
  });

  it('covers the same where only some of the points are in view', () => {
    const options = {scales: {x: {min: Date.UTC(2025, 1, 1), max: Date.UTC(2025, 3, 1)}}};
    const inRuns = alphas(OPAQUE, {options});
    const whole = alphas(NEARLY, {options});

    expect(farApart(inRuns, whole)).to.equal(0);
  });

  it('draws a line of one point, of two, and of one more than a run', () => {
    for (const count of [1, 2, 21, 22]) {
      const values = jagged.slice(0, count);
      const inRuns = alphas(OPAQUE, {values});
      const whole = alphas(NEARLY, {values});

      expect(inRuns.some((alpha) => alpha > 0)).to.equal(true);
      expect(inRuns.filter((alpha, at) => alpha > 32 && !whole[at]).length).to.equal(0);
    }
  });

  it('strokes a line with dashes whole, as they would begin anew', () => {
    const series = Object.fromEntries(['a', 'b'].map((name) => [name, jagged]));
    // The second series has the colour of the first, and dashes.
    alphas(OPAQUE, {series});

    const runs = Math.ceil(jagged.length / 20);
    expect(strokes).to.equal(runs + 1);
  });

  it('strokes a faded line whole, as its runs would show', () => {
    alphas(OPAQUE);
    strokes = 0;
    view.mark({emphasis: 'Another'});

    expect(strokes).to.equal(1);
  });
});
