/** How many requests a log keeps; the oldest go first. */
const MAX_ENTRIES = 5000;

/** One request as a test may want to see it; it never holds a token. */
export interface RequestLogEntry {
  /** ISO 8601, by the server's clock. */
  time: string;
  method: string;
  /** Path without the query. */
  path: string;
  /** 0 when the connection ended before an answer. */
  status: number;
  durationMs: number;
  origin?: string;
  pipe?: string;
  /** The JWT's `name`, or what kind of token it was. */
  caller?: string;
  /** Parameters fixed by the token. */
  fixedParams?: Readonly<Record<string, unknown>>;
  /** Parameters sent by the caller, without `token`. */
  params?: Readonly<Record<string, unknown>>;
}

/** The latest requests of one server, oldest first. */
export class RequestLog {
  #entries: RequestLogEntry[] = [];

  get entries(): readonly RequestLogEntry[] {
    return this.#entries;
  }

  add(entry: RequestLogEntry): void {
    this.#entries.push(entry);
    if (this.#entries.length > MAX_ENTRIES) this.#entries.shift();
  }

  clear(): void {
    this.#entries = [];
  }
}
