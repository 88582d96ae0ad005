import type {NoteLocks} from '../../src/tinybird/tab-notes.js';

interface Entry {
  readonly name: string;
  readonly mode: LockMode;
  readonly clientId: string;
  readonly run: () => void;
}

/** The lock manager of one origin, and the ways in which it and its tabs can fail. */
export class FakeTabs {
  readonly #held = new Set<Entry>();
  #queue: Entry[] = [];

  /** Names of all locks held. */
  get names(): readonly string[] {
    return [...this.#held].map(({name}) => name);
  }

  /** Names of the turns for all limits that tabs hold notes of. */
  get turns(): readonly string[] {
    return [...new Set(this.names.map((name) => name.split(' ').slice(0, 2).join(' ')))];
  }

  /** `navigator.locks` of one tab. */
  open(clientId: string): NoteLocks {
    const request = async (
      name: string,
      options: LockOptions | LockGrantedCallback<unknown>,
      given?: LockGrantedCallback<unknown>,
    ): Promise<unknown> => {
      const {mode = 'exclusive', signal} = typeof options === 'function' ? {} : options;
      const callback = typeof options === 'function' ? options : given!;
      return new Promise((resolve, reject) => {
        const entry: Entry = {
          name,
          mode,
          clientId,
          run: () => {
            signal?.removeEventListener('abort', onAbort);
            const end = () => {
              this.#held.delete(entry);
              this.#grant();
            };
            void Promise.resolve(callback({name, mode})).then(resolve, reject).finally(end);
          },
        };
        const onAbort = () => {
          this.#queue = this.#queue.filter((other) => other !== entry);
          reject(signal?.reason as Error);
          this.#grant();
        };
        signal?.addEventListener('abort', onAbort, {once: true});
        this.#queue.push(entry);
        this.#grant();
      });
    };
    const query = () =>
      Promise.resolve({
        held: [...this.#held].map(({name, mode, clientId: owner}) => ({
          name,
          mode,
          clientId: owner,
        })),
        pending: [],
      });
    return {request: request, query};
  }

  /** The browser frees what a crashed or closed tab held. */
  crash(clientId: string): void {
    for (const entry of [...this.#held]) {
      if (entry.clientId === clientId) this.#held.delete(entry);
    }
    this.#queue = this.#queue.filter((entry) => entry.clientId !== clientId);
    this.#grant();
  }

  #grant(): void {
    for (const entry of [...this.#queue]) {
      const rivals = [...this.#held, ...this.#queue.slice(0, this.#queue.indexOf(entry))];
      const isFree = rivals.every(
        ({name, mode}) => name !== entry.name || (mode === 'shared' && entry.mode === 'shared'),
      );
      if (!isFree) continue;
      this.#queue = this.#queue.filter((other) => other !== entry);
      this.#held.add(entry);
      entry.run();
    }
  }
}
