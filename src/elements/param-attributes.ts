import type {ReactiveController, ReactiveControllerHost} from 'lit';

const PREFIX = 'param-';

const changes = new WeakMap<Node, () => void>();
let observer: MutationObserver | undefined;

/** Keeps the host's `param-*` attributes as parameters; HTML makes their names lower case. */
export class ParamAttributes implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #params: Readonly<Record<string, string>> = {};

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Values by parameter name; the same object as long as nothing changed. */
  get params(): Readonly<Record<string, string>> {
    return this.#params;
  }

  hostConnected(): void {
    this.#read();
    changes.set(this.#host, () => this.#read());
    // One observer for all charts; observing the same node again replaces its options.
    observer ??= new MutationObserver((records) => {
      const hosts = new Set(
        records.filter(({attributeName}) => attributeName?.startsWith(PREFIX)).map((r) => r.target),
      );
      for (const host of hosts) changes.get(host)?.();
    });
    observer.observe(this.#host, {attributes: true});
  }

  hostDisconnected(): void {
    changes.delete(this.#host);
  }

  #read(): void {
    const params = Object.fromEntries(
      [...this.#host.attributes]
        .filter(({name}) => name.startsWith(PREFIX) && name.length > PREFIX.length)
        .map(({name, value}) => [name.slice(PREFIX.length), value]),
    );
    if (JSON.stringify(params) === JSON.stringify(this.#params)) return;
    this.#params = params;
    this.#host.requestUpdate();
  }
}
