type Method = (this: object | undefined, ...parameters: unknown[]) => unknown;

/** Listeners and observations that were begun and not ended since counting began. */
export interface Held {
  readonly listeners: number;
  readonly observations: number;
}

/**
 * Counts listeners on what outlives a chart (window, document, forms, media queries) and elements
 * under a resize or intersection observer. A mutation observer does not keep its target alive.
 */
export function countHeld(): {stop(): Held} {
  const listeners = new Set<string>();
  const observed = new Set<string>();
  const ids = new Map<unknown, number>();
  const idOf = (value: unknown) => ids.get(value) ?? ids.set(value, ids.size).get(value)!;
  const outlives = (target: object) =>
    target === window ||
    target === document ||
    target instanceof HTMLFormElement ||
    target instanceof MediaQueryList;

  const restores = [
    wrap(EventTarget.prototype, 'addEventListener', (target, [type, callback, options]) => {
      if (!outlives(target)) return;
      const key = [idOf(target), type, idOf(callback)].join();
      listeners.add(key);
      const {signal} = (options ?? {}) as AddEventListenerOptions;
      signal?.addEventListener('abort', () => listeners.delete(key));
    }),
    wrap(EventTarget.prototype, 'removeEventListener', (target, [type, callback]) =>
      listeners.delete([idOf(target), type, idOf(callback)].join()),
    ),
    ...[ResizeObserver, IntersectionObserver].flatMap(({prototype}) => [
      wrap(prototype, 'observe', (observer, [element]) =>
        observed.add(`${idOf(observer)},${idOf(element)}`),
      ),
      wrap(prototype, 'unobserve', (observer, [element]) =>
        observed.delete(`${idOf(observer)},${idOf(element)}`),
      ),
    ]),
  ];
  return {
    stop() {
      for (const restore of restores) restore();
      return {listeners: listeners.size, observations: observed.size};
    },
  };
}

function wrap(
  prototype: object,
  name: string,
  note: (target: object, parameters: readonly unknown[]) => unknown,
): () => void {
  const methods = prototype as Record<string, Method>;
  const original = methods[name]!;
  methods[name] = function (...parameters) {
    note(this ?? window, parameters);
    return original.apply(this, parameters);
  };
  return () => (methods[name] = original);
}
