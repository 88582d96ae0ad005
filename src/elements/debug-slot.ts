import {nothing} from 'lit';
import type {DebugFacts} from './debug-facts.js';
import type * as DebugPanel from './debug-panel.js';
import {loadEngine} from './engine-part.js';

/** The place of the diagnosis panel, whose code is loaded only where `debug` is set. */
export class DebugSlot {
  readonly #host: Element & {requestUpdate(): void};
  #panel: typeof DebugPanel | null = null;
  #isAsked = false;

  constructor(host: Element & {requestUpdate(): void}) {
    this.#host = host;
  }

  /** The panel, or nothing while it is off or on its way. */
  view(isOn: boolean, facts: () => DebugFacts): unknown {
    if (isOn && !this.#isAsked) void this.#load();
    return isOn && this.#panel ? this.#panel.debugPanel(this.#host, facts) : nothing;
  }

  async #load(): Promise<void> {
    this.#isAsked = true;
    try {
      this.#panel = await (await loadEngine()).loadDebugPanel();
      this.#host.requestUpdate();
    } catch (error) {
      this.#isAsked = false;
      // For whoever sets `debug`, and has the console open.
      reportError(error);
    }
  }
}
