import {css} from 'lit';
import {type LinkedPlace, placeOfLinked, toLinkedPlace} from '../series/linked-place.js';
import {adoptSheet} from './adopt-sheet.js';
import type {Stage} from './stage.js';

/** Attribute of the marks that are looked at in another chart. */
const LINKED = 'data-linked';

const styles = css`
  [role='option'][data-linked] {
    border-radius: 0.25rem;
    box-shadow: 0 0 0 2px color-mix(in srgb, currentcolor 14%, transparent);
    background: color-mix(in srgb, currentcolor 14%, transparent);
  }
  .heat tbody td[data-linked] {
    outline: 2px solid CanvasText;
  }
  .pie svg:has([data-linked]) [data-at]:not([data-linked], .chosen, :hover) {
    opacity: 0.45;
  }
  @media (forced-colors: active) {
    [role='option'][data-linked] {
      outline: 2px dotted Highlight;
    }
  }
`;

/**
 * What charts of a group share of a drawing in HTML: its marks (`data-place` in the index of its
 * names or times, `data-row` in that of its rows) tell when pointer or focus come to them, and show
 * what is looked at elsewhere.
 */
export class MarkLink {
  readonly #stage: Stage;
  #place: LinkedPlace | null = null;
  #told: Element | null = null;
  readonly #onLook: (place: LinkedPlace | null) => void;

  /** `onLook` hears of each mark that pointer or focus come to, and of none when they leave. */
  constructor(stage: Stage, onLook: (place: LinkedPlace | null) => void) {
    this.#stage = stage;
    this.#onLook = onLook;
    const {renderRoot} = stage.host;
    adoptSheet(stage.host, styles.styleSheet);
    for (const type of ['pointerover', 'focusin'])
      renderRoot.addEventListener(type, ({target}) => this.#look(target));
    for (const type of ['pointerout', 'focusout'])
      renderRoot.addEventListener(type, (event) =>
        this.#look((event as PointerEvent | FocusEvent).relatedTarget),
      );
  }

  /** Tells of the mark that pointer or focus had come to before they were listened to. */
  catchUp(): void {
    this.#told = null;
    const marks = '[data-place]:is(:hover, :focus)';
    this.#look(this.#stage.host.renderRoot.querySelector(marks));
  }

  /** Shows what is looked at in another chart; null for nothing. */
  show(place: LinkedPlace | null): void {
    this.#place = place;
    this.follow();
  }

  /** Marks what is looked at elsewhere, wherever it stands now. */
  follow(): void {
    // An entry that is gone is left without an event.
    if (this.#told && !this.#told.isConnected) this.#look(null);
    const {index, rowIndex} = this.#drawing ?? {};
    const place = this.#place;
    const at = place && index ? placeOfLinked(index, place) : -1;
    const row = place && rowIndex && at === -1 ? placeOfLinked(rowIndex, place) : -1;
    for (const mark of this.#stage.host.renderRoot.querySelectorAll<HTMLElement>('[data-place]')) {
      const isLinked =
        Number(mark.dataset['place']) === at || Number(mark.dataset['row'] ?? NaN) === row;
      mark.toggleAttribute(LINKED, isLinked);
    }
  }

  #look(target: EventTarget | null): void {
    const mark = target instanceof Element ? target.closest('[data-place]') : null;
    if (mark === this.#told) return;
    this.#told = mark;
    this.#onLook(mark && this.#placeOf(mark));
  }

  get #drawing() {
    const {shaped} = this.#stage.scene() ?? {};
    return shaped && 'drawing' in shaped ? shaped.drawing : null;
  }

  #placeOf(mark: Element): LinkedPlace | null {
    const {index, rowIndex} = this.#drawing ?? {};
    const [at, row] = ['data-place', 'data-row'].map((name) => Number(mark.getAttribute(name)));
    const place = index ? toLinkedPlace(index, at ?? NaN) : null;
    const other = rowIndex ? toLinkedPlace(rowIndex, row ?? NaN) : null;
    return place && other ? {...place, other} : place;
  }
}
