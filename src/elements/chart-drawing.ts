import {nothing, type ReactiveController, type ReactiveControllerHost} from 'lit';
import type {ChartView} from '../charting/chart-view.js';
import type {TooltipModel} from '../charting/tooltip-model.js';
import {type ChartError, isChartError} from '../errors/chart-error.js';
import {NetworkError} from '../errors/request-errors.js';
import {stableKey} from '../lib/stable-key.js';
import type {PipeResponse} from '../tinybird/pipe-response.js';
import type {ChartSettings, ChartType} from './chart-settings.js';
import type * as Charting from './charting-parts.js';
import type * as Views from './drawn-views.js';
import {ChartSelectEvent} from './events.js';
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
  #views: typeof Views | null = null;
  #charting: typeof Charting | null = null;
  readonly #loading = new Set<string>();
  #drawn: Drawn | null = null;
  #problem: ChartError | null = null;
  #loadProblem: ChartError | null = null;
  #settings: ChartSettings = {};
  #view: {readonly canvas: HTMLCanvasElement; readonly chart: ChartView} | null = null;
  #tooltip: TooltipModel | null = null;
  #hidden: ReadonlySet<string> = new Set();
  #shownRows = TABLE_PAGE;
  #plotWidth = 0;

  constructor(host: Host) {
    this.#host = host;
    this.#size = new SizeController(host, (width, height) => {
      this.#plotWidth = width;
      this.#view?.chart.resize(Math.floor(width), Math.floor(height));
    });
    host.addController(this);
  }

  /** A column that cannot be drawn, or a part that could not be loaded. */
  get problem(): ChartError | null {
    return this.#problem ?? this.#loadProblem;
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
    if (!this.#loadProblem) return;
    this.#loadProblem = null;
    this.#loading.clear();
  }

  /** Starts loading the parts that a chart of this type needs, ahead of its rows. */
  prepare(type: ChartType): void {
    this.#load('views', async () => void (this.#views = await import('./drawn-views.js')));
    if (type !== 'metric' && type !== 'table')
      this.#load(
        'charting',
        async () => void (this.#charting = await import('./charting-parts.js')),
      );
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
    this.prepare(settings.type ?? 'auto');
    if (!this.#views) return false;
    const shapeSettings = readShapeSettings(settings, this.#host);
    const shapeKey = stableKey(shapeSettings);
    const isSame = this.#drawn?.response === response && this.#drawn.shapeKey === shapeKey;
    if (isSame) return this.#isReady(this.#drawn?.shaped.kind ?? 'table');
    try {
      const shaped = this.#views.shapeResponse(response, shapeSettings);
      if (!this.#isReady(shaped.kind)) return false;
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
    this.#hidden = new Set();
    this.#shownRows = TABLE_PAGE;
    this.#view?.chart.clear();
  }

  /** The template of what is drawn. */
  view(title: string) {
    if (!this.#drawn || !this.#views) return nothing;
    const {shaped} = this.#drawn;
    return this.#views.drawnView({
      title,
      shaped,
      looks: this.#view?.chart.looks ?? [],
      tooltip: this.#settings.noTooltip ? null : this.#tooltip,
      plotWidth: this.#plotWidth,
      hidden: this.#hidden,
      hasLegend: !this.#settings.noLegend,
      toggle: (name) => this.#toggle(name),
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
    if (!this.#view || !shaped || !response || !this.#charting || !('set' in shaped)) return;
    const before = this.#view.chart.looks;
    const {stacked, horizontal, smooth, noAnimation, theme, options} = this.#settings;
    const {columns} = readShapeSettings(this.#settings, this.#host);
    this.#view.chart.update({
      kind: shaped.kind,
      set: shaped.set,
      format: shaped.format,
      columns,
      rows: response.data,
      theme: this.#charting.readTheme(this.#host, theme ?? 'auto'),
      flags: {
        stacked: stacked ?? false,
        horizontal: horizontal ?? 'auto',
        smooth: smooth ?? false,
        animate: !noAnimation,
        axes: true,
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
    if (!canvas || !this.#charting) return;
    const chart = new this.#charting.ChartView(canvas, {
      onTooltip: (model) => {
        this.#tooltip = model;
        this.#host.requestUpdate();
      },
      onSelect: ({index, seriesIndex}) => this.#select(index, seriesIndex),
    });
    this.#view = {canvas, chart};
  }

  #isReady(kind: Shaped['kind']): boolean {
    if (kind === 'metric' || kind === 'table' || this.#charting) return true;
    this.prepare(kind);
    return false;
  }

  #select(at: number, seriesIndex: number): void {
    const {shaped, response} = this.#drawn ?? {};
    if (!response || !shaped || !('set' in shaped)) return;
    const selection = selectionOf(shaped.set, response.data, at, seriesIndex);
    if (selection) this.#host.dispatchEvent(new ChartSelectEvent(selection));
  }

  #toggle(name: string): void {
    const hidden = new Set(this.#hidden);
    if (!hidden.delete(name)) hidden.add(name);
    this.#hidden = hidden;
    this.#host.requestUpdate();
  }

  #load(part: string, load: () => Promise<void>): void {
    if (this.#loading.has(part)) return;
    this.#loading.add(part);
    load()
      .catch((cause: unknown) => {
        this.#loadProblem = new NetworkError(
          'A part of tinybird-chart could not be loaded. Keep all files of its folder side by side and reachable.',
          {cause},
        );
      })
      .finally(() => this.#host.requestUpdate());
  }
}
