import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** How far outside the viewport a chart counts as near it. */
const MARGIN = '200px';

/** Charts beyond which what moves would keep the others from being drawn. */
const CROWD = 8;

/** Of each connected host, what it does when it comes near the view or leaves. */
const callbacks = new Map<Element, (isNear: boolean) => void>();
let observer: IntersectionObserver | undefined;

/** Tells whether the host is in or near the viewport, with one observer for all charts. */
export class VisibilityController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #isNear = false;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  get isNear(): boolean {
    return this.#isNear;
  }

  /** Tells whether the page has many charts. */
  get isCrowded(): boolean {
    return callbacks.size > CROWD;
  }

  hostConnected(): void {
    callbacks.set(this.#host, (isNear) => {
      if (isNear === this.#isNear) return;
      this.#isNear = isNear;
      this.#host.requestUpdate();
    });
    observer ??= new IntersectionObserver(
      (entries) => {
        for (const {target, isIntersecting} of entries) callbacks.get(target)?.(isIntersecting);
      },
      {rootMargin: MARGIN},
    );
    observer.observe(this.#host);
  }

  hostDisconnected(): void {
    observer?.unobserve(this.#host);
    callbacks.delete(this.#host);
  }
}
