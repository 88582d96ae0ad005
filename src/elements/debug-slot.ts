import {nothing} from 'lit';
import type {DebugFacts} from './debug-facts.js';
import type * as DebugPanel from './debug-panel.js';

/** The place of the diagnosis panel, whose code is loaded only where `debug` is set. */
export class DebugSlot {
  readonly #host: Element & {requestUpdate(): void};
  #panel: typeof DebugPanel | 'asked' | 'failed' | null = null;

  constructor(host: Element & {requestUpdate(): void}) {
    this.#host = host;
  }

  /** The panel, or nothing while it is off or on its way. */
  view(isOn: boolean, facts: () => DebugFacts): unknown {
    if (!isOn) {
      if (this.#panel === 'failed') this.#panel = null;
      return nothing;
    }
    if (this.#panel === null) void this.#load();
    if (this.#panel === 'failed') return 'The diagnosis panel could not be loaded.';
    return this.#panel === null || this.#panel === 'asked'
      ? nothing
      : this.#panel.debugPanel(this.#host, facts);
  }

  async #load(): Promise<void> {
    this.#panel = 'asked';
    this.#panel = await import('./engine.js')
      .then(({loadDebugPanel}) => loadDebugPanel())
      .catch(() => 'failed' as const);
    this.#host.requestUpdate();
  }
}
