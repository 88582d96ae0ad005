import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {onDisplayChange} from '../lib/display-changes.js';
import {onPageFilters} from './page-filters.js';
import {onPageSettings} from './page-settings.js';

/**
 * Updates the host when `configure()` is called, a chart filters others, or display preferences or
 * the page's `lang` change.
 */
export class PageChanges implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #stops: (() => void)[] = [];

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const update = () => this.#host.requestUpdate();
    this.#stops = [onPageSettings(update), onPageFilters(update), onDisplayChange(update)];
    update();
  }

  hostDisconnected(): void {
    for (const stop of this.#stops.splice(0)) stop();
  }
}
