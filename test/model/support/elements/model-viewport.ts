const FRAME_MS = 16;
const SIZE = {width: 240, height: 120};
const BOX = {inlineSize: SIZE.width, blockSize: SIZE.height};

const farAway = new WeakSet<Element>();
const watchers = new Set<ModelIntersectionObserver>();

/** Puts a chart into or out of the viewport, which hears of it with the next frame. */
export function setNear(element: Element, isNear: boolean): void {
  if (isNear) farAway.delete(element);
  else farAway.add(element);
  for (const watcher of watchers) watcher.look(element);
}

let isRendering = true;
const owed: (() => void)[] = [];

/** A hidden page has no frames; what changed meanwhile is seen with the first one after. */
export function setRendering(isOn: boolean): void {
  isRendering = isOn;
  if (isOn) for (const look of owed.splice(0)) look();
}

function withNextFrame(look: () => void): void {
  setTimeout(() => {
    if (isRendering) look();
    else owed.push(look);
  }, FRAME_MS);
}

class ModelIntersectionObserver {
  readonly #targets = new Set<Element>();
  readonly #callback: (entries: readonly object[]) => void;

  constructor(callback: (entries: readonly object[]) => void) {
    this.#callback = callback;
    watchers.add(this);
  }

  observe(target: Element): void {
    this.#targets.add(target);
    this.look(target);
  }

  unobserve(target: Element): void {
    this.#targets.delete(target);
  }

  disconnect(): void {
    this.#targets.clear();
  }

  look(target: Element): void {
    withNextFrame(() => {
      if (!this.#targets.has(target)) return;
      this.#callback([{target, isIntersecting: !farAway.has(target)}]);
    });
  }
}

class ModelResizeObserver {
  readonly #targets = new Set<Element>();
  readonly #callback: (entries: readonly object[]) => void;

  constructor(callback: (entries: readonly object[]) => void) {
    this.#callback = callback;
  }

  observe(target: Element): void {
    this.#targets.add(target);
    withNextFrame(() => {
      if (this.#targets.has(target))
        this.#callback([{target, contentRect: SIZE, borderBoxSize: [BOX]}]);
    });
  }

  unobserve(target: Element): void {
    this.#targets.delete(target);
  }

  disconnect(): void {
    this.#targets.clear();
  }
}

/** Replaces the browser's observers, whose frames take real time. For pages of their own only. */
export function replaceObservers(): void {
  Object.assign(globalThis, {
    IntersectionObserver: ModelIntersectionObserver,
    ResizeObserver: ModelResizeObserver,
  });
}
