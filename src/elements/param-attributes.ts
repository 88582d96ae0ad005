import type {ReactiveController, ReactiveControllerHost} from 'lit';

const NAME = /^param-./;

const connected = new WeakMap<Node, ReactiveControllerHost>();
let observer: MutationObserver | undefined;

/** Reads the host's `param-*` attributes as parameters; HTML makes their names lower case. */
export class ParamAttributes implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Values by parameter name, as they are now. */
  get params(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      [...this.#host.attributes]
        .filter(({name}) => NAME.test(name))
        .map(({name, value}) => [name.replace('param-', ''), value]),
    );
  }

  hostConnected(): void {
    connected.set(this.#host, this.#host);
    // One observer for all charts; observing the same node again replaces its options.
    observer ??= new MutationObserver((records) => {
      for (const {attributeName, target} of records)
        if (NAME.test(attributeName ?? '')) connected.get(target)?.requestUpdate();
    });
    observer.observe(this.#host, {attributes: true});
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    connected.delete(this.#host);
  }
}
