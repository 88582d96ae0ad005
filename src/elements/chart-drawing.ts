import {nothing, type ReactiveController, type ReactiveControllerHost} from 'lit';
import type {ChartView} from '../charting/chart-view.js';
import type {TooltipModel} from '../charting/tooltip-model.js';
import {type ChartError, isChartError} from '../errors/chart-error.js';
import {stableKey} from '../lib/stable-key.js';
import type {PipeResponse} from '../tinybird/pipe-response.js';
import type {ChartSettings, ChartType} from './chart-settings.js';
import {adoptSheet} from './adopt-sheet.js';
import {DrawingParts} from './drawing-parts.js';
import {type ChartSelection, ChartSelectEvent} from './events.js';
import type {PlotPlace} from './plot-keyboard.js';
import {selectionOf} from './selection.js';
import {readShapeSettings} from './shape-settings.js';
import type {Shaped} from './shape.js';
import {SizeController} from './size-controller.js';

/** Rows that a table writes out at first, and adds at a time. */
const TABLE_PAGE = 200;

type Host = ReactiveControllerHost &
  HTMLElement & {readonly renderRoot: HTMLElement | DocumentFragment};

interface Drawn {
  readonly response: PipeResponse;
  readonly identityKey: string | null;
  readonly shapeKey: string;
  readonly shaped: Shaped;
}

/** Shapes rows and keeps them on the host's screen, until told that they must not be seen. */
export class ChartDrawing implements ReactiveController {
  readonly #host: Host;
  readonly #size: SizeController;
  readonly #parts: DrawingParts;
  #drawn: Drawn | null = null;
  #problem: ChartError | null = null;
  #settings: ChartSettings = {};
  #view: {readonly canvas: HTMLCanvasElement; readonly chart: ChartView} | null = null;
  #tooltip: TooltipModel | null = null;
  #spoken = '';
  #hidden: ReadonlySet<string> = new Set();
  #shownRows = TABLE_PAGE;
  #plotWidth = 0;

  constructor(host: Host) {
    this.#host = host;
    this.#parts = new DrawingParts(() => host.requestUpdate());
    this.#size = new SizeController(host, (width, height) => {
      this.#plotWidth = width;
      this.#view?.chart.resize(Math.floor(width), Math.floor(height));
    });
    host.addController(this);
  }

  /** A column that cannot be drawn, or a part that could not be loaded. */
  get problem(): ChartError | null {
    return this.#problem ?? this.#parts.problem;
  }

  /** Tells whether nothing is drawn, or only rows of this identity. */
  isOf(identityKey: string | null): boolean {
    return this.#drawn === null || this.#drawn.identityKey === identityKey;
  }

  /** Rows drawn last for this identity, or null. */
  keptFor(identityKey: string | null): PipeResponse | null {
    return this.#drawn?.identityKey === identityKey ? this.#drawn.response : null;
  }

  /** Tries again to load what could not be loaded. */
  retry(): void {
    this.#parts.retry();
  }

  /** Starts loading the parts that a chart of this type needs, ahead of its rows. */
  prepare(type: ChartType): void {
    this.#parts.prepare(type);
  }

  /**
   * Makes `response` what is drawn. False while parts for it are on their way; the host is asked
   * to update when they are there.
   */
  shape(
    response: PipeResponse | null,
    identityKey: string | null,
    settings: ChartSettings,
  ): boolean {
    this.#settings = settings;
    this.#problem = null;
    if (!response || response.data.length === 0) {
      if (response) this.conceal();
      return true;
    }
    this.#parts.prepare(settings.type ?? 'auto');
    const {loaded} = this.#parts;
    const {views} = loaded;
    if (!views) return false;
    adoptSheet(this.#host, views.viewStyles.styleSheet);
    const shapeSettings = readShapeSettings(settings, this.#host);
    const shapeKey = stableKey(shapeSettings);
    const isSame = this.#drawn?.response === response && this.#drawn.shapeKey === shapeKey;
    if (isSame) return this.#parts.prepare(this.#drawn?.shaped.kind ?? 'table');
    try {
      const shaped = views.shapeResponse(response, shapeSettings, (kind) => loaded[kind]);
      if (!this.#parts.prepare(shaped.kind)) return false;
      if ('drawing' in shaped) adoptSheet(this.#host, loaded[shaped.kind]?.styles.styleSheet);
      this.#drawn = {response, identityKey, shapeKey, shaped};
    } catch (error) {
      if (!isChartError(error)) throw error;
      this.#problem = error;
    }
    return true;
  }

  /** Takes every pixel, tooltip and row off the screen before it returns. */
  conceal(): void {
    this.#drawn = null;
    this.#tooltip = null;
    this.#spoken = '';
    this.#hidden = new Set();
    this.#shownRows = TABLE_PAGE;
    this.#view?.chart.clear();
  }

  /** The template of what is drawn. */
  view(title: string) {
    const {views} = this.#parts.loaded;
    if (!this.#drawn || !views) return nothing;
    const {shaped} = this.#drawn;
    return views.drawnView({
      title,
      shaped,
      host: this.#host,
      themeName: this.#settings.theme ?? 'auto',
      looks: this.#view?.chart.looks ?? [],
      tooltip: this.#tooltip,
      hasTooltip: !this.#settings.noTooltip,
      spoken: this.#spoken,
      plotWidth: this.#plotWidth,
      hidden: this.#hidden,
      hasLegend: !this.#settings.noLegend,
      toggle: (name) => this.#toggle(name),
      focusPoint: (place, inWords) => {
        if (place) this.#view?.chart.focusPoint(place.seriesIndex, place.index);
        else this.#view?.chart.blurPoint();
        this.#spoken = this.#tooltip ? inWords(this.#tooltip) : '';
        this.#host.requestUpdate();
      },
      select: (place) => this.#select(place),
      choose: (selection) => this.#choose(selection),
      shownRows: this.#shownRows,
      showMore: () => {
        this.#shownRows += TABLE_PAGE;
        this.#host.requestUpdate();
      },
    });
  }

  /** Brings the canvas up to date with what is drawn; runs after each render of the host. */
  draw(): void {
    const canvas = this.#host.renderRoot.querySelector('canvas');
    if (canvas !== this.#view?.canvas) this.#mount(canvas);
    const {shaped, response} = this.#drawn ?? {};
    const {charting} = this.#parts.loaded;
    if (!this.#view || !shaped || !response || !charting || !('set' in shaped)) return;
    const before = this.#view.chart.looks;
    const isSparkline = shaped.kind === 'sparkline';
    const {stacked, horizontal, smooth, noAnimation, theme, options} = this.#settings;
    const {columns} = readShapeSettings(this.#settings, this.#host);
    this.#view.chart.update({
      kind: isSparkline ? 'line' : shaped.kind,
      set: shaped.set,
      format: shaped.format,
      columns,
      rows: response.data,
      theme: charting.readTheme(this.#host, theme ?? 'auto'),
      flags: {
        stacked: stacked ?? false,
        horizontal: horizontal ?? 'auto',
        smooth: smooth ?? false,
        animate: !noAnimation,
        axes: !isSparkline,
      },
      hidden: this.#hidden,
      options: options ?? null,
    });
    // The legend shows the colours that the drawing has just given out.
    if (stableKey(before) !== stableKey(this.#view.chart.looks)) this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    // A drag disconnects and connects in one task; only a real removal ends the drawing.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#mount(null);
    });
  }

  #mount(canvas: HTMLCanvasElement | null): void {
    this.#view?.chart.destroy();
    this.#view = null;
    this.#tooltip = null;
    this.#size.follow(canvas?.parentElement ?? null);
    const {charting} = this.#parts.loaded;
    if (!canvas || !charting) return;
    const chart = new charting.ChartView(canvas, {
      onTooltip: (model) => {
        this.#tooltip = model;
        this.#host.requestUpdate();
      },
      onSelect: (place) => this.#select(place),
    });
    this.#view = {canvas, chart};
  }

  #select({index, seriesIndex}: PlotPlace): void {
    const {shaped, response} = this.#drawn ?? {};
    if (!response || !shaped || !('set' in shaped)) return;
    this.#choose(selectionOf(shaped.set, response.data, index, seriesIndex));
  }

  #choose(selection: ChartSelection | null): void {
    if (selection) this.#host.dispatchEvent(new ChartSelectEvent(selection));
  }

  #toggle(name: string): void {
    const hidden = new Set(this.#hidden);
    if (!hidden.delete(name)) hidden.add(name);
    this.#hidden = hidden;
    this.#host.requestUpdate();
  }
}
