import {Chart} from 'chart.js';
import {buildChartConfig, type DrawnConfiguration} from './chart-config.js';
import type {ChartInput, ChartSize} from './chart-input.js';
import {canGlide, isSameInput, isSameShape, isSameValue} from './input-change.js';
import {planLayout, type ChartLayout} from './layout.js';
import type {Highlight} from './marks.js';
import {createMarksPlugin, toGeometry, type DrawnState, type PlotMarks} from './marks-plugin.js';
import type {PlotGeometry, PlotPoint} from './plot-geometry.js';
import {registerParts} from './register-parts.js';
import {assignLooks, type LookMemory, type SeriesLook} from './series-look.js';
import {truncatedScale, type TruncatedScale} from './truncation.js';

type Datasets = DrawnConfiguration['data']['datasets'];

/** A place of the viewport, in CSS px. */
type ViewportPlace = Pick<MouseEvent, 'clientX' | 'clientY'>;

/** Marks of a drawing that nobody looks at. */
const NO_MARKS: PlotMarks = {highlight: null, selected: null, emphasis: null};

/**
 * Draws on one canvas until destroyed. The owner tells it the data, the size and when to forget
 * both; it never measures, never fetches, hears no events and holds nothing after `clear()`.
 */
export class ChartView {
  readonly #canvas: HTMLCanvasElement;
  readonly #onDraw: () => void;
  readonly #plugin = createMarksPlugin(() => this.drawn);
  readonly #memory: LookMemory = new Map();
  #chart: Chart<'line' | 'bar', {x: number; y: number}[], string> | null = null;
  #input: ChartInput | null = null;
  #drawn: ChartInput | null = null;
  #layout: ChartLayout | null = null;
  #looks: readonly SeriesLook[] = [];
  #size: ChartSize = {width: 0, height: 0};
  #ratio: number | undefined;
  #marks = NO_MARKS;

  /** `onDraw` hears of each drawing in which points may have moved. */
  constructor(canvas: HTMLCanvasElement, onDraw: () => void = () => undefined) {
    registerParts();
    this.#canvas = canvas;
    this.#onDraw = onDraw;
  }

  /** Colour and marker of every series drawn, for a legend. */
  get looks(): readonly SeriesLook[] {
    return this.#looks;
  }

  /** The scale that leaves out zero now where that can mislead, or null. */
  get truncated(): TruncatedScale | null {
    return this.#chart && truncatedScale(this.#chart);
  }

  /** What is drawn, or null. */
  get drawn(): DrawnState | null {
    const [given, input, layout] = [this.#input, this.#drawn, this.#layout];
    if (!given || !input || !layout) return null;
    // Nobody points at paper, which alone has a sharpness of its own.
    const marks = input.theme.pixelRatio
      ? {...NO_MARKS, selected: this.#marks.selected}
      : this.#marks;
    return {...marks, given, input, layout, looks: this.#looks};
  }

  /** Where things are in the drawing as it stands; null before the first one. */
  get geometry(): PlotGeometry | null {
    return toGeometry(this.#chart, this.drawn);
  }

  /** Draws `input`, at once or as soon as there is a size. Equal parts are not drawn again. */
  update(input: ChartInput): void {
    const previous = this.#input;
    if (previous && isSameInput(previous, input)) return;
    this.#input = input;
    const {set, theme, columns} = input;
    const looks = assignLooks(set.series, theme, columns ?? null, this.#memory);
    this.#looks = input.extras?.toLooks(looks) ?? looks;
    this.#draw(previous);
  }

  /** Sets the size of the drawing in CSS px; nothing is drawn while either is zero. */
  resize(width: number, height: number): void {
    const isSame = width === this.#size.width && height === this.#size.height;
    this.#size = {width, height};
    if (isSame && (!this.#chart || isSized(this.#chart, this.#size, this.#ratio))) return;
    this.#draw(this.#input);
  }

  /** Shows what is looked at, chosen and singled out; what is not named stays as it is. */
  mark(marks: Partial<PlotMarks>): void {
    const next = {...this.#marks, ...marks};
    if (JSON.stringify(next) === JSON.stringify(this.#marks)) return;
    this.#marks = next;
    this.#chart?.draw();
  }

  /** Returns the point under a place of the viewport, or null. */
  locate(place: ViewportPlace): Highlight | null {
    const {geometry} = this;
    if (!geometry) return null;
    const point = this.#toPoint(place);
    const index = geometry.indexAt(point);
    return index === -1 ? null : {index, seriesIndex: geometry.seriesAt(point, index)};
  }

  /** Returns the x value under a place of the viewport; NaN before the first drawing. */
  valueAt(place: ViewportPlace): number {
    return this.geometry?.valueAt(this.#toPoint(place)) ?? NaN;
  }

  /** Forgets the data: pixels, marks and colours are gone when this returns. */
  clear(): void {
    this.#chart?.destroy();
    this.#chart = null;
    this.#input = this.#drawn = null;
    this.#layout = null;
    this.#looks = [];
    this.#marks = NO_MARKS;
    this.#memory.clear();
    // Setting the width wipes a canvas, even to what it was.
    this.#canvas.width = Math.max(1, Math.floor(this.#size.width));
  }

  #toPoint({clientX, clientY}: ViewportPlace): PlotPoint {
    const box = this.#canvas.getBoundingClientRect();
    // A transform may show the canvas larger or smaller than it is.
    const scale = this.#size.width / (box.width || 1);
    return {x: (clientX - box.left) * scale, y: (clientY - box.top) * scale};
  }

  #draw(previous: ChartInput | null): void {
    const input = this.#input;
    const {width, height} = this.#size;
    if (!input || width <= 0 || height <= 0) return;
    const drawn = input.extras?.toDrawn(input) ?? input;
    const layout = planLayout(drawn, this.#size);
    const config = buildChartConfig(drawn, layout, this.#looks, this.#size, [this.#plugin]);
    const ratio = config.options?.devicePixelRatio;
    const isOther = !this.#layout || !isSameShape(this.#layout, layout) || ratio !== this.#ratio;
    this.#ratio = ratio;
    this.#layout = layout;
    this.#drawn = drawn;
    if (isOther) {
      this.#chart?.destroy();
      this.#chart = null;
    }
    if (!this.#chart) {
      this.#canvas.width = width;
      this.#canvas.height = height;
      this.#canvas.style.width = `${width}px`;
      this.#canvas.style.height = `${height}px`;
      // What is new is there at once; only changes move.
      const options = {...config.options, animation: false as const};
      this.#chart = new Chart(this.#canvas, {...config, options});
    } else {
      this.#chart.data.datasets = keepDatasets(this.#chart.data.datasets, config.data.datasets);
      if (config.options) this.#chart.options = config.options;
      // Chart.js measures the page even where nothing has changed.
      if (!isSized(this.#chart, this.#size, ratio)) this.#chart.resize(width, height);
      this.#chart.update(canGlide(previous, input) ? 'default' : 'none');
    }
    this.#onDraw();
  }
}

/**
 * Chart.js knows a dataset by its object: values of a new one would grow from the axis again. Those of
 * an old one keep styles that they had before, so another style makes another object.
 */
function keepDatasets(before: Datasets, next: Datasets): Datasets {
  return next.map((dataset, at) => {
    const kept = before[at];
    const isSameStyle = kept && isSameValue({...kept, data: null}, {...dataset, data: null});
    return isSameStyle ? Object.assign(kept, dataset) : dataset;
  });
}

/** Tells whether a chart has this size, and this sharpness or that of the screen it is on now. */
function isSized(
  chart: Chart<'line' | 'bar', {x: number; y: number}[], string>,
  size: ChartSize,
  ratio = devicePixelRatio,
) {
  const {width, height, currentDevicePixelRatio} = chart;
  const isSharp = currentDevicePixelRatio === ratio;
  return width === size.width && height === size.height && isSharp;
}
