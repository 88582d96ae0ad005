import {expect} from '@open-wc/testing';
import {ChartView} from '../../src/charting/chart-view.js';
import {createCloud} from '../../src/charting/cloud.js';
import {composeExtras, type PlotExtra} from '../../src/charting/compose-extras.js';
import {createEarlierValues} from '../../src/charting/earlier-values.js';
import {registerFilledParts} from '../../src/charting/filled-parts.js';
import {createMixedKinds} from '../../src/charting/mixed-kinds.js';
import {createReferenceMarks} from '../../src/charting/reference-marks.js';
import {createShares} from '../../src/charting/shares.js';
import {buildTooltip, type TooltipModel} from '../../src/charting/tooltip-model.js';
import {createValueRange} from '../../src/charting/value-range.js';
import {createValueFormat} from '../../src/series/format-value.js';
import {hasHexColor, isBlank, pictureOf} from '../support/canvas-pixels.js';
import {chartInput, type ChartInputOptions} from './chart-inputs.js';

const format = createValueFormat({locale: 'en', timeZone: 'UTC'});
const percent = createValueFormat({locale: 'en', timeZone: 'UTC', numberFormat: 'percent'});
const still = {animate: false};

before(registerFilledParts);

describe('a drawing with extras', () => {
  let canvas: HTMLCanvasElement;
  let view: ChartView;

  beforeEach(() => {
    canvas = document.createElement('canvas');
    document.body.append(canvas);
    view = new ChartView(canvas);
    view.resize(400, 200);
  });

  afterEach(() => {
    view.clear();
    canvas.remove();
  });

  function draw(options: ChartInputOptions, ...extras: PlotExtra[]): void {
    const input = chartInput({...options, flags: {...still, ...options.flags}});
    view.update({...input, extras: composeExtras(extras)});
  }

  function valuePx(series: number, at: number): number {
    return view.geometry?.valuePx(series, at) ?? NaN;
  }

  function tooltipAt(series: number, at: number): TooltipModel | null {
    if (!view.drawn) return null;
    const {given, looks} = view.drawn;
    const model = buildTooltip(given, looks, at, series);
    return given.extras?.toTooltip(model, given) ?? model;
  }

  const log = createValueRange({isLog: true, min: null, max: null});

  it('stands powers of ten at equal distances', () => {
    draw({kind: 'line', values: [1, 10, 100, 1000]}, log);
    const [first = 0, second = 0, third = 0, fourth = 0] = [0, 1, 2, 3].map((at) => valuePx(0, at));
    const step = first - second;
    expect(step).to.be.above(10);
    expect(second - third).to.be.closeTo(step, 0.5);
    expect(third - fourth).to.be.closeTo(step, 0.5);
  });

  it('leaves a gap where a logarithm has no place, and tells the value still', () => {
    draw({kind: 'line', values: [1, 0, -5, 100]}, log);
    expect([valuePx(0, 1), valuePx(0, 2)]).to.deep.equal([NaN, NaN]);
    expect(tooltipAt(0, 2)?.items[0]?.text).to.equal('-5');
  });

  it('begins and ends the scale where the author says', () => {
    draw({kind: 'line', values: [4, 6]}, createValueRange({isLog: false, min: 0, max: 10}));
    const {geometry} = view;
    expect(geometry?.scalePx(0)).to.be.closeTo(geometry?.area.bottom ?? 0, 0.5);
    expect(geometry?.scalePx(10)).to.be.closeTo(geometry?.area.top ?? 0, 0.5);
  });

  it('fills the height with shares and tells amount and share', () => {
    const series = {a: [30, 1], b: [10, 1]};
    draw({kind: 'bar', series, flags: {stacked: true}}, createShares(percent));
    expect(valuePx(1, 0)).to.be.closeTo(view.geometry?.area.top ?? 0, 0.5);
    expect(valuePx(1, 1)).to.be.closeTo(view.geometry?.area.top ?? 0, 0.5);
    const items = tooltipAt(0, 0)?.items.map(({name, text, note}) => [name, text, note]);
    expect(items).to.deep.equal([
      ['b', '10', '25%'],
      ['a', '30', '75%'],
    ]);
  });

  it('puts a series on a scale of its own', () => {
    const role = {isLoose: false, isRight: false};
    const mixed = createMixedKinds([
      {...role, type: 'bar'},
      {...role, type: 'line', isRight: true, isLoose: true},
    ]);
    draw({kind: 'bar', series: {orders: [500, 1000], rate: [0.5, 1]}}, mixed);
    expect(valuePx(1, 1)).to.be.closeTo(valuePx(0, 1), 1);
    const {geometry} = view;
    const point = {x: geometry?.indexPx(1) ?? 0, y: (geometry?.valuePx(1, 1) ?? 0) - 30};
    expect(geometry?.indexAt(point)).to.equal(1);
  });

  it('leaves a line out of the stack of bars under it', () => {
    const bar = {type: 'bar', isLoose: false, isRight: false} as const;
    const mixed = createMixedKinds([bar, bar, {...bar, type: 'line', isLoose: true}]);
    draw(
      {kind: 'bar', series: {a: [50, 1], b: [50, 1], c: [100, 1]}, flags: {stacked: true}},
      mixed,
    );
    expect(valuePx(2, 0)).to.be.closeTo(valuePx(1, 0), 0.5);
  });

  it('draws earlier values in the colour of the present ones and tells the change', () => {
    const input = chartInput({kind: 'line', series: {now: [150, 10], before: [100, 0]}});
    const earlier = [input.set.series[1] ?? null, null];
    draw(
      {kind: 'line', series: {now: [150, 10], before: [100, 0]}},
      createEarlierValues({baseOf: [-1, 0], earlier, format}),
    );
    const [now, before] = view.looks;
    expect(before?.color).to.equal(now?.color);
    expect(before?.dash).not.to.deep.equal([]);
    expect(tooltipAt(0, 0)?.items[0]?.note).to.equal('+50%');
    expect(tooltipAt(0, 1)?.items[0]?.note).to.equal('');
  });

  it('tells earlier values that are not drawn', () => {
    const [before = null] = chartInput({kind: 'line', series: {before: [100]}}).set.series;
    draw(
      {kind: 'line', series: {now: [150]}},
      createEarlierValues({baseOf: [-1], earlier: [before], format}),
    );
    expect(tooltipAt(0, 0)?.items[0]?.note).to.equal('+50% (100)');
  });

  it('reaches for a level beyond the values, and takes its marks away when cleared', () => {
    const options: ChartInputOptions = {kind: 'line', values: [1, 2, 3]};
    draw(options);
    const plain = pictureOf(canvas);
    const mark = {places: null, values: [9, 9] as const, label: 'Target', text: '', color: null};
    draw(options, createReferenceMarks([mark]));
    const {geometry} = view;
    expect(pictureOf(canvas)).not.to.equal(plain);
    expect(geometry?.scalePx(9)).to.be.at.least(geometry?.area.top ?? Infinity);
    view.clear();
    expect(isBlank(canvas)).to.equal(true);
  });

  it('dashes a reference with the ground, which is seen on bars of its own colour', () => {
    const values = {places: null, values: [9, 9] as const, label: '', text: ''};
    const theme = {palette: ['#123456'], background: '#fedcba'};
    const options = {kind: 'bar', values: [18, 18], theme} as const;
    draw(options, createReferenceMarks([{...values, color: '#123456'}]));

    expect(hasHexColor(canvas, '#fedcba')).to.equal(true);
  });

  it("draws a reference in the system's colour where colours are forced", () => {
    const mark = {places: null, values: [5, 5] as const, label: '', text: '', color: '#00ff00'};
    const options = {kind: 'line', values: [1, 9]} as const;
    draw(options, createReferenceMarks([mark]));
    expect(hasHexColor(canvas, mark.color)).to.equal(true);

    draw({...options, theme: {isForced: true}}, createReferenceMarks([mark]));
    expect(hasHexColor(canvas, mark.color)).to.equal(false);
  });

  describe('as a cloud', () => {
    const rows = [{name: 'Oslo'}, {name: 'Rome'}, {name: 'Lima'}];
    const cloud = {rows, sizes: null, sizeColumn: null, nameColumn: 'name', format};

    it('finds the point nearest in both directions, and none far from all', () => {
      draw({kind: 'scatter', values: [1, 100, 1]}, createCloud(cloud));
      const {geometry} = view;
      const point = geometry?.point(0, 1) ?? {x: 0, y: 0};
      expect(geometry?.indexAt({x: point.x + 12, y: point.y + 4})).to.equal(1);
      expect(geometry?.indexAt({x: point.x, y: point.y + 60})).to.equal(-1);
    });

    it('tells the name of a point and both its numbers', () => {
      draw({kind: 'scatter', values: [1, 100, 1]}, createCloud(cloud));
      const model = tooltipAt(0, 1);
      expect(model?.title).to.equal('Rome · Time Tue, Jan 7, 2025');
      expect(model?.items.map(({name, text}) => [name, text])).to.deep.equal([['Visits', '100']]);
    });

    it('paints ten thousand points, and none when cleared', () => {
      const values = Array.from({length: 10_000}, (_, at) => (at * 7919) % 1009);
      draw({kind: 'scatter', values, stepMs: 60_000}, createCloud({...cloud, nameColumn: null}));
      expect(isBlank(canvas)).to.equal(false);
      view.clear();
      expect(isBlank(canvas)).to.equal(true);
    });
  });
});
