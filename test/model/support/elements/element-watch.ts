import {TenancyWatch} from '../tenancy-watch.js';
import {type ElementPage, type PlacedChart, queryOf} from './element-page.js';
import {ownerOfNumber, ownersIn} from './owned-rows.js';
import {isBlank} from '../../../support/canvas-pixels.js';

/** Attributes that readers and screen readers meet. */
const SPOKEN = ['aria-label', 'title', 'aria-description', 'alt'];

const TOKEN = /eyJ[\w-]{10,}\./;

/** Watches what charts show, hold and say. */
export class ElementWatch extends TenancyWatch {
  readonly #canvases = new Map<HTMLCanvasElement, PlacedChart>();
  readonly #listening = new AbortController();
  #elements: ElementPage | null = null;

  /** Begins to look at the charts of a page. */
  follow(elements: ElementPage): void {
    this.#elements = elements;
    this.page.clerk.onTold = () => this.#checkNotice();
    const {signal} = this.#listening;
    const hear = <E extends keyof GlobalEventHandlersEventMap>(
      type: E,
      textOf: (event: GlobalEventHandlersEventMap[E]) => string,
    ) =>
      document.addEventListener(type, (event) => this.#checkText(textOf(event), `${type} said`), {
        signal,
      });
    hear('tinybird-chart-load', ({response}) => JSON.stringify(response.data));
    hear('tinybird-chart-select', (event) =>
      JSON.stringify([event.index, event.category, event.value, event.row]),
    );
    hear('tinybird-chart-error', ({error}) => `${error.message} ${error.causes.join(' ')}`);
  }

  stop(): void {
    this.#listening.abort();
  }

  /** Code, or somebody who scrolls, makes a chart ask, whether the page is seen or not. */
  onAskOf({element}: PlacedChart): void {
    this.onAsk(element.pipe, queryOf(element));
  }

  /** A chart is about to be taken out. */
  onStopOf({element}: PlacedChart): void {
    this.onStop({key: keyOf(element)});
  }

  override check(): void {
    super.check();
    const {charts, removed} = this.#elements ?? {charts: [], removed: []};
    for (const chart of charts) this.#checkChart(chart, 'a chart');
    for (const chart of removed) this.#checkChart(chart, 'a removed chart');
  }

  /** Checks a text that a chart gave away. */
  checkText(text: string, what: string): void {
    this.#checkText(text, what);
  }

  protected override fetchingKeys(): readonly string[] {
    const fetching = (this.#elements?.charts ?? []).filter(
      ({element}) => element.matches(':state(refetching)') || element.state === 'loading',
    );
    return fetching.map(({element}) => keyOf(element));
  }

  #checkChart({element, copy}: PlacedChart, what: string): void {
    const {response, error, shadowRoot} = element;
    for (const row of response?.data ?? []) this.#checkText(String(row['owner']), `${what} holds`);
    if (error) this.#checkText(error.message, `the error of ${what} says`);
    if (!shadowRoot) return;
    this.#checkText(textOf(shadowRoot), `${what} (${element.type ?? 'auto'}) shows`);
    for (const canvas of shadowRoot.querySelectorAll('canvas')) {
      this.#canvases.set(canvas, {element, copy});
      for (const {label, data} of copy.chartOn(canvas)?.data.datasets ?? []) {
        this.#checkText(label ?? '', `a series of ${what} is called`);
        for (const point of data as readonly {readonly y: unknown}[]) {
          const owner = ownerOfNumber(point.y);
          if (owner) this.checkOwner({...owner}, `${what} has drawn a number`);
        }
      }
    }
  }

  /** Inside a notice of Clerk: nothing may be left, not even on canvases of long ago. */
  #checkNotice(): void {
    this.check();
    for (const [canvas, {element, copy}] of this.#canvases) {
      const isInUse = canvas.isConnected && element.response !== null;
      if (isInUse) continue;
      const chart = copy.chartOn(canvas);
      if (chart) this.report(`a canvas keeps its chart in ${element.state}`);
      if (!isBlank(canvas)) this.report(`a canvas keeps its pixels in ${element.state}`);
    }
  }

  #checkText(text: string, what: string): void {
    if (TOKEN.test(text)) this.report(`${what} a token`);
    for (const owner of ownersIn(text)) this.checkOwner({...owner}, what);
  }
}

function keyOf(element: PlacedChart['element']): string {
  return `/v0/pipes/${element.pipe}.json${queryOf(element)}`;
}

function textOf(root: ShadowRoot): string {
  const labels = SPOKEN.flatMap((name) =>
    [...root.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name)),
  );
  return [root.textContent, ...labels].join('\n');
}
