import {fixture} from '@open-wc/testing';
import '../../src/define.js';
// Here at once, so that no test waits for what a page loads late.
import '../../src/elements/charting-parts.js';
import '../../src/elements/drawn-views.js';
import '../../src/elements/engine.js';
import type {ChartState} from '../../src/elements/events.js';
import type {TinybirdChart} from '../../src/elements/tinybird-chart.js';
import {isBlank} from './canvas-pixels.js';
import {painted, until} from './until.js';

/** Properties and attributes in one: what a test sets before the chart is connected. */
export type ChartSetUp = Partial<Omit<TinybirdChart, keyof HTMLElement>> & {
  readonly attributes?: Readonly<Record<string, string>>;
  readonly style?: string;
};

/** A chart as its readers and the page around it see it. */
export class ChartHarness {
  readonly element: TinybirdChart;

  constructor(element: TinybirdChart) {
    this.element = element;
  }

  /** Sentence of a state without rows. */
  get message(): string {
    return this.#text('[part=message-text]');
  }

  /** Folded sentence for developers. */
  get detail(): string {
    return this.#text('[part=detail] p');
  }

  get heading(): string {
    return this.#text('[part=heading]');
  }

  get description(): string {
    return this.#text('[part=description]');
  }

  get status(): string {
    return this.#text('[part=status]');
  }

  /** What a screen reader was told last about the state. */
  get announcement(): string {
    return this.#text('.base > [role=status]');
  }

  /** What a screen reader was told last about a point. */
  get spoken(): string {
    return this.#text('.body [role=status]');
  }

  /** Labels of the built-in buttons, those of the legend excepted. */
  get buttons(): string[] {
    return this.#all('[part=button]').map(textOf);
  }

  /** Series of the legend by name; false for one that is switched off. */
  get legend(): Record<string, boolean> {
    const entries = this.#all('[part=legend] button').map((button) => [
      textOf(button),
      button.getAttribute('aria-pressed') === 'true',
    ]);
    return Object.fromEntries(entries) as Record<string, boolean>;
  }

  /** The one tab stop of a drawing, or null. */
  get plot(): HTMLElement | null {
    return this.#find('.plot');
  }

  get plotLabel(): string {
    return this.plot?.getAttribute('aria-label') ?? '';
  }

  get tooltip(): string {
    return this.#text('[part=tooltip]');
  }

  get metricText(): string {
    return this.#text('[part=metric]');
  }

  get hasSkeleton(): boolean {
    return this.#find('[part=skeleton]') !== null;
  }

  /** Names of all parts there are now. */
  get parts(): string[] {
    return this.#all('[part]').map((element) => element.getAttribute('part') ?? '');
  }

  /** All text inside the shadow root, `title` and `aria-label` attributes included. */
  get allText(): string {
    const labelled = this.#all('[title], [aria-label]');
    const labels = labelled.map((e) => `${e.title} ${e.getAttribute('aria-label') ?? ''}`);
    return [this.#root.textContent, ...labels].join(' ');
  }

  /** The drawing; none in a table, a metric or a state without rows. */
  get canvas(): HTMLCanvasElement {
    const canvas = this.#all('canvas')[0];
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error('There is no canvas.');
    return canvas;
  }

  get isBlank(): boolean {
    return isBlank(this.canvas);
  }

  /** Header and rows of the table. */
  tableText(): string[][] {
    return this.#all('tr').map((row) => [...row.children].map(textOf));
  }

  part(name: string): HTMLElement {
    const found = this.#find(`[part=${name}]`);
    if (!found) throw new Error(`There is no part ${name}.`);
    return found;
  }

  /** How often Tab stops inside; the legend's buttons count. */
  get tabStops(): number {
    return this.#all('[tabindex="0"], button, summary').length;
  }

  /** Every control that a pointer can hit. */
  get targets(): HTMLElement[] {
    return this.#all('button, summary');
  }

  /** Presses the button with this label. */
  press(label: string): void {
    const button = this.#all('button').find((candidate) => textOf(candidate) === label);
    if (!button) throw new Error(`There is no button ${label}.`);
    button.click();
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

  async reaches(state: ChartState): Promise<void> {
    const what = () => `${state} (is ${this.element.state}: ${this.element.error?.message ?? ''})`;
    await until(() => this.element.state === state, what);
    await this.element.updateComplete;
  }

  /** Waits for the first drawing on the canvas and for the legend that follows it. */
  async isDrawn(): Promise<void> {
    await this.reaches('ready');
    await until(
      () => !this.isBlank,
      () => 'a drawing',
    );
    await this.element.updateComplete;
    await painted();
  }

  /** Waits for a table of these cells. */
  async reads(cells: readonly (readonly string[])[]): Promise<void> {
    const wanted = JSON.stringify(cells);
    const read = () => JSON.stringify(this.tableText());
    await until(
      () => read() === wanted,
      () => `${wanted} (is ${read()})`,
    );
  }

  get #root(): ShadowRoot {
    if (!this.element.shadowRoot) throw new Error('The chart has not been upgraded.');
    return this.element.shadowRoot;
  }

  #find(selector: string): HTMLElement | null {
    return this.#root.querySelector<HTMLElement>(selector);
  }

  #all(selector: string): HTMLElement[] {
    return [...this.#root.querySelectorAll<HTMLElement>(selector)];
  }

  #text(selector: string): string {
    return textOf(this.#find(selector));
  }
}

/** Makes a chart, sets it up and puts it into the page, 600 by 300 px unless styled otherwise. */
export async function mountChart(setUp: ChartSetUp = {}, parent?: Element): Promise<ChartHarness> {
  const place = parent ?? (await fixture('<div></div>'));
  const {attributes = {}, style = 'width: 600px; height: 300px', ...properties} = setUp;
  const element = document.createElement('tinybird-chart');
  element.setAttribute('style', style);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  Object.assign(element, {noAnimation: true, ...properties});
  place.append(element);
  await element.updateComplete;
  return new ChartHarness(element);
}

function textOf(element: Element | null): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
