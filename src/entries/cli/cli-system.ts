import type {Readable, Writable} from 'node:stream';

/** A stream that may be a terminal. */
export type MaybeTerminal<S> = S & {readonly isTTY?: boolean | undefined};

/** What the commands touch of the world. */
export interface CliSystem {
  /** Without interpreter and script. */
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly input: MaybeTerminal<Readable>;
  readonly output: MaybeTerminal<Writable>;
  readonly errors: Writable;
  readonly fetch: typeof fetch;
  /** Text of a file by its path from the working directory, or null where there is none. */
  readonly readText: (path: string) => Promise<string | null>;
}
