import {Chart} from 'chart.js';
import {buildChartConfig} from './chart-config.js';
import type {ChartInput, ChartSize} from './chart-input.js';
import {canGlide, isSameInput, isSameShape} from './input-change.js';
import {planLayout, type ChartLayout} from './layout.js';
import type {Highlight} from './marks.js';
import {createMarksPlugin, toGeometry, type DrawnState} from './marks-plugin.js';
import {registerParts} from './register-parts.js';
import {assignLooks, type LookMemory, type SeriesLook} from './series-look.js';
import {buildTooltip, type TooltipModel} from './tooltip-model.js';

/** What a view tells its owner. */
export interface ChartViewOptions {
  /** Shows a tooltip, or none. Also called when the place shown moves with new data. */
  readonly onTooltip?: (model: TooltipModel | null) => void;
  /** The pointer stands on another place of the index, or on none (null). Not called by focus. */
  readonly onHover?: (index: number | null) => void;
  /** The reader picked a point by pointer. */
  readonly onSelect?: (point: Highlight) => void;
}

/**
 * Draws on one canvas until destroyed. The owner tells it the data, the size and when to forget
 * both; it never measures, never fetches and holds nothing after `clear()`.
 */
export class ChartView {
  readonly #canvas: HTMLCanvasElement;
  readonly #options: ChartViewOptions;
  readonly #plugin = createMarksPlugin(() => this.#state());
  readonly #memory: LookMemory = new Map();
  readonly #listening = new AbortController();
  #chart: Chart<'line' | 'bar', {x: number; y: number}[], string> | null = null;
  #input: ChartInput | null = null;
  #layout: ChartLayout | null = null;
  #looks: readonly SeriesLook[] = [];
  #size: ChartSize = {width: 0, height: 0};
  #highlight: Highlight | null = null;

  constructor(canvas: HTMLCanvasElement, options: ChartViewOptions = {}) {
    registerParts();
    this.#canvas = canvas;
    this.#options = options;
    const {signal} = this.#listening;
    canvas.addEventListener('pointermove', (event) => this.#hover(event), {signal});
    canvas.addEventListener('pointerdown', (event) => this.#hover(event), {signal});
    canvas.addEventListener('pointerleave', (event) => this.#lift(event), {signal});
    document.addEventListener('pointerdown', (event) => this.#leaveOutside(event), {signal});
    canvas.addEventListener('pointercancel', () => this.#leave(), {signal});
    canvas.addEventListener('click', (event) => this.#select(event), {signal});
  }

  /** Colour and marker of every series drawn, for a legend. */
  get looks(): readonly SeriesLook[] {
    return this.#looks;
  }

  /** Draws `input`, at once or as soon as there is a size. Equal parts are not drawn again. */
  update(input: ChartInput): void {
    const previous = this.#input;
    if (previous && isSameInput(previous, input)) return;
    this.#input = input;
    const {set, theme, columns} = input;
    this.#looks = assignLooks(set.series, theme, columns ?? null, this.#memory);
    if (this.#highlight && this.#highlight.index >= set.index.values.length) this.#point(null);
    this.#draw(previous);
  }

  /** Sets the size of the drawing in CSS px; nothing is drawn while either is zero. */
  resize(width: number, height: number): void {
    const isSame = width === this.#size.width && height === this.#size.height;
    const ratio = this.#chart?.currentDevicePixelRatio ?? devicePixelRatio;
    if (isSame && ratio === devicePixelRatio) return;
    this.#size = {width, height};
    this.#draw(this.#input);
  }

  /** Shows a point as the pointer would, for the keyboard; null shows none. */
  focusPoint(seriesIndex: number, index: number): void {
    const count = this.#input?.set.index.values.length ?? 0;
    if (index < 0 || index >= count) return;
    this.#point({seriesIndex, index});
  }

  /** Takes highlight and tooltip away. */
  blurPoint(): void {
    this.#point(null);
  }

  /** Forgets the data: pixels, tooltip and colours are gone when this returns. */
  clear(): void {
    this.#chart?.destroy();
    this.#chart = null;
    this.#input = null;
    this.#layout = null;
    this.#looks = [];
    this.#memory.clear();
    this.#point(null);
    // Setting the width wipes a canvas, even to what it was.
    this.#canvas.width = Math.max(1, Math.floor(this.#size.width));
  }

  /** Clears and stops listening, for good. */
  destroy(): void {
    this.clear();
    this.#listening.abort();
  }

  #draw(previous: ChartInput | null): void {
    const input = this.#input;
    const {width, height} = this.#size;
    if (!input || width <= 0 || height <= 0) return;
    const layout = planLayout(input, this.#size);
    const config = buildChartConfig(input, layout, this.#looks, this.#size, [this.#plugin]);
    const isOther = !this.#layout || !isSameShape(this.#layout, layout);
    this.#layout = layout;
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
      this.#chart.data = config.data;
      if (config.options) this.#chart.options = config.options;
      this.#chart.resize(width, height);
      this.#chart.update(canGlide(previous, input) ? 'default' : 'none');
    }
    if (this.#highlight) this.#announce();
  }

  #state(): DrawnState | null {
    if (!this.#input || !this.#layout) return null;
    const [input, layout] = [this.#input, this.#layout];
    return {input, layout, looks: this.#looks, highlight: this.#highlight};
  }

  #locate(event: MouseEvent): Highlight | null {
    const geometry = toGeometry(this.#chart, this.#state());
    if (!geometry) return null;
    const box = this.#canvas.getBoundingClientRect();
    // A transform may show the canvas larger or smaller than it is.
    const scale = this.#size.width / (box.width || 1);
    const point = {x: (event.clientX - box.left) * scale, y: (event.clientY - box.top) * scale};
    const index = geometry.indexAt(point);
    return index === -1 ? null : {index, seriesIndex: geometry.seriesAt(point, index)};
  }

  #hover(event: MouseEvent): void {
    const previous = this.#highlight;
    const next = this.#locate(event);
    this.#point(next);
    if (previous?.index !== next?.index) this.#options.onHover?.(next?.index ?? null);
  }

  #leave(): void {
    if (!this.#highlight) return;
    this.#point(null);
    this.#options.onHover?.(null);
  }

  #lift(event: PointerEvent): void {
    // A finger leaves whenever it is lifted: what it tapped stays until it taps elsewhere.
    if (event.pointerType !== 'touch') this.#leave();
  }

  #leaveOutside(event: PointerEvent): void {
    if (event.pointerType === 'touch' && !event.composedPath().includes(this.#canvas)) {
      this.#leave();
    }
  }

  #select(event: MouseEvent): void {
    const point = this.#locate(event);
    if (point) this.#options.onSelect?.(point);
  }

  #point(next: Highlight | null): void {
    const previous = this.#highlight;
    if (previous?.index === next?.index && previous?.seriesIndex === next?.seriesIndex) return;
    this.#highlight = next;
    this.#announce();
    this.#chart?.draw();
  }

  #announce(): void {
    const [input, highlight] = [this.#input, this.#highlight];
    const geometry = toGeometry(this.#chart, this.#state());
    if (!input || !highlight || !geometry) return this.#options.onTooltip?.(null);
    const {index, seriesIndex} = highlight;
    const position = geometry.anchor(seriesIndex, index);
    const model = buildTooltip(input, this.#looks, index, seriesIndex, position);
    this.#options.onTooltip?.(model);
  }
}
