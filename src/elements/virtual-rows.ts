import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/virtual-core';
import {html, noChange, render, type TemplateResult} from 'lit';
import {AsyncDirective} from 'lit/async-directive.js';
import {directive, type ElementPart} from 'lit/directive.js';
import {isPrinting} from '../lib/printing.js';
import {showClipped} from './clipped-text.js';
import {type ChoosableRows, RowMarker} from './row-marker.js';

/** Rows of a table in a scroll area, of which only those near the view are written. */
export interface VirtualRowsModel {
  readonly count: number;
  /** The row at a place on screen, counted from 0; `press` chooses it. */
  readonly row: (at: number, isMarked: boolean, press: () => void) => TemplateResult;
  /** How rows are chosen; null where they are only read. */
  readonly choosable: ChoosableRows | null;
}

/** Rows written above and below the view, for keys and wheels that are faster than a frame. */
const OVERSCAN = 12;

/** Most rows on paper, which has no scroll bar. */
const MAX_PRINTED = 1000;

/** Guesses until the browser has laid out a row and the scroll area. */
const ROW_PX = 32;
const VIEW = {width: 600, height: 480};

/**
 * Writes rows into the second `tbody` of the table inside a scroll area. The first and the last
 * have one row each, as high as the rows that are not written: so the table is as high as all of
 * them, and its header stays.
 */
class VirtualRows {
  readonly #scroll: HTMLElement;
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  readonly #marker: RowMarker;
  #model: VirtualRowsModel = {count: 0, row: () => html``, choosable: null};
  #rowPx = ROW_PX;
  #toldAt: number | null = null;
  #stop: (() => void) | null = null;

  constructor(scroll: HTMLElement) {
    this.#scroll = scroll;
    this.#marker = new RowMarker(scroll, () => this.#write());
    this.#virtualizer = new Virtualizer<HTMLElement, HTMLElement>(this.#options());
  }

  /** Writes the rows in view. */
  update(model: VirtualRowsModel): void {
    this.#model = model;
    this.start();
    this.#virtualizer.setOptions(this.#options());
    this.#virtualizer._willUpdate();
    this.#write();
  }

  start(): void {
    this.#stop ??= this.#virtualizer._didMount();
  }

  stop(): void {
    this.#stop?.();
    this.#stop = null;
  }

  #options() {
    return {
      count: this.#model.count,
      overscan: OVERSCAN,
      initialRect: VIEW,
      getScrollElement: () => this.#scroll,
      estimateSize: () => this.#rowPx,
      observeElementRect: observeSize,
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange: () => this.#write(),
    };
  }

  #write(): void {
    const [above, body, below] = this.#scroll.querySelector('table')?.tBodies ?? [];
    if (!above || !body || !below) return;
    this.#marker.follow(this.#model.choosable, this.#rowPx);
    const marked = this.#marker.at;
    const isOnPaper = isPrinting();
    const items = this.#virtualizer.getVirtualItems();
    const rows = isOnPaper ? this.#printed() : items.map(({index}) => index);
    const [first, last] = [items[0], items.at(-1)];
    const belowPx = this.#virtualizer.getTotalSize() - (last?.end ?? 0);
    setHeight(above, isOnPaper ? 0 : (first?.start ?? 0));
    setHeight(below, isOnPaper ? 0 : belowPx);
    render(
      rows.map((at) => this.#model.row(at, at === marked, () => this.#marker.press(at))),
      body,
    );
    this.#tell(body.querySelector<HTMLTableRowElement>('tr.marked'));
    if (!isOnPaper) this.#measure(body.rows[0]);
  }

  #printed(): number[] {
    return Array.from({length: Math.min(this.#model.count, MAX_PRINTED)}, (_, at) => at);
  }

  /** Says which row the keys have led to, as the focus stays on the scroll area. */
  #tell(row: HTMLTableRowElement | null): void {
    if (row) this.#scroll.setAttribute('aria-activedescendant', row.id);
    else this.#scroll.removeAttribute('aria-activedescendant');
    const {at} = this.#marker;
    // One that has been scrolled away is still the one that was led to.
    if (!row && at !== null) return;
    showClipped(this.#scroll, row);
    // What it says in full has taken room.
    if (at !== this.#toldAt) this.#marker.keepInView();
    this.#toldAt = at;
  }

  /** Rows are all as high as one, in px that fonts and zoom decide. */
  #measure(row: HTMLTableRowElement | undefined): void {
    const height = row?.getBoundingClientRect().height ?? 0;
    if (height === 0 || Math.abs(height - this.#rowPx) < 0.01) return;
    this.#rowPx = height;
    this.#virtualizer.setOptions(this.#options());
    this.#virtualizer.measure();
  }
}

/** Leaves out that there is no size before the first layout, so that rows are written at once. */
const observeSize: typeof observeElementRect<HTMLElement> = (virtualizer, callback) =>
  observeElementRect(virtualizer, (rect) => {
    if (rect.height > 0) callback(rect);
  });

/** Gives the one row of a `tbody` a height. */
function setHeight(body: HTMLTableSectionElement, heightPx: number): void {
  const row = body.rows[0];
  if (row) row.style.blockSize = `${heightPx}px`;
}

class VirtualRowsDirective extends AsyncDirective {
  #rows: VirtualRows | null = null;

  render(_model: VirtualRowsModel) {
    return noChange;
  }

  override update(part: ElementPart, [model]: [VirtualRowsModel]) {
    this.#rows ??= new VirtualRows(part.element as HTMLElement);
    if (this.isConnected) this.#rows.update(model);
    return noChange;
  }

  override disconnected(): void {
    this.#rows?.stop();
  }

  override reconnected(): void {
    this.#rows?.start();
  }
}

/** Keeps the table inside its element filled with the rows in view. */
export const virtualRows = directive(VirtualRowsDirective);
