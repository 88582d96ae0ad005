import {fixture} from '@open-wc/testing';
import '../../src/define.js';
// Here at once, so that no test waits for what a page loads late.
import '../../src/elements/charting-parts.js';
import '../../src/elements/drawn-views.js';
import '../../src/elements/engine.js';
import {loadInteractionParts} from '../../src/elements/interaction-part.js';
import type {ChartState} from '../../src/elements/events.js';
import type {TinybirdChart} from '../../src/elements/tinybird-chart.js';
import {DrawnRows, textOf} from './drawn-rows.js';
import {painted, until} from './until.js';

/** Properties and attributes in one: what a test sets before the chart is connected. */
export type ChartSetUp = Partial<Omit<TinybirdChart, keyof HTMLElement>> & {
  readonly attributes?: Readonly<Record<string, string>>;
  readonly style?: string;
};

/** A chart as its readers and the page around it see it. */
export class ChartHarness extends DrawnRows {
  /** Sentence of a state without rows. */
  get message(): string {
    return this.text('[part=message-text]');
  }

  /** Folded sentence for developers. */
  get detail(): string {
    return this.text('[part=detail] p');
  }

  get heading(): string {
    return this.text('[part=heading]');
  }

  get description(): string {
    return this.text('[part=description]');
  }

  get status(): string {
    return this.text('[part=status]');
  }

  /** What stands above the scale of the values. */
  get scaleNote(): string {
    return this.text('.truncated');
  }

  /** Where that stands, in the viewport. */
  get scaleNoteBox(): DOMRect {
    return (this.find('.truncated') as Element).getBoundingClientRect();
  }

  /** What a screen reader was told last about the state. */
  get announcement(): string {
    return this.text('.base > [role=status]');
  }

  /** Labels of the built-in buttons, those of the legend excepted. */
  get buttons(): string[] {
    return this.all('[part=button]').map(textOf);
  }

  get hasSkeleton(): boolean {
    return this.find('[part=skeleton]') !== null;
  }

  /** Names of all parts there are now. */
  get parts(): string[] {
    return this.all('[part]').map((element) => element.getAttribute('part') ?? '');
  }

  /** All text inside the shadow root, `title` and `aria-label` attributes included. */
  get allText(): string {
    const labelled = this.all('[title], [aria-label]');
    const labels = labelled.map((e) => `${e.title} ${e.getAttribute('aria-label') ?? ''}`);
    return [this.root.textContent, ...labels].join(' ');
  }

  part(name: string): HTMLElement {
    const found = this.find(`[part=${name}]`);
    if (!found) throw new Error(`There is no part ${name}.`);
    return found;
  }

  /** Resolves when the chart has its buttons, once it has been seen to be in view. */
  hasButtons(): Promise<void> {
    return until(
      () => this.parts.includes('download-button'),
      () => 'a button that saves rows',
    );
  }

  /** How often Tab stops inside; the legend's buttons count. */
  get tabStops(): number {
    return this.all('[tabindex="0"], button, summary').filter((stop) => stop.checkVisibility())
      .length;
  }

  /** Every control that a pointer can hit. */
  get targets(): HTMLElement[] {
    return this.all('button, summary').filter((target) => target.checkVisibility());
  }

  /** Resolves when there is a button with this label. */
  offers(label: string): Promise<void> {
    return until(
      () => this.#button(label) !== undefined,
      () => `a button ${label}`,
    );
  }

  /** Presses the button with this label. */
  press(label: string): void {
    const button = this.#button(label);
    if (!button) throw new Error(`There is no button ${label}.`);
    button.click();
  }

  /** Presses a button and waits for what follows. */
  async presses(label: string): Promise<void> {
    this.press(label);
    await this.element.updateComplete;
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
      () => this.find('canvas') !== null && !this.isBlank,
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

  #button(label: string): HTMLElement | undefined {
    return this.all('button').find((candidate) => textOf(candidate) === label);
  }
}

/** Makes a chart, sets it up and puts it into the page, 600 by 300 px unless styled otherwise. */
export async function mountChart(setUp: ChartSetUp = {}, parent?: Element): Promise<ChartHarness> {
  await loadInteractionParts();
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
