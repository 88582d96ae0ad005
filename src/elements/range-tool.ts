import type {IndexRange} from '../charting/index-range.js';
import {placesIn} from '../charting/index-range.js';
import {type Clock, systemClock} from '../lib/clock.js';
import {adoptSheet} from './adopt-sheet.js';
import {type ChartRange, ChartRangeEvent, NO_RANGE} from './events.js';
import {rangeOfPlaces, rangeSelection, type TimeOrNumber} from './range-selection.js';
import {RangeGestures} from './range-gestures.js';
import {rangeView} from './range-view.js';
import {rangeStyles} from './range.styles.js';
import {seriesOf, type Stage} from './stage.js';
import {panned, within, zoomed} from './zoom-range.js';

/** A range that is still moving is told once it has been at rest for this long. */
const REST_MS = 300;

/** How much closer or farther one press of a key goes, and how far along. */
const KEY_FACTOR = 0.5;
const KEY_SHARE = 0.1;

/** The part of a time or number axis that a visitor looks at (`zoom`) or marks (`brush`). */
export class RangeTool {
  readonly #stage: Stage;
  readonly #clock: Clock;
  readonly #gestures: RangeGestures;
  #zoom: IndexRange | null = null;
  #brush: IndexRange | null = null;
  #draft: IndexRange | null = null;
  #told = '';
  #cancelTelling: (() => void) | null = null;

  constructor(stage: Stage, clock: Clock = systemClock) {
    this.#stage = stage;
    this.#clock = clock;
    this.#gestures = new RangeGestures(stage, this);
    adoptSheet(stage.host, rangeStyles.styleSheet);
  }

  /** The part that is drawn; null for all. */
  get zoom(): IndexRange | null {
    return this.#zoom;
  }

  get canZoom(): boolean {
    return this.#stage.scene()?.settings.zoom === true && this.index !== null;
  }

  get canBrush(): boolean {
    return this.#stage.scene()?.settings.brush === true && this.index !== null;
  }

  /** The axis, where it is one that has ranges. */
  get index(): TimeOrNumber | null {
    const index = seriesOf(this.#stage)?.index;
    const isLying = this.#stage.scene()?.plot.view?.drawn?.layout.isHorizontal ?? false;
    return index && index.kind !== 'category' && index.values.length > 1 && !isLying ? index : null;
  }

  /** One end of what is marked; null where nothing is. */
  edge(end: keyof IndexRange): number | null {
    return this.#brush?.[end] ?? null;
  }

  /** All of the axis. */
  get all(): IndexRange {
    const values = this.index?.values;
    return {from: values?.[0] ?? 0, to: values?.at(-1) ?? 0};
  }

  /** What is marked, else what is seen, as events tell it. */
  get selection(): ChartRange {
    const scene = this.#stage.scene();
    const range = this.#brush ?? this.#zoom;
    const {index} = this;
    return range && index && scene ? rangeSelection(index, range, scene.response) : NO_RANGE;
  }

  /** Band, handles and the way back. */
  view() {
    const {index} = this;
    const {plot, shaped} = this.#stage.scene() ?? {};
    const geometry = plot?.view?.geometry;
    if (!index || !geometry || !shaped || !('format' in shaped)) return null;
    return rangeView({
      index,
      geometry,
      format: shaped.format,
      say: shaped.say,
      band: this.#draft ?? this.#brush,
      hasHandles: this.canBrush && this.#brush !== null && this.#draft === null,
      canReset: this.#zoom !== null || this.#brush !== null,
      isZoomed: this.#zoom !== null,
      reset: () => this.reset(),
      moveHandle: (side, step) => this.#moveHandle(side, step),
    });
  }

  /** Takes an event of the drawing; true where nobody else must see it. */
  act(event: Event, target: Element | null): boolean {
    return this.#gestures.act(event, target);
  }

  /** Takes a key, with the place that is looked at; false where it means nothing here. */
  key({key, shiftKey}: KeyboardEvent, at: number | null): boolean {
    const {index, all} = this;
    if (!index) return false;
    const arrow = {ArrowLeft: -1, ArrowRight: 1}[key] ?? 0;
    const range = this.#zoom ?? all;
    if (arrow !== 0 && shiftKey && this.canBrush) this.#extend(index, at, arrow);
    else if (arrow !== 0 && shiftKey && this.#zoom)
      this.zoomTo(panned(range, arrow * KEY_SHARE * (range.to - range.from), all));
    else if ((key === '0' || key === 'Escape') && (this.#zoom ?? this.#brush)) this.reset();
    else if (this.canZoom && /^[+=_-]$/.test(key)) {
      const center = at === null ? (range.from + range.to) / 2 : (index.values[at] ?? 0);
      this.zoomBy(/[+=]/.test(key) ? KEY_FACTOR : 1 / KEY_FACTOR, center);
    } else return false;
    return true;
  }

  /** Shows a band that is being drawn. */
  sketch(range: IndexRange | null): void {
    this.#draft = range;
    this.#stage.host.requestUpdate();
  }

  /** Makes a band what is marked, or what is seen. */
  take(range: IndexRange): void {
    this.#draft = null;
    if (this.canBrush) this.brushTo(range, true);
    else this.zoomTo(within(this.#atLeast(range), this.all), true);
  }

  /** Goes closer (below 1) or farther around a value. */
  zoomBy(factor: number, center: number, from: IndexRange = this.#zoom ?? this.all): void {
    this.zoomTo(zoomed(from, factor, center, this.all, this.#least));
  }

  /** Shows a part of the axis; null for all of it. */
  zoomTo(range: IndexRange | null, isFinal = false): void {
    this.#zoom = range;
    this.#changed(isFinal);
  }

  /** Marks a part of the axis, from the first bucket that begins in it to the last. */
  brushTo(range: IndexRange, isFinal = false): void {
    const {index} = this;
    if (index) this.#brush = rangeOfPlaces(index, placesIn(index, range));
    this.#changed(isFinal);
  }

  /** Shows all and marks nothing; false where that is so. */
  reset(): boolean {
    const had = this.#zoom !== null || this.#brush !== null || this.#draft !== null;
    this.#zoom = this.#brush = this.#draft = null;
    if (had) this.#changed(true);
    return had;
  }

  /** Shows all, as it is other rows that are asked for. */
  resetZoom(): void {
    if (this.#zoom) this.zoomTo(null, true);
  }

  /** Listens to the wheel on what has just been rendered. */
  settle(): void {
    this.#gestures.follow(this.#stage.host.renderRoot.querySelector<HTMLElement>('.plot'));
  }

  #extend(index: TimeOrNumber, at: number | null, step: number): void {
    const [first, last] = this.#brush ? placesIn(index, this.#brush) : [at ?? 0, at ?? 0];
    const places = [Math.min(first, last + step), Math.max(first, last + step)] as const;
    this.#brush = rangeOfPlaces(index, places);
    this.#changed(false);
  }

  #moveHandle(side: 'start' | 'end', step: number): void {
    const {index} = this;
    if (!index || !this.#brush) return;
    const [first, last] = placesIn(index, this.#brush);
    const places =
      side === 'start'
        ? ([Math.min(last, first + step), last] as const)
        : ([first, Math.max(first, last + step)] as const);
    this.#brush = rangeOfPlaces(index, places);
    this.#changed(false);
  }

  /** Two buckets, so that there is a line to see. */
  get #least(): number {
    const {from, to} = this.all;
    return Math.min(to - from, (2 * (to - from)) / ((this.index?.values.length ?? 2) - 1));
  }

  #atLeast({from, to}: IndexRange): IndexRange {
    const missing = Math.max(0, this.#least - (to - from)) / 2;
    return {from: from - missing, to: to + missing};
  }

  #changed(isFinal: boolean): void {
    this.#stage.host.requestUpdate();
    this.#cancelTelling?.();
    this.#cancelTelling = null;
    if (isFinal) this.#tell();
    else this.#cancelTelling = this.#clock.setTimer(() => this.#tell(), REST_MS);
  }

  #tell(): void {
    const told = this.selection;
    const key = JSON.stringify(told);
    if (key === this.#told || (this.#told === '' && told === NO_RANGE)) return;
    this.#told = told === NO_RANGE ? '' : key;
    this.#stage.host.dispatchEvent(new ChartRangeEvent(told));
  }
}
