import {
  ALL_VISIBLE,
  hiddenNames,
  isolated,
  type SeriesVisibility,
  toggled,
} from './series-visibility.js';
import {seriesOf, type Stage} from './stage.js';

/**
 * Switches series off and on by their buttons. Shift with a click or Enter, or a double click,
 * leaves one alone, and brings back the others. What is switched off is known by name, so that it
 * stays so whatever rows come.
 */
export class LegendActs {
  readonly #stage: Stage;
  #visibility = ALL_VISIBLE;
  #beforeClick = ALL_VISIBLE;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** Names of series that are not drawn. */
  get hidden(): ReadonlySet<string> {
    const names = seriesOf(this.#stage)?.series.map(({name}) => name) ?? [];
    return hiddenNames(this.#visibility, names);
  }

  /** Takes an event of the legend. */
  act(event: Event, target: Element): void {
    const entry = target.closest<HTMLElement>('[data-series]');
    const name = entry?.dataset['series'] ?? null;
    if (event instanceof KeyboardEvent) {
      if (name === null || event.key !== 'Enter' || !event.shiftKey) return;
      event.preventDefault();
      this.#show(isolated(this.#visibility, name));
    } else if (event.type === 'click') {
      if (name !== null) this.#click(event as MouseEvent, name);
    } else {
      const isLeft = event.type === 'pointerleave' || event.type === 'focusout';
      this.#emphasize(isLeft ? null : name);
    }
  }

  /** Forgets the names. */
  conceal(): void {
    this.#visibility = this.#beforeClick = ALL_VISIBLE;
  }

  #click({shiftKey, detail}: MouseEvent, name: string): void {
    // The first click of two has switched the series already.
    if (detail === 2) {
      this.#show(isolated(this.#beforeClick, name));
      return;
    }
    this.#beforeClick = this.#visibility;
    this.#show((shiftKey ? isolated : toggled)(this.#visibility, name));
  }

  #show(visibility: SeriesVisibility): void {
    this.#visibility = visibility;
    this.#stage.host.requestUpdate();
  }

  #emphasize(name: string | null): void {
    const isDrawn = name !== null && !this.hidden.has(name);
    this.#stage.scene()?.plot.view?.mark({emphasis: isDrawn ? name : null});
  }
}
