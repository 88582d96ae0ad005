import {html, nothing, type TemplateResult} from 'lit';
import {placesIn} from '../charting/index-range.js';
import type {Highlight} from '../charting/marks.js';
import {buildTooltip, type TooltipModel} from '../charting/tooltip-model.js';
import {type LinkedPlace, placeOfLinked} from '../series/linked-place.js';
import {placeTooltip} from './place-tooltip.js';
import {placeAfterKey} from './plot-keyboard.js';
import {seriesOf, type Stage, walkOf} from './stage.js';
import {tooltipView} from './tooltip-view.js';

/**
 * The point that a visitor looks at, by pointer, touch or keys: its tooltip, its mark, and its
 * words, which are spoken only where keys have led. Escape takes a tooltip away.
 */
export class Pointing {
  readonly #stage: Stage;
  readonly #onChoose: (point: Highlight) => void;
  #point: Highlight | null = null;
  #linked: LinkedPlace | null = null;
  #linkedAt = -1;
  #tooltip: TooltipModel | null = null;
  #anchor = {x: 0, y: 0};
  #turn = 0;
  #isDismissed = false;
  #spoken = '';
  #outside: AbortController | null = null;

  /** Hears of each point that is looked at here. */
  onLook: (point: Highlight | null) => void = () => undefined;

  /** `onChoose` hears of points that are clicked, tapped or entered. */
  constructor(stage: Stage, onChoose: (point: Highlight) => void) {
    this.#stage = stage;
    this.#onChoose = onChoose;
  }

  get point(): Highlight | null {
    return this.#point;
  }

  view(): TemplateResult {
    const {shaped, settings} = this.#stage.scene() ?? {};
    const isShown = !this.#isDismissed && !settings?.noTooltip && shaped && 'say' in shaped;
    const tooltip = isShown ? this.#tooltip : null;
    return html`${tooltip && isShown ? tooltipView(tooltip, this.#turn, shaped.say, this.#point === null) : nothing}
      <span class="visually-hidden" role="status">${this.#spoken}</span>`;
  }

  /** Takes an event of pointer or focus. */
  act(event: Event, target: Element | null): void {
    const pointer = event as PointerEvent;
    const isOnTooltip = target?.closest('.tooltip') != null;
    switch (event.type) {
      case 'pointerenter':
      case 'pointermove':
      case 'pointerdown':
        // Text in a tooltip can be reached and selected.
        if (!isOnTooltip) this.look(this.#locate(pointer));
        break;
      case 'pointerleave':
        // A finger leaves whenever it is lifted: what it tapped stays until it taps elsewhere.
        if (pointer.pointerType !== 'touch') this.look(null);
        break;
      case 'pointercancel':
        this.look(null);
        break;
      case 'click': {
        const point = isOnTooltip ? null : this.#locate(pointer);
        if (point) this.#onChoose(point);
        break;
      }
      case 'blur':
        this.leave();
    }
  }

  /** Takes a key; false where it means nothing here. */
  key({key}: KeyboardEvent): boolean {
    const walk = walkOf(this.#stage);
    if (!walk) return false;
    const next = placeAfterKey(key, this.#point, walk.set, walk.hidden, walk.places);
    if (next) {
      this.look(next);
      this.#speak();
    } else if (this.#point && (key === 'Enter' || key === ' ')) this.#onChoose(this.#point);
    else if (this.#point && key === 'Escape') this.leave();
    else return false;
    return true;
  }

  /** Looks at a point, or at none. */
  look(point: Highlight | null): void {
    const previous = this.#point;
    if (previous?.index === point?.index && previous?.seriesIndex === point?.seriesIndex) return;
    if (previous?.index !== point?.index) {
      this.#isDismissed = false;
      this.#turn += 1;
    }
    this.#point = point;
    if (!point) this.#outside?.abort();
    else if (!previous) this.#listenOutside();
    this.follow();
    this.onLook(point);
  }

  /** Shows what is looked at in another chart, while nothing is here; null for nothing. */
  link(place: LinkedPlace | null): void {
    if (!place && !this.#linked) return;
    this.#linked = place;
    const at = this.#linkedAt;
    this.follow();
    if (!this.#point && this.#linkedAt !== at) this.#turn += 1;
  }

  /** Looks at nothing, and has said nothing. */
  leave(): void {
    this.#spoken = '';
    this.look(null);
    this.#stage.host.requestUpdate();
  }

  /** Follows a point that has moved. */
  follow(): void {
    const {drawn, geometry} = this.#stage.scene()?.plot.view ?? {};
    const [first, last] = drawn ? placesIn(drawn.input.set.index, drawn.input.range) : [0, 0];
    if (this.#point && drawn && (this.#point.index < first || this.#point.index > last)) {
      this.look(null);
      return;
    }
    const point = this.#point ?? this.#linkedPoint(first, last);
    this.#stage.scene()?.plot.view?.mark({highlight: point});
    this.#tooltip = null;
    if (point && drawn && geometry) {
      this.#anchor = geometry.anchor(point.seriesIndex, point.index);
      const {given, looks} = drawn;
      const model = buildTooltip(given, looks, point.index, point.seriesIndex);
      this.#tooltip = given.extras?.toTooltip(model, given) ?? model;
    }
    this.#stage.host.requestUpdate();
  }

  /** Puts the tooltip that has been rendered in its place. */
  settle(): void {
    const tooltip = this.#stage.host.renderRoot.querySelector<HTMLElement>('.plot > .tooltip');
    const canvas = this.#stage.scene()?.plot.canvas;
    if (tooltip && canvas) placeTooltip(tooltip, canvas, this.#anchor);
  }

  #linkedPoint(first: number, last: number): Highlight | null {
    const index = seriesOf(this.#stage)?.index;
    const at = index && this.#linked ? placeOfLinked(index, this.#linked) : -1;
    this.#linkedAt = at >= first && at <= last ? at : -1;
    return this.#linkedAt === -1 ? null : {index: this.#linkedAt, seriesIndex: -1};
  }

  #locate(event: MouseEvent): Highlight | null {
    return this.#stage.scene()?.plot.view?.locate(event) ?? null;
  }

  #speak(): void {
    const {title = '', items = []} = this.#tooltip ?? {};
    const {name = '', text = '', note} = items.find(({isNearest}) => isNearest) ?? {};
    this.#spoken = `${title}, ${name}: ${text}${note ? `, ${note}` : ''}`;
    this.#stage.host.requestUpdate();
  }

  /** While a point is looked at: taps elsewhere, Escape anywhere, and scrolling under the pointer. */
  #listenOutside(): void {
    this.#outside?.abort();
    this.#outside = new AbortController();
    const {signal} = this.#outside;
    const {host} = this.#stage;
    const onDown = (event: PointerEvent) => {
      if (event.pointerType === 'touch' && !event.composedPath().includes(host)) this.look(null);
    };
    const onKey = (event: KeyboardEvent) => {
      const isElsewhere = !event.composedPath().includes(host);
      if (event.key !== 'Escape' || !isElsewhere || this.#isDismissed) return;
      this.#isDismissed = true;
      this.onLook(null);
      event.preventDefault();
      event.stopPropagation();
      host.requestUpdate();
    };
    const settle = () => this.settle();
    document.addEventListener('pointerdown', onDown, {signal});
    document.addEventListener('keydown', onKey, {signal, capture: true});
    document.addEventListener('scroll', settle, {signal, capture: true, passive: true});
    window.addEventListener('resize', settle, {signal});
  }
}
