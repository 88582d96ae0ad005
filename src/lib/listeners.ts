/** A set of callbacks. Each `add` returns its own removal; a callback that throws stops no other. */
export class Listeners<Args extends readonly unknown[] = []> {
  readonly #callbacks = new Set<(...args: Args) => void>();

  /** Number of callbacks registered. */
  get size(): number {
    return this.#callbacks.size;
  }

  add(callback: (...args: Args) => void): () => void {
    // A fresh wrapper per call: the same function added twice is called twice and removed once each.
    const entry = (...args: Args) => callback(...args);
    this.#callbacks.add(entry);
    return () => void this.#callbacks.delete(entry);
  }

  emit(...args: Args): void {
    for (const callback of [...this.#callbacks]) {
      // Removed by an earlier callback of this round: it must not hear of it any more.
      if (!this.#callbacks.has(callback)) continue;
      try {
        callback(...args);
      } catch (error) {
        // The browser's own report of an uncaught error, without ending the round.
        reportError(error);
      }
    }
  }
}
