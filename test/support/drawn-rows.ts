import type {TinybirdChart} from '../../src/elements/tinybird-chart.js';
import {isBlank} from './canvas-pixels.js';

/** What a chart shows of its rows, as its readers see it. */
export class DrawnRows {
  readonly element: TinybirdChart;

  constructor(element: TinybirdChart) {
    this.element = element;
  }

  /** What a screen reader was told last about a point. */
  get spoken(): string {
    return this.text('.body [role=status]');
  }

  /** Series of the legend by name; false for one that is switched off. */
  get legend(): Record<string, boolean> {
    const entries = this.all('[part=legend] button').map((button) => [
      textOf(button),
      button.getAttribute('aria-pressed') === 'true',
    ]);
    return Object.fromEntries(entries) as Record<string, boolean>;
  }

  /** Computed colours of the legend, in its order. */
  get legendColors(): string[] {
    return this.all('[part=legend] .swatch').map(
      (swatch) => getComputedStyle(swatch).backgroundColor,
    );
  }

  /** The button of the legend with this name. */
  legendButton(name: string): HTMLElement {
    const found = this.all('[part=legend] button').find((button) => textOf(button) === name);
    if (!found) throw new Error(`There is no ${name} in the legend.`);
    return found;
  }

  /** The one tab stop of a drawing, or null. */
  get plot(): HTMLElement | null {
    return this.find('.plot');
  }

  get plotLabel(): string {
    return this.plot?.getAttribute('aria-label') ?? '';
  }

  get tooltip(): string {
    return this.text('[part=tooltip]');
  }

  get metricText(): string {
    return this.text('[part=metric]');
  }

  /** The drawing; none in a table, a metric or a state without rows. */
  get canvas(): HTMLCanvasElement {
    const canvas = this.all('canvas')[0];
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error('There is no canvas.');
    return canvas;
  }

  get isBlank(): boolean {
    return isBlank(this.canvas);
  }

  get table(): HTMLTableElement | null {
    return this.find('table') as HTMLTableElement | null;
  }

  /** The area in which a table scrolls. */
  get scrollArea(): HTMLElement {
    const area = this.find('.table-scroll');
    if (!area) throw new Error('There is no table.');
    return area;
  }

  /** What each row that is written says about its place among all. */
  get rowIndexes(): (string | null)[] {
    return this.all('.table-scroll [aria-rowindex]').map((row) =>
      row.getAttribute('aria-rowindex'),
    );
  }

  /** Cells of the table's body. */
  get cells(): HTMLElement[] {
    return this.all('td');
  }

  get columnScopes(): (string | null)[] {
    return this.all('th').map((header) => header.getAttribute('scope'));
  }

  /** Header and rows of the table. */
  tableText(): string[][] {
    return this.all(':not([aria-hidden]) > tr').map((row) => [...row.children].map(textOf));
  }

  /** Moves or clicks the pointer at a share of the drawing's width and height. */
  point(type: 'pointermove' | 'pointerleave' | 'click', x = 0.5, y = 0.5): void {
    const box = this.canvas.getBoundingClientRect();
    const place = {clientX: box.left + box.width * x, clientY: box.top + box.height * y};
    this.canvas.dispatchEvent(new PointerEvent(type, {...place, bubbles: true}));
  }

  /** Presses a key inside the drawing; false when the chart took it. */
  key(key: string): boolean {
    const event = new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true});
    return this.plot?.dispatchEvent(event) ?? true;
  }

  protected get root(): ShadowRoot {
    if (!this.element.shadowRoot) throw new Error('The chart has not been upgraded.');
    return this.element.shadowRoot;
  }

  protected find(selector: string): HTMLElement | null {
    return this.root.querySelector<HTMLElement>(selector);
  }

  protected all(selector: string): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(selector)];
  }

  protected text(selector: string): string {
    return textOf(this.find(selector));
  }
}

/** Text of an element as it is read. */
export function textOf(element: Element | null): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
