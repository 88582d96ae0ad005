import type {ChartErrorEvent, ChartRateLimitEvent, ChartStateEvent} from '../../src/index.js';

const MAX_LINES = 200;
const TYPES = [
  'tinybird-chart-state',
  'tinybird-chart-load',
  'tinybird-chart-error',
  'tinybird-chart-rate-limit',
  'tinybird-chart-sign-in',
] as const;

/** Lists the events of all charts of the page, the latest first. */
export class EventLog extends HTMLElement {
  readonly #list = document.createElement('ol');
  readonly #onEvent = (event: Event) => this.#add(event);

  connectedCallback(): void {
    const clear = document.createElement('button');
    clear.type = 'button';
    clear.className = 'button small';
    clear.textContent = 'Clear';
    clear.addEventListener('click', () => this.#list.replaceChildren());
    this.#list.tabIndex = 0;
    this.#list.setAttribute('aria-label', 'Events, the latest first');
    this.append(clear, this.#list);
    // They bubble out of the charts, so one listener on the page hears them all.
    for (const type of TYPES) document.addEventListener(type, this.#onEvent);
  }

  disconnectedCallback(): void {
    for (const type of TYPES) document.removeEventListener(type, this.#onEvent);
  }

  #add(event: Event): void {
    const chart = event.target as HTMLElement;
    const line = document.createElement('li');
    const time = document.createElement('time');
    time.textContent = new Date().toISOString().slice(11, 23);
    const name = document.createElement('b');
    name.textContent = event.type.replace('tinybird-chart-', '');
    const where = document.createElement('a');
    where.href = `#${chart.dataset['case'] ?? ''}`;
    where.textContent = chart.getAttribute('pipe') ?? chart.dataset['case'] ?? 'chart';
    line.append(time, ' ', name, ' ', where, ' ', detailOf(event));
    line.dataset['type'] = name.textContent;
    this.#list.prepend(line);
    while (this.#list.childElementCount > MAX_LINES) this.#list.lastElementChild?.remove();
  }
}

function detailOf(event: Event): string {
  switch (event.type) {
    case 'tinybird-chart-state': {
      const {state, previous} = event as ChartStateEvent;
      return `${previous} → ${state}`;
    }
    case 'tinybird-chart-error':
      return (event as ChartErrorEvent).error.code;
    case 'tinybird-chart-rate-limit':
      return `${Math.round((event as ChartRateLimitEvent).retryAfterMs)} ms`;
    default:
      return '';
  }
}
