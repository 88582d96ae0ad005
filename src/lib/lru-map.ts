/** A map that holds at most `maxSize` entries and drops the one unused for longest. */
export class LruMap<K, V> {
  readonly #entries = new Map<K, V>();
  readonly #maxSize: number;

  constructor(maxSize: number) {
    this.#maxSize = maxSize;
  }

  /** Number of entries held. */
  get size(): number {
    return this.#entries.size;
  }

  /** Returns the entry of `key`, made by `create` when it is not held. */
  getOrCreate(key: K, create: () => V): V {
    if (this.#entries.has(key)) {
      const found = this.#entries.get(key) as V;
      this.#entries.delete(key);
      this.#entries.set(key, found);
      return found;
    }
    const value = create();
    this.#entries.set(key, value);
    if (this.#entries.size > this.#maxSize) {
      const [oldest] = this.#entries.keys();
      this.#entries.delete(oldest as K);
    }
    return value;
  }
}
