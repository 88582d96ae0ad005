import type {QueryState} from './query-state.js';

/** What one chart wants of a shared query. */
export interface ObserverOptions {
  /** Time between refetches, at least 1,000; null for none. */
  readonly refreshIntervalMs: number | null;
  readonly onScreen: boolean;
}

/** One chart on a query. */
export interface Observer {
  options: ObserverOptions;
  readonly callback: (state: QueryState) => void;
}

/** The charts on one query, and what they want together. */
export class QueryObservers {
  readonly #observers = new Set<Observer>();

  get isEmpty(): boolean {
    return this.#observers.size === 0;
  }

  /** True when at least one chart is in view. */
  get isOnScreen(): boolean {
    return [...this.#observers].some(({options}) => options.onScreen);
  }

  /** The shortest interval asked for; Infinity when nobody wants refetches. */
  get intervalMs(): number {
    return Math.min(
      ...Array.from(this.#observers, ({options}) => options.refreshIntervalMs ?? Infinity),
    );
  }

  add(observer: Observer): void {
    this.#observers.add(observer);
  }

  remove(observer: Observer): void {
    this.#observers.delete(observer);
  }

  notify(state: QueryState): void {
    for (const observer of [...this.#observers]) {
      if (!this.#observers.has(observer)) continue;
      try {
        observer.callback(state);
      } catch (error) {
        // One broken chart must not keep another tenant's rows on the next.
        reportError(error);
      }
    }
  }
}
