import type {ReactiveControllerHost} from 'lit';
import type {ChartView} from '../charting/chart-view.js';
import type {IndexRange} from '../charting/index-range.js';
import {isPrinting} from '../lib/printing.js';
import {stableKey} from '../lib/stable-key.js';
import type * as Charting from './charting-parts.js';
import type {ChartSettings} from './chart-settings.js';
import type {PipeResponse} from '../tinybird/pipe-response.js';
import {readShapeSettings} from './shape-settings.js';
import type {ShapedSeries} from './shape.js';
import {truncatedIn} from './plot-view.js';
import {PrintController} from './print-controller.js';
import {SizeController} from './size-controller.js';

/** Rows to draw, and how. */
export interface PlotFrame {
  readonly shaped: ShapedSeries;
  readonly response: PipeResponse;
  readonly settings: ChartSettings;
  readonly hidden: ReadonlySet<string>;
  /** The part of the index that is seen; null for all. */
  readonly range: IndexRange | null;
}

/** Keeps a `ChartView` on whatever canvas the host has, as large as its place. */
export class PlotCanvas {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #sizes: SizeController;
  readonly #onDraw: () => void;
  #canvas: HTMLCanvasElement | null = null;
  #view: ChartView | null = null;
  #size: DOMRectReadOnly | null = null;
  #isNear = true;
  /** Draws what came before the size was known, or while nobody could see it. */
  #drawLater: (() => void) | null = null;
  /** What the host has shown of the drawing. */
  #shown = '';

  /** `onDraw` hears of each drawing in which points may have moved. */
  constructor(host: ReactiveControllerHost & HTMLElement, onDraw: () => void) {
    this.#host = host;
    this.#onDraw = onDraw;
    new PrintController(host);
    this.#sizes = new SizeController(host, (size) => {
      this.#size = size;
      this.#drawSeen();
    });
  }

  get canvas(): HTMLCanvasElement | null {
    return this.#canvas;
  }

  /** What draws on the canvas; null without one. */
  get view(): ChartView | null {
    return this.#view;
  }

  /** Goes over to another canvas; null gives up the one it has. */
  mount(canvas: HTMLCanvasElement | null, charting: typeof Charting | undefined): void {
    if (canvas === this.#canvas && (this.#view || !charting)) return;
    this.clear();
    if (canvas !== this.#canvas) this.#size = null;
    this.#sizes.follow(canvas?.parentElement ?? null);
    this.#canvas = canvas;
    this.#view =
      canvas && charting
        ? new charting.ChartView(canvas, () => {
            this.#onDraw();
            this.#tell();
          })
        : null;
  }

  /**
   * Draws the frame. What is drawn already and far from the view stays as it is until it is near, or
   * `catchUp` asks for it. Without a legend, whose colours take room of the drawing, it waits for the
   * size: while many charts begin, each reading after what another has written would style the page
   * anew.
   */
  draw(frame: PlotFrame, charting: typeof Charting, isNear: boolean): void {
    const isAlone = frame.shaped.set.series.length === 1;
    this.#isNear = isNear;
    this.#shown = this.#toShow(frame.shaped);
    this.#drawLater = () => {
      if (!this.#size && isAlone) return;
      this.#drawLater = null;
      this.#drawNow(frame, charting);
    };
    this.#drawSeen();
  }

  /** Draws what waits because it is far from the view. */
  catchUp(): void {
    const {width = 0, height = 0} = this.#size ?? {};
    if (this.#size) this.#view?.resize(Math.floor(width), Math.floor(height));
    this.#drawLater?.();
  }

  /** Forgets the data, and wipes the canvas before it returns. */
  clear(): void {
    this.#drawLater = null;
    this.#view?.clear();
  }

  #drawSeen(): void {
    if (this.#isNear || !this.#view?.drawn || isPrinting()) this.catchUp();
  }

  #drawNow(
    {shaped, response, settings, hidden, range}: PlotFrame,
    charting: typeof Charting,
  ): void {
    const isSparkline = shaped.kind === 'sparkline';
    const {stacked, horizontal, smooth, noAnimation, theme, options} = settings;
    const {columns} = readShapeSettings(settings, this.#host);
    this.#view?.update({
      kind: isSparkline ? 'line' : shaped.kind,
      set: shaped.set,
      format: shaped.format,
      columns,
      rows: response.data,
      theme: charting.readTheme(this.#host, theme ?? 'auto'),
      flags: {
        stacked: !!stacked,
        horizontal: horizontal ?? 'auto',
        smooth: smooth ?? false,
        animate: !noAnimation,
        axes: !isSparkline,
      },
      hidden,
      extras: shaped.extras ?? null,
      range,
      options: options ?? null,
    });
    this.#tell(shaped);
  }

  /** The host shows what the drawing has made: colours in the legend, and whether zero is left out. */
  #tell(shaped?: ShapedSeries): void {
    const shown = this.#toShow(shaped);
    if (shown !== this.#shown) this.#host.requestUpdate();
    this.#shown = shown;
  }

  #toShow(shaped?: ShapedSeries): string {
    const {looks = []} = this.#view ?? {};
    return stableKey([looks.length > 1 && looks, truncatedIn(shaped, this.#view)]);
  }
}
