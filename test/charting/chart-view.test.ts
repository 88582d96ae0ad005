import {expect} from '@open-wc/testing';
import {ChartView, type ChartViewOptions} from '../../src/charting/chart-view.js';
import type {TooltipModel} from '../../src/charting/tooltip-model.js';
import {chartInput} from './chart-inputs.js';

const still = {animate: false};

describe('ChartView', () => {
  let canvas: HTMLCanvasElement;
  let view: ChartView;
  let tooltips: (TooltipModel | null)[];

  beforeEach(() => {
    canvas = document.createElement('canvas');
    document.body.append(canvas);
    tooltips = [];
    mount();
  });

  afterEach(() => {
    view.destroy();
    canvas.remove();
  });

  function mount(options: ChartViewOptions = {}): void {
    view = new ChartView(canvas, {onTooltip: (model) => tooltips.push(model), ...options});
    view.resize(400, 200);
  }

  function pixels(): Uint8ClampedArray {
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    return context.getImageData(0, 0, canvas.width, canvas.height).data;
  }

  const isBlank = () => pixels().every((byte) => byte === 0);
  const picture = () => pixels().join();

  function point(type: string, x: number, y: number): void {
    const box = canvas.getBoundingClientRect();
    canvas.dispatchEvent(
      new PointerEvent(type, {clientX: box.left + x, clientY: box.top + y, bubbles: true}),
    );
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
    view.destroy();
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
    view.destroy();
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

  it('shows the tooltip of the place under the pointer', () => {
    const series = {a: [1, 2, 3], b: [30, 20, 10]};
    view.update(chartInput({kind: 'line', series, flags: still}));
    point('pointermove', 395, 30);
    const [model] = tooltips;
    expect(model?.title).to.equal('Wed, Jan 8, 2025');
    expect(model?.items.map(({name, text, isNearest}) => [name, text, isNearest])).to.deep.equal([
      ['a', '3', false],
      ['b', '10', true],
    ]);
  });

  it('says where the pointer is only when that changes', () => {
    const hovered: (number | null)[] = [];
    view.destroy();
    mount({onHover: (index) => hovered.push(index)});
    view.update(chartInput({kind: 'bar', labels: ['a', 'b'], flags: still}));
    for (const x of [100, 101, 350, 351]) point('pointermove', x, 100);
    point('pointerleave', 0, 0);
    expect(hovered).to.deep.equal([0, 1, null]);
  });

  it('keeps what a finger tapped until it taps elsewhere', () => {
    view.update(chartInput({kind: 'bar', labels: ['a', 'b'], flags: still}));
    const box = canvas.getBoundingClientRect();
    const touch = {
      pointerType: 'touch',
      bubbles: true,
      clientX: box.left + 100,
      clientY: box.top + 50,
    };
    canvas.dispatchEvent(new PointerEvent('pointerdown', touch));
    canvas.dispatchEvent(new PointerEvent('pointerleave', touch));
    expect(tooltips.at(-1)?.index).to.equal(0);
    document.body.dispatchEvent(new PointerEvent('pointerdown', touch));
    expect(tooltips.at(-1)).to.equal(null);
  });

  it('tells which point is clicked', () => {
    const selected: unknown[] = [];
    view.destroy();
    mount({onSelect: (picked) => selected.push(picked)});
    view.update(chartInput({kind: 'bar', labels: ['a', 'b'], flags: still}));
    point('click', 350, 190);
    expect(selected).to.deep.equal([{index: 1, seriesIndex: 0}]);
  });

  it('leaves hidden series out of the tooltip', () => {
    const series = {a: [1, 2], b: [3, 4]};
    view.update(chartInput({kind: 'line', series, hidden: new Set(['a']), flags: still}));
    view.focusPoint(1, 0);
    expect(tooltips.at(-1)?.items.map(({name}) => name)).to.deep.equal(['b']);
  });

  it('points to the top of a stack', () => {
    const series = {a: [50, 50], b: [50, 50]};
    view.update(chartInput({kind: 'area', series, flags: {...still, stacked: true}}));
    view.focusPoint(0, 0);
    view.focusPoint(1, 0);
    const [lower, upper] = tooltips.map((model) => model?.y ?? NaN);
    const zero = 2 * Number(lower) - Number(upper);
    expect(zero).to.be.closeTo(200 - 30, 12);
  });

  it('marks and unmarks a point for the keyboard', () => {
    view.update(chartInput({kind: 'line', values: [1, 5, 3], flags: still}));
    const before = picture();
    view.focusPoint(0, 1);
    expect(picture()).not.to.equal(before);
    view.blurPoint();
    expect(picture()).to.equal(before);
    expect(tooltips.map((model) => model?.index ?? null)).to.deep.equal([1, null]);
  });

  it('ignores a point that is not there', () => {
    view.update(chartInput({kind: 'line', values: [1], flags: still}));
    view.focusPoint(0, 5);
    expect(tooltips).to.deep.equal([]);
  });

  it('takes the tooltip away with the data', () => {
    view.update(chartInput({kind: 'line', values: [1, 2], flags: still}));
    view.focusPoint(0, 1);
    view.clear();
    expect([tooltips.at(-1), view.looks]).to.deep.equal([null, []]);
  });

  it('takes the tooltip away when its place is gone', () => {
    view.update(chartInput({kind: 'line', values: [1, 2, 3], flags: still}));
    view.focusPoint(0, 2);
    view.update(chartInput({kind: 'line', values: [1], flags: still}));
    expect(tooltips.at(-1)).to.equal(null);
  });

  it('keeps the tooltip up to date with new values', () => {
    view.update(chartInput({kind: 'line', values: [1, 2], flags: still}));
    view.focusPoint(0, 1);
    view.update(chartInput({kind: 'line', values: [1, 7], flags: still}));
    expect(tooltips.at(-1)?.items[0]?.text).to.equal('7');
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

  it('hears nothing after it is destroyed', () => {
    view.update(chartInput({kind: 'line', values: [1, 2], flags: still}));
    view.destroy();
    point('pointermove', 100, 100);
    expect(tooltips).to.deep.equal([]);
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
