/** Shows a host's states as `:state(x)` in CSS, where the browser knows custom states. */
export class CustomStates {
  readonly #internals: ElementInternals | null;
  #current: ReadonlySet<string> = new Set();

  constructor(host: HTMLElement) {
    this.#internals = typeof host.attachInternals === 'function' ? host.attachInternals() : null;
  }

  /** Makes `names` the host's states, in place of the ones before. */
  set(names: Iterable<string>): void {
    const next = new Set(names);
    const states = this.#internals?.states as Set<string> | undefined;
    for (const name of this.#current) if (!next.has(name)) states?.delete(name);
    for (const name of next) if (!this.#current.has(name)) states?.add(name);
    this.#current = next;
  }
}
