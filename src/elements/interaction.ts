import {html, nothing, type TemplateResult} from 'lit';
import type {IndexRange} from '../charting/index-range.js';
import {addLateEnglish} from '../messages/english-late.js';
import {adoptSheet} from './adopt-sheet.js';
import {Choice} from './choice.js';
import type {ChartSelection} from './events.js';
import {interactionStyles} from './interaction.styles.js';
import {LegendActs} from './legend-acts.js';
import {Pointing} from './pointing.js';
import {moveAmongMarks} from './mark-keys.js';
import {LateTool} from './late-tool.js';
import type {Stage} from './stage.js';

/** What a visitor does with a drawing by pointer, touch and keys, and what that shows. */
export class Interaction {
  readonly #legend: LegendActs;
  readonly #choice: Choice;
  readonly #pointing: Pointing;
  readonly #stage: Stage;
  readonly #range = new LateTool(
    async () => new (await import('./range-tool.js')).RangeTool(this.#stage),
    () => this.#stage.host.requestUpdate(),
  );
  readonly #filters = new LateTool(
    async () => {
      const {FilterSource} = await import('./filter-source.js');
      return new FilterSource(this.#stage, this.#choice.chosen, this.#range.current?.selection);
    },
    () => this.#stage.host.requestUpdate(),
  );
  readonly #link = new LateTool(
    async () => {
      const {ChartLink} = await import('./chart-link.js');
      return new ChartLink(this.#stage, this.#pointing, this.#choice);
    },
    () => this.#stage.host.requestUpdate(),
  );

  readonly #sound = new LateTool(
    async () => new (await import('./sonification.js')).Sonification(this.#stage, this.#pointing),
    () => undefined,
  );

  constructor(stage: Stage) {
    addLateEnglish();
    this.#stage = stage;
    this.#legend = new LegendActs(stage);
    this.#choice = new Choice(stage);
    this.#pointing = new Pointing(stage, (point) => this.#choice.chooseAt(point));
    adoptSheet(stage.host, interactionStyles.styleSheet);
  }

  /** Names of series that are not drawn. */
  get hidden(): ReadonlySet<string> {
    return this.#legend.hidden;
  }

  /** The part of the index that is drawn; null for all. */
  get range(): IndexRange | null {
    return this.#range.current?.zoom ?? null;
  }

  /** True while a point is looked at. */
  get isPointed(): boolean {
    return this.#pointing.point !== null;
  }

  /** What lies on the canvas. */
  overlay(): TemplateResult {
    return html`${this.#range.current?.view() ?? nothing}${this.#pointing.view()}`;
  }

  /** Takes an event of the drawing; `target` is the innermost element it happened on. */
  act(event: Event, target: EventTarget | null): void {
    const element = target instanceof Element ? target : null;
    if (element?.closest('.legend')) {
      this.#legend.act(event, element);
      return;
    }
    // With the focus, so that the first key is heard.
    if (this.#isSonified) this.#sound.need();
    if (/blur|pointerdown/.test(event.type)) this.#sound.current?.leave();
    if (event instanceof KeyboardEvent) this.#onKey(event, element);
    else if (!this.#range.current?.act(event, element)) this.#pointing.act(event, element);
    else if (event.type !== 'click') this.#pointing.leave();
  }

  /** Reports what the visitor chose; chosen again, it is chosen no more. */
  choose(selection: ChartSelection | null): void {
    this.#choice.choose(selection);
  }

  /** Tells whether this is what the visitor chose last. */
  isChosen(selection: ChartSelection | null): boolean {
    return this.#choice.isChosen(selection);
  }

  /** Follows points that have moved with new data or a new size. */
  follow(): void {
    this.#choice.follow();
    this.#pointing.follow();
  }

  /** Puts in place what the host has just rendered. */
  settle(): void {
    const {zoom, brush, filters, linkGroup} = this.#stage.scene()?.settings ?? {};
    if (zoom || brush) this.#range.need();
    if (filters) this.#filters.need();
    if (linkGroup) this.#link.need();
    this.#range.current?.settle();
    this.#filters.current?.follow();
    this.#link.current?.follow();
    this.#pointing.settle();
  }

  /** Looks at nothing any more. */
  leave(): void {
    this.#sound.current?.leave();
    this.#pointing.leave();
  }

  /** Forgets everything that rows have told. */
  conceal(): void {
    this.#legend.conceal();
    this.giveUp();
    this.#filters.current?.clear();
    this.#link.current?.conceal();
    this.leave();
  }

  /** Gives up what is chosen and marked, as there is nothing left to give it up by. */
  giveUp(): void {
    this.#choice.clear();
    this.#range.current?.reset();
  }

  /** Shows all again, as it is other rows that are asked for. */
  resetZoom(): void {
    this.#range.current?.resetZoom();
  }

  get #isSonified(): boolean {
    return !!this.#stage.scene()?.settings.sonify;
  }

  #onKey(event: KeyboardEvent, target: Element | null): void {
    const {ctrlKey, metaKey, altKey} = event;
    const wasPlaying = this.#sound.current?.stop() ?? false;
    if (ctrlKey || metaKey || altKey) return;
    const sound = this.#isSonified ? this.#sound.current : null;
    // A row that has been led to by keys of its own.
    if (event.defaultPrevented) {
      const row = target?.querySelector('tr.marked');
      if (row) sound?.soundMark(row);
      return;
    }
    const root = this.#stage.host.renderRoot as ShadowRoot;
    const mark = root.activeElement;
    const before = this.#pointing.point;
    const at = before?.index ?? null;
    const isPlayed = !wasPlaying && (sound?.key(event) ?? false);
    const isTaken =
      isPlayed ||
      // These only stop what plays.
      (wasPlaying && /^(p|Escape)$/i.test(event.key)) ||
      // Keys with Shift move ranges; Escape leaves the point before the range.
      (event.key !== 'Escape' && this.#range.current?.key(event, at)) ||
      this.#pointing.key(event) ||
      this.#range.current?.key(event, at) ||
      (target && moveAmongMarks(event.key, target)) ||
      (event.key === 'Escape' && this.#choice.clear());
    if (!isTaken) return;
    const {point} = this.#pointing;
    if (point && point !== before && !isPlayed) sound?.sound(point);
    else if (root.activeElement && root.activeElement !== mark)
      sound?.soundMark(root.activeElement);
    // Outside, the keys would scroll the page or close the dialog around the chart.
    event.preventDefault();
    event.stopPropagation();
  }
}
