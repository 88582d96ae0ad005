import {warnOnce} from '../../lib/warn-once.js';
import {DEFER_ATTRIBUTE, type SplitProps} from './element-props.js';

/** Other functions in a row after which a component is said to make a new one each time. */
const MANY_CHANGES = 4;

/** Keeps an element's properties and listeners as a component's props want them. */
export class ElementSync {
  readonly element: HTMLElement;
  readonly #element: HTMLElement & Record<string, unknown>;
  readonly #defaults = new Map<string, unknown>();
  #listeners: SplitProps['listeners'] = {};
  #changes = 0;

  constructor(element: HTMLElement) {
    this.element = element;
    this.#element = element as HTMLElement & Record<string, unknown>;
  }

  /**
   * Sets what differs: what a server has rendered has no properties, whatever React believes. A
   * property whose prop is gone, or undefined, is again what a new element has.
   */
  update({properties, listeners}: SplitProps): void {
    const element = this.#element;
    let fresh: Readonly<Record<string, unknown>> | undefined;
    if (properties['getToken'] !== element['getToken'] && this.#defaults.has('getToken')) {
      this.#changes += 1;
      if (this.#changes === MANY_CHANGES)
        warnOnce(
          'tinybird-chart: getToken is another function on each render, so that each asks for a token and for rows anew. Define it outside the component, or with useCallback.',
        );
    } else this.#changes = 0;
    for (const [name, value] of Object.entries(properties)) {
      // Of a new element, as attributes from the server or from React have been set on this one.
      if (!this.#defaults.has(name))
        this.#defaults.set(name, (fresh ??= freshElement(element))[name]);
      const wanted = value === undefined ? this.#defaults.get(name) : value;
      if (!Object.is(element[name], wanted)) element[name] = wanted;
    }
    for (const [name, value] of this.#defaults) {
      if (name in properties) continue;
      this.#defaults.delete(name);
      element[name] = value;
    }
    this.#listen(listeners);
    // Only now, with everything set, may it begin.
    element.removeAttribute(DEFER_ATTRIBUTE);
  }

  /** Takes the listeners away; properties stay, as they go with the element. */
  release(): void {
    this.#listen({});
  }

  #listen(wanted: SplitProps['listeners']): void {
    for (const [event, listener] of Object.entries(this.#listeners))
      if (listener && listener !== wanted[event])
        this.#element.removeEventListener(event, listener);
    for (const [event, listener] of Object.entries(wanted))
      if (listener && listener !== this.#listeners[event])
        this.#element.addEventListener(event, listener);
    this.#listeners = wanted;
  }
}

/** An element of the same tag as it is before anything is set. */
function freshElement({ownerDocument, localName}: HTMLElement): Readonly<Record<string, unknown>> {
  return ownerDocument.createElement(localName) as unknown as Readonly<Record<string, unknown>>;
}
