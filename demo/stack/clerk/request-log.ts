/** One answered request; the query is left out, since it may hold a dev browser's secret. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly atMs: number;
}

const CAPACITY = 5000;

/** The latest requests, oldest first. */
export class RequestLog {
  readonly #write: ((line: string) => void) | undefined;
  #entries: LoggedRequest[] = [];

  /** `write` receives one line per request. */
  constructor(write?: (line: string) => void) {
    this.#write = write;
  }

  get entries(): readonly LoggedRequest[] {
    return this.#entries;
  }

  add(entry: LoggedRequest): void {
    this.#entries.push(entry);
    if (this.#entries.length > CAPACITY) this.#entries.shift();
    this.#write?.(`clerk ${entry.status} ${entry.method} ${entry.path}`);
  }

  clear(): void {
    this.#entries = [];
  }
}
