import {type CSSResult, ReactiveElement, type ReactiveController} from 'lit';
import {isPrinting, onPrintChange} from '../lib/printing.js';
import {longPrintStyles, printStyles, tablePrintStyles} from './print.styles.js';

/** Sheets for paper, and what has to be on screen for them. */
const SHEETS: readonly (readonly [styles: CSSResult, selector: string])[] = [
  [printStyles, '.base'],
  [longPrintStyles, '.plot, .table-scroll, .bar-scroll'],
  [tablePrintStyles, '.table-scroll'],
];

/** Draws the host anew for paper before the browser lays out its pages, and for the screen after. */
export class PrintController implements ReactiveController {
  readonly #host: ReactiveElement | null;
  #isDressed = false;
  #stop: (() => void) | null = null;

  constructor(host: HTMLElement) {
    this.#host = host instanceof ReactiveElement ? host : null;
    this.#host?.addController(this);
  }

  hostConnected(): void {
    this.#stop ??= onPrintChange(() => {
      this.#host?.requestUpdate();
      // A page that calls print() leaves no turn in between.
      if (this.#host?.hasUpdated) this.#host['performUpdate']();
    });
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = null;
  }

  hostUpdated(): void {
    const root = this.#host?.shadowRoot;
    const isOnPaper = isPrinting();
    if (!root || (!isOnPaper && !this.#isDressed)) return;
    this.#isDressed = isOnPaper;
    const all = SHEETS.map(([{styleSheet}]) => styleSheet);
    const worn = SHEETS.filter(([, selector]) => isOnPaper && root.querySelector(selector));
    root.adoptedStyleSheets = [
      ...root.adoptedStyleSheets.filter((sheet) => !all.includes(sheet)),
      ...worn.flatMap(([{styleSheet}]) => styleSheet ?? []),
    ];
  }
}
