import type {ReactiveController, ReactiveControllerHost} from 'lit';

const callbacks = new WeakMap<Element, (size: DOMRectReadOnly) => void>();
let observer: ResizeObserver | undefined;

/** Reports the content size of one element of the host, with one observer for all charts. */
export class SizeController implements ReactiveController {
  readonly #onResize: (size: DOMRectReadOnly) => void;
  #target: Element | null = null;

  /** `onResize` gets CSS pixels, once on `follow` and again after each change. */
  constructor(host: ReactiveControllerHost, onResize: (size: DOMRectReadOnly) => void) {
    this.#onResize = onResize;
    host.addController(this);
  }

  /** Watches `target` in place of the element watched before; null for none. */
  follow(target: Element | null): void {
    if (target === this.#target) return;
    this.#release();
    this.#target = target;
    if (!target) return;
    callbacks.set(target, this.#onResize);
    observer ??= new ResizeObserver((entries) => {
      for (const {target: resized, contentRect} of entries) callbacks.get(resized)?.(contentRect);
    });
    observer.observe(target);
  }

  hostConnected(): void {
    if (this.#target) observer?.observe(this.#target);
  }

  hostDisconnected(): void {
    if (this.#target) observer?.unobserve(this.#target);
  }

  #release(): void {
    if (!this.#target) return;
    observer?.unobserve(this.#target);
    callbacks.delete(this.#target);
    this.#target = null;
  }
}
