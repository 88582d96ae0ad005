import type {ModelPage} from '../model-page.js';
import type {TinybirdChart} from '../../../../src/elements/tinybird-chart.js';
import type {ChartType} from '../../../../src/elements/chart-settings.js';
import type {ScriptCopy} from './script-copies.js';
import {setNear, setRendering} from './model-viewport.js';

/** A chart of the page and where it stands. */
export interface PlacedChart {
  readonly element: TinybirdChart;
  readonly copy: ScriptCopy;
}

/** How a page gives Clerk to its charts. */
export type ClerkWay = 'configure' | 'window';

/** Columns for each type, so that all of them can draw the model's rows. */
const COLUMNS: Partial<Record<ChartType, readonly [index: string, groupBy: string | null]>> = {
  line: ['day', 'owner'],
  area: ['day', 'owner'],
  bar: ['owner', null],
  'bar-list': ['owner', null],
  pie: ['owner', null],
  donut: ['owner', null],
  funnel: ['owner', null],
};

type PageWithClerk = typeof globalThis & {Clerk?: unknown};

/** Real charts in the document, on the parts of a `ModelPage`. */
export class ElementPage {
  readonly charts: PlacedChart[] = [];
  /** Charts that were taken out of the document, and may come back. */
  readonly removed: PlacedChart[] = [];
  readonly places: readonly (HTMLElement | ShadowRoot)[];
  readonly model: ModelPage;
  readonly #roots: readonly HTMLElement[];

  constructor(model: ModelPage, copies: readonly ScriptCopy[], way: ClerkWay) {
    this.model = model;
    // Whoever shares first makes the place for it.
    copies[0]?.configure({});
    const entries = sharedEntries();
    entries.clear();
    entries.set('query-cache', model.cache);
    entries.set('page-activity', model.activity);
    const [plain, provider, host] = ['div', 'tinybird-provider', 'div'].map((tag) =>
      document.createElement(tag),
    ) as [HTMLElement, HTMLElement, HTMLElement];
    this.#roots = [plain, provider, host];
    this.places = [plain, provider, host.attachShadow({mode: 'open'})];
    document.body.append(plain, provider, host);
    const {fetch} = model.tinybird;
    copies[0]?.configure({fetch: fetch as typeof globalThis.fetch, numberFormat: 'decimal'});
    setRendering(true);
    model.activity.onChange(() => setRendering(model.activity.isVisible));
    model.onClerk(() => {
      if (way === 'window') (globalThis as PageWithClerk).Clerk = model.clerk;
      else copies.at(-1)?.configure({clerk: model.clerk});
    });
  }

  mount(copy: ScriptCopy, place: number, type: ChartType, pipe: string): PlacedChart {
    const element = document.createElement(copy.tag) as TinybirdChart;
    element.setAttribute('no-animation', '');
    setPipe(element, pipe);
    setType(element, type);
    const chart = {element, copy};
    this.charts.push(chart);
    this.#place(place).append(element);
    return chart;
  }

  remove(chart: PlacedChart): void {
    chart.element.remove();
    this.removed.push(...this.charts.splice(this.charts.indexOf(chart), 1));
  }

  /** Puts a removed chart back. */
  restore(chart: PlacedChart, place: number): void {
    this.#place(place).append(chart.element);
    this.charts.push(...this.removed.splice(this.removed.indexOf(chart), 1));
  }

  move({element}: PlacedChart, place: number): void {
    this.#place(place).append(element);
  }

  close(): void {
    for (const root of this.#roots) root.remove();
    for (const {element} of this.charts) setNear(element, false);
    delete (globalThis as PageWithClerk).Clerk;
    sharedEntries().clear();
    this.model.close();
  }

  #place(place: number): HTMLElement | ShadowRoot {
    return this.places[place % this.places.length] ?? document.body;
  }
}

/** Sets a pipe; one of them is only for organizations, whichever chart asks it. */
export function setPipe(element: Element, pipe: string): void {
  element.setAttribute('pipe', pipe);
  element.setAttribute('tenancy', pipe === 'sales' ? 'organization' : 'auto');
}

/** Sets a type, with the columns that it can draw. */
export function setType(element: Element, type: ChartType): void {
  const [index = null, groupBy = null] = COLUMNS[type] ?? [];
  const attributes = {type, index, 'group-by': groupBy, categories: index && 'value'};
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
}

/** Query of a chart's requests, with its question mark. */
export function queryOf(element: Element): string {
  const region = element.getAttribute('param-region');
  return region === null ? '' : `?region=${region}`;
}

/** The objects that all copies of the script share. */
function sharedEntries(): Map<string, unknown> {
  const key = Symbol.for('tinybird-chart');
  return (globalThis as unknown as Record<symbol, {readonly entries: Map<string, unknown>}>)[key]!
    .entries;
}
