import {expect} from '@open-wc/testing';
import {ChartView} from '../../src/charting/chart-view.js';
import {registerFilledParts} from '../../src/charting/filled-parts.js';
import {chartInput} from './chart-inputs.js';

const still = {animate: false};

before(registerFilledParts);

describe('ChartView', () => {
  let canvas: HTMLCanvasElement;
  let view: ChartView;
  let drawings: number;

  beforeEach(() => {
    canvas = document.createElement('canvas');
    document.body.append(canvas);
    drawings = 0;
    mount();
  });

  afterEach(() => {
    view.clear();
    canvas.remove();
  });

  function mount(): void {
    view = new ChartView(canvas, () => (drawings += 1));
    view.resize(400, 200);
  }

  function pixels(): Uint8ClampedArray {
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    return context.getImageData(0, 0, canvas.width, canvas.height).data;
  }

  /** Alpha of each pixel of a column, from the top. */
  function columnAt(x: number): number[] {
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    const {data} = context.getImageData(Math.round(x), 0, 1, canvas.height);
    return [...data].filter((_, at) => at % 4 === 3);
  }

  const topAt = (x: number) => columnAt(x).findIndex((alpha) => alpha > 0);
  const isBlank = () => pixels().every((byte) => byte === 0);
  const picture = () => pixels().join();

  function locate(x: number, y: number) {
    const box = canvas.getBoundingClientRect();
    return view.locate({clientX: box.left + x, clientY: box.top + y});
  }

  for (const kind of ['line', 'area', 'bar'] as const) {
    it(`draws a ${kind} at once, another with other values, and none when cleared`, () => {
      view.update(chartInput({kind, values: [1, 5, 3], flags: still}));
      const first = picture();
      expect(isBlank()).to.equal(false);

      view.update(chartInput({kind, values: [5, 1, 3], flags: still}));
      expect(picture()).not.to.equal(first);

      view.clear();
      expect(isBlank()).to.equal(true);
    });
  }

  it('draws a single value between gaps', () => {
    view.update(chartInput({kind: 'line', values: [NaN, 5, NaN], flags: {...still, axes: false}}));
    expect(isBlank()).to.equal(false);
  });

  it('goes from one kind to another', () => {
    view.update(chartInput({kind: 'line', values: [1, 5, 3], flags: still}));
    view.update(chartInput({kind: 'bar', values: [1, 5, 3], flags: still}));
    const after = picture();
    view.clear();
    mount();
    view.update(chartInput({kind: 'bar', values: [1, 5, 3], flags: still}));
    expect(picture()).to.equal(after);
  });

  it('draws again after it was cleared', () => {
    view.update(chartInput({kind: 'line', values: [1, 5, 3], flags: still}));
    const first = picture();
    view.clear();
    view.update(chartInput({kind: 'line', values: [1, 5, 3], flags: still}));
    expect(picture()).to.equal(first);
  });

  it('waits for a size', () => {
    view.clear();
    view = new ChartView(canvas);
    view.update(chartInput({kind: 'line', values: [1, 2], flags: still}));
    expect(isBlank()).to.equal(true);
    view.resize(300, 100);
    expect(isBlank()).to.equal(false);
  });

  it('does not draw what is drawn already', () => {
    const input = chartInput({kind: 'line', values: [1, 2], flags: still});
    view.update(input);
    canvas.getContext('2d')?.clearRect(0, 0, 400, 200);
    view.update({...input, theme: {...input.theme}, flags: {...input.flags}});
    expect(isBlank()).to.equal(true);
  });

  it('leaves values that stay where they are while others glide', async () => {
    const axes = false;
    view.update(chartInput({kind: 'line', values: [10, 10, 0], flags: {axes}}));
    const before = topAt(6);
    view.update(chartInput({kind: 'line', values: [10, 10, 5], flags: {axes}}));
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);

    expect(topAt(6)).to.equal(before);
  });

  for (const pixelRatio of [1, 1.1, 1.25, 1.5, 2, 3]) {
    it(`draws lines of the grid sharp with ${pixelRatio} pixels for each px`, () => {
      const theme = {pixelRatio, grid: '#000000'};
      view.update(chartInput({kind: 'line', values: [1, 5, NaN, NaN], flags: still, theme}));
      const end = Math.floor((view.geometry?.area.bottom ?? 0) * pixelRatio) - 1;
      const shades = new Set(columnAt(350 * pixelRatio).slice(0, end));

      // At a ratio that no line of one pixel meets, a tenth of one is the most that is left over.
      const isSharp = [...shades].every((shade) => shade < 26 || shade > 229);
      expect([shades.has(0), isSharp]).to.deep.equal([true, true]);
      expect([...shades].some((shade) => shade > 229)).to.equal(true);
    });
  }

  it('follows a new size', () => {
    view.update(chartInput({kind: 'line', values: [1, 2], flags: still}));
    view.resize(200, 150);
    expect([canvas.style.width, canvas.style.height]).to.deep.equal(['200px', '150px']);
    expect([canvas.width, canvas.height]).to.deep.equal([
      200 * devicePixelRatio,
      150 * devicePixelRatio,
    ]);
    expect(isBlank()).to.equal(false);
  });

  it('finds the place and the nearest series under the pointer', () => {
    const series = {a: [1, 2, 3], b: [30, 20, 10]};
    view.update(chartInput({kind: 'line', series, flags: still}));
    expect(locate(395, 30)).to.deep.equal({index: 2, seriesIndex: 1});
    expect(locate(395, 160)).to.deep.equal({index: 2, seriesIndex: 0});
    expect(locate(395, 900)).to.equal(null);
  });

  it('points to the top of a stack', () => {
    const series = {a: [50, 50], b: [50, 50]};
    view.update(chartInput({kind: 'area', series, flags: {...still, stacked: true}}));
    const [lower = NaN, upper = NaN] = [0, 1].map((at) => view.geometry?.anchor(at, 0).y);
    expect(2 * lower - upper).to.be.closeTo(200 - 30, 12);
  });

  it('marks and unmarks a point', () => {
    view.update(chartInput({kind: 'line', values: [1, 5, 3], flags: still}));
    const before = picture();
    view.mark({highlight: {index: 1, seriesIndex: 0}});
    const highlighted = picture();
    expect(highlighted).not.to.equal(before);
    view.mark({highlight: null, selected: {index: 1, seriesIndex: 0}});
    expect([before, highlighted]).not.to.include(picture());
    view.mark({selected: null});
    expect(picture()).to.equal(before);
  });

  it('singles out a series', () => {
    const series = {a: [1, 2], b: [3, 4]};
    view.update(chartInput({kind: 'bar', series, flags: still}));
    const before = picture();
    view.mark({emphasis: 'a'});
    const one = picture();
    expect(one).not.to.equal(before);
    view.mark({emphasis: 'b'});
    expect([before, one]).not.to.include(picture());
  });

  it('draws a mark that is not there without complaint', () => {
    view.update(chartInput({kind: 'line', values: [1], flags: still}));
    view.mark({highlight: {index: 5, seriesIndex: 3}});
    expect(isBlank()).to.equal(false);
  });

  it('forgets marks with the data', () => {
    const input = chartInput({kind: 'line', values: [1, 2], flags: still});
    view.update(input);
    const before = picture();
    view.mark({highlight: {index: 1, seriesIndex: 0}});
    view.clear();
    expect([view.drawn, view.geometry, view.looks]).to.deep.equal([null, null, []]);
    view.update(input);
    expect(picture()).to.equal(before);
  });

  it('tells of each drawing in which points may have moved, and of no mark', () => {
    view.update(chartInput({kind: 'line', values: [1, 2], flags: still}));
    view.mark({highlight: {index: 1, seriesIndex: 0}});
    expect(drawings).to.equal(1);
    view.update(chartInput({kind: 'line', values: [1, 7], flags: still}));
    view.resize(300, 100);
    expect(drawings).to.equal(3);
  });

  it('leaves no pixel behind when cleared amid a transition', async () => {
    view.update(chartInput({kind: 'line', values: [1, 5, 3]}));
    view.update(chartInput({kind: 'line', values: [5, 1, 3]}));
    view.clear();
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(isBlank()).to.equal(true);
  });

  it('keeps the colour of a group whose rank changes', () => {
    view.update(chartInput({kind: 'line', series: {a: [1], b: [2]}, flags: still}));
    const before = new Map(view.looks.map(({name, color}) => [name, color]));
    view.update(chartInput({kind: 'line', series: {c: [3], b: [2], a: [1]}, flags: still}));
    const after = new Map(view.looks.map(({name, color}) => [name, color]));
    expect([after.get('a'), after.get('b')]).to.deep.equal([before.get('a'), before.get('b')]);
    expect(new Set(after.values()).size).to.equal(3);
  });

  for (const [name, values] of [
    ['no values', []],
    ['only gaps', [NaN, NaN]],
    ['zeros', [0, 0]],
    ['huge values', [1e300, -1e300]],
    ['tiny values', [1e-300, 2e-300]],
  ] as const) {
    it(`draws ${name} without complaint`, () => {
      for (const kind of ['line', 'area', 'bar'] as const) {
        view.update(chartInput({kind, values, flags: still}));
      }
      expect(isBlank()).to.equal(false);
    });
  }
});
