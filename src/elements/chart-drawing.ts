import {nothing, type ReactiveController} from 'lit';
import {type ChartError, isChartError} from '../errors/chart-error.js';
import {stableKey} from '../lib/stable-key.js';
import type {Language} from '../messages/language.js';
import type {StaleReason} from '../query/query-state.js';
import type {PipeResponse} from '../tinybird/pipe-response.js';
import type {ChartSettings, ChartType} from './chart-settings.js';
import {adoptSheet} from './adopt-sheet.js';
import type {FileKind, PauseModel} from './actions-view.js';
import {DrawingParts, type LoadedParts, type PartName} from './drawing-parts.js';
import type {DrawingTools} from './drawing-tools.js';
import type {HtmlKind} from './html-view.js';
import type {Shaped} from './shape.js';
import type {Scene, Stage} from './stage.js';

const NONE: ReadonlySet<string> = new Set();

type Host = Stage['host'];

interface Drawn extends Pick<Scene, 'response' | 'identityKey' | 'shaped'> {
  readonly shapeKey: string;
  readonly language: Language;
}

/** Shapes rows and keeps them on the host's screen, until told that they must not be seen. */
export class ChartDrawing implements ReactiveController {
  readonly #host: Host;
  readonly #isCurrent: (identityKey: string | null) => boolean;
  readonly #parts: DrawingParts;
  /** They come with the views. */
  #tools: DrawingTools | null = null;
  #drawn: Drawn | null = null;
  #owner: string | null = null;
  #problem: ChartError | null = null;
  #settings: ChartSettings = {};

  /** `isCurrent` tells whether an identity is still the one that the page is for. */
  constructor(host: Host, isCurrent: (identityKey: string | null) => boolean) {
    this.#host = host;
    this.#isCurrent = isCurrent;
    this.#parts = new DrawingParts(() => host.requestUpdate());
    host.addController(this);
  }

  /** A column that cannot be drawn, or a part that could not be loaded. */
  get problem(): ChartError | null {
    return this.#problem ?? this.#parts.problem;
  }

  /** What is drawn, or null; a canvas that was out of view is brought up to date. */
  get scene(): Scene | null {
    const {plot} = this.#tools ?? {};
    if (!this.#drawn || !plot) return null;
    plot.catchUp();
    return {...this.#drawn, settings: this.#settings, plot};
  }

  /** Tells whether nothing is known of any rows, or only of those of this identity. */
  isOf(identityKey: string | null): boolean {
    return this.#owner === null || this.#owner === identityKey;
  }

  /** Rows drawn last for this identity, or null. */
  keptFor(identityKey: string | null): PipeResponse | null {
    return this.#drawn?.identityKey === identityKey ? this.#drawn.response : null;
  }

  /** Follows why rows on screen are older than wanted; returns it once that is worth a word. */
  status(reason: StaleReason | null): StaleReason | null {
    return this.#tools ? this.#tools.status.follow(reason) : reason;
  }

  /** Shows all of the axis again, as it is other rows that are asked for. */
  resetZoom(): void {
    this.#tools?.slot.current?.resetZoom();
  }

  /** Tries again to load what could not be loaded. */
  retry(): void {
    this.#parts.retry();
  }

  /** Returns a part of the chart around the drawing, or null while it is on its way. */
  need<Name extends PartName>(name: Name) {
    return this.#parts.need(name);
  }

  /** Starts loading the parts that a chart of this type needs, ahead of its rows. */
  prepare(type: ChartType): void {
    this.#parts.expect(type, this.#settings.smooth);
  }

  /** Starts loading what moves a drawing to its next values, ahead of them. */
  expectChange(): void {
    if (this.#drawn && 'set' in this.#drawn.shaped && !this.#settings.noAnimation)
      this.#parts.need('motion');
  }

  /**
   * Makes `response` what is drawn. False while parts for it are on their way, the language (null)
   * included; the host is asked to update when they are there.
   */
  shape(
    response: PipeResponse | null,
    identityKey: string | null,
    settings: ChartSettings,
    language: Language | null,
  ): boolean {
    this.#settings = settings;
    this.#problem = null;
    if (!response) return true;
    if (response.data.length === 0) {
      this.#wipe();
      this.#tools?.slot.current?.giveUp();
      this.#owner = identityKey;
      return true;
    }
    this.prepare(settings.type ?? 'auto');
    const {loaded} = this.#parts;
    const views = this.#parts.need('views');
    if (!views || !language) return false;
    this.#equip(views);
    adoptSheet(this.#host, views.viewStyles.styleSheet);
    const shapeSettings = views.readShapeSettings(settings, this.#host);
    const shapeKey = stableKey(shapeSettings);
    const drawn = this.#drawn?.response === response ? this.#drawn : null;
    if (drawn && drawn.shapeKey === shapeKey && drawn.language === language)
      return this.#hasParts(drawn.shaped);
    try {
      const viewOf = (kind: HtmlKind) => loaded[kind];
      const isCurrent = () => this.#isCurrent(identityKey);
      const parts = {...loaded, viewOf, host: this.#host, isCurrent};
      const shaped = views.shapeResponse(response, shapeSettings, language, parts);
      if (typeof shaped === 'string') {
        this.#parts.prepare(shaped);
        return false;
      }
      if (!this.#hasParts(shaped)) return false;
      if ('drawing' in shaped) adoptSheet(this.#host, loaded[shaped.kind]?.styles.styleSheet);
      this.#drawn = {response, identityKey, shapeKey, language, shaped};
      this.#owner = identityKey;
    } catch (error) {
      if (!isChartError(error)) throw error;
      this.#problem = error;
    }
    return true;
  }

  /** Takes every pixel, tooltip and row off the screen before it returns. */
  conceal(): void {
    this.#wipe();
    this.#owner = null;
    this.#tools?.table.reset();
    this.#tools?.slot.current?.conceal();
  }

  /** The template of what is drawn. */
  view(title: string) {
    const {views} = this.#parts.loaded;
    if (!this.#drawn || !views || !this.#tools) return nothing;
    const {plot, table, slot} = this.#tools;
    const {shaped, response} = this.#drawn;
    const interaction = slot.current;
    return views.drawnView({
      title,
      shaped,
      host: this.#host,
      themeName: this.#settings.theme ?? 'auto',
      plot: plot.view,
      hidden: interaction?.hidden ?? NONE,
      hasLegend: !this.#settings.noLegend,
      isPointed: interaction?.isPointed ?? false,
      overlay: interaction?.overlay() ?? nothing,
      act: (event) => {
        this.expectChange();
        slot.act(event);
      },
      choose: (selection) => slot.choose(selection),
      ...table.model(shaped, response, this.#settings),
      isChosen: (selection) => interaction?.isChosen(selection) ?? false,
    });
  }

  /** Buttons for what is drawn, once `isNear`, which may save it by `save` or hold it. */
  actions(isNear: boolean, save: (kind: FileKind) => void, pause: PauseModel | null) {
    const {shaped} = this.#drawn ?? {};
    return (shaped && this.#tools?.table.actions({shaped, isNear, save, pause})) ?? nothing;
  }

  /**
   * Brings the canvas up to date with what is drawn, now or when it `isNear` the view; runs after each
   * render of the host.
   */
  draw(isNear: boolean): void {
    const {views, charting} = this.#parts.loaded;
    // What has left the page draws when it comes back.
    if (!views || !this.#host.isConnected) return;
    const {plot, slot} = this.#equip(views);
    const canvas = this.#host.renderRoot.querySelector('canvas');
    plot.mount(canvas, charting);
    const {shaped, response} = this.#drawn ?? {};
    if (shaped && response && charting && 'set' in shaped && this.#hasParts(shaped)) {
      const {hidden = NONE, range = null} = slot.current ?? {};
      const frame = {shaped, response, settings: this.#settings, hidden, range};
      plot.draw(frame, charting, isNear);
    }
    const {zoom, brush, filters, linkGroup} = this.#settings;
    if (zoom || brush || filters || linkGroup) slot.start();
    slot.current?.settle();
  }

  hostDisconnected(): void {
    // A drag disconnects and connects in one task; only a real removal ends the drawing.
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#tools?.slot.current?.leave();
      this.#tools?.plot.mount(null, undefined);
      // Whoever is shown next, an element that the page has kept must not tell of this tenant.
      this.conceal();
      this.#host.requestUpdate();
    });
  }

  #equip(views: NonNullable<LoadedParts['views']>): DrawingTools {
    return (this.#tools ??= views.drawingTools(this.#host, this.#parts, {
      host: this.#host,
      scene: () => this.scene,
      isCurrent: () => this.#drawn !== null && this.#isCurrent(this.#drawn.identityKey),
    }));
  }

  #hasParts(shaped: Shaped): boolean {
    const {options, smooth} = this.#settings;
    // Chart.js options of the page may bend and fill a line.
    const isOpen = options !== undefined && 'set' in shaped;
    const isFilled = isOpen || ('set' in shaped && shaped.set.index.kind === 'category');
    const isReady = this.#parts.prepare(shaped.kind, smooth || isOpen);
    return isFilled ? this.#parts.prepare('filled') && isReady : isReady;
  }

  #wipe(): void {
    this.#drawn = null;
    this.#tools?.slot.forget();
    this.#tools?.table.wipe();
    this.#tools?.slot.current?.leave();
    this.#tools?.plot.clear();
  }
}
