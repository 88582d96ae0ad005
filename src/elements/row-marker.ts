import {rowAfterKey} from './row-after-key.js';

/** Rows of which one can be chosen. */
export interface ChoosableRows {
  readonly count: number;
  /** The value by which the row at a place on screen is found again in other rows or another order. */
  readonly keyOf: (at: number) => unknown;
  /** Chooses the row at a place on screen. */
  readonly choose: (at: number) => void;
  /** Takes the keys that mean nothing here, and hears of those that have led to another row. */
  readonly act: (event: Event) => void;
}

/** The row that keys have led to, in a scroll area that keeps the focus. */
export class RowMarker {
  readonly #scroll: HTMLElement;
  readonly #onMove: () => void;
  #rows: ChoosableRows | null = null;
  #at: number | null = null;
  #key: unknown = null;
  #rowPx = 1;

  /** `onMove` hears when another row is marked. */
  constructor(scroll: HTMLElement, onMove: () => void) {
    this.#scroll = scroll;
    this.#onMove = onMove;
    scroll.addEventListener('keydown', (event) => this.#onKey(event));
  }

  /** The place of the marked row on screen, counted from 0, or null. */
  get at(): number | null {
    return this.#at;
  }

  /** Stays on its row, wherever that stands now; null for rows that cannot be chosen. */
  follow(rows: ChoosableRows | null, rowPx: number): void {
    this.#rows = rows;
    this.#rowPx = rowPx;
    if (this.#at === null) return;
    const {count = 0, keyOf} = rows ?? {};
    if (this.#at < count && keyOf?.(this.#at) === this.#key) return;
    let at = 0;
    while (at < count && keyOf?.(at) !== this.#key) at += 1;
    this.#at = at < count ? at : null;
  }

  /** Chooses the row at a place, and marks it for the keys to go on from. */
  press(at: number): void {
    this.#mark(at);
    this.#rows?.choose(at);
  }

  #onKey(event: KeyboardEvent): void {
    const {key, ctrlKey, metaKey, altKey, target} = event;
    const rows = this.#rows;
    if (!rows) return;
    // Buttons of the header have keys of their own.
    const isOurs = target === this.#scroll && !ctrlKey && !metaKey && !altKey;
    const before = this.#at;
    const isTaken = isOurs && this.#take(key);
    if (isTaken) {
      event.preventDefault();
      event.stopPropagation();
    }
    if (!isTaken || this.#at !== before) rows.act(event);
  }

  #take(key: string): boolean {
    if (key === 'Enter' || key === ' ') {
      if (this.#at !== null) this.#rows?.choose(this.#at);
      return this.#at !== null;
    }
    const {scrollTop} = this.#scroll;
    const first = Math.ceil(scrollTop / this.#rowPx - 0.01);
    const page = Math.floor(this.#viewPx / this.#rowPx);
    const next = rowAfterKey(key, this.#at, {count: this.#rows?.count ?? 0, first, page});
    if (next !== null) this.#mark(next);
    return next !== null;
  }

  #mark(at: number): void {
    this.#at = at;
    this.#key = this.#rows?.keyOf(at);
    this.keepInView();
    this.#onMove();
  }

  /** Scrolls as far as it takes to see the marked row. */
  keepInView(): void {
    if (this.#at === null) return;
    const top = this.#at * this.#rowPx;
    const lowest = top + this.#rowPx - this.#viewPx;
    const {scrollTop} = this.#scroll;
    if (scrollTop > top) this.#scroll.scrollTop = top;
    else if (scrollTop < lowest) this.#scroll.scrollTop = Math.ceil(lowest);
  }

  /** Height in px in which rows are seen, below the header that stays. */
  get #viewPx(): number {
    const header = this.#scroll.querySelector('thead')?.getBoundingClientRect().height ?? 0;
    return this.#scroll.clientHeight - header;
  }
}
