import {mkdirSync} from 'node:fs';

import type {Session} from 'chdb';

import {ChdbSession, STACK_DATABASE, toSetStatement} from './chdb-session.js';
import type {QuerySettings, SessionQuery} from './chdb-session.js';

/** The engine cannot run here; the message is one line that says why and what to do. */
export class EngineUnavailableError extends Error {
  override readonly name = 'EngineUnavailableError';
}

/** How an engine runs queries. */
export interface ChdbEngineOptions {
  /**
   * Connections for queries, so that a small query passes a heavy one.
   * @default 2
   */
  readers?: number;
  /**
   * Seconds after which ClickHouse stops a query with error 159.
   * @default 10
   */
  maxExecutionTimeS?: number;
}

// Tinybird: 64-bit integers bare, NaN and infinities null, times in UTC.
const OUTPUT_SETTINGS: QuerySettings = {
  output_format_json_quote_64bit_integers: 0,
  output_format_json_quote_denormals: 0,
  session_timezone: 'UTC',
};

/** ClickHouse in this process: one writing connection and some that may only read. */
export class ChdbEngine {
  readonly #writer: ChdbSession;
  readonly #readers: readonly ChdbSession[];

  private constructor(writer: ChdbSession, readers: readonly ChdbSession[]) {
    this.#writer = writer;
    this.#readers = readers;
  }

  /**
   * Opens the data kept in a directory, which is made when absent.
   *
   * chdb allows one directory per process, and one process per directory.
   * @throws {EngineUnavailableError} where chdb cannot be loaded, or the directory is in use.
   */
  static async open(directory: string, options: ChdbEngineOptions = {}): Promise<ChdbEngine> {
    const {readers = 2, maxExecutionTimeS = 10} = options;
    const ChdbConnection = await importSession();
    mkdirSync(directory, {recursive: true});
    const openSession = async (settings: QuerySettings, mayWrite: boolean) => {
      let connection;
      try {
        connection = new ChdbConnection(directory);
      } catch (thrown) {
        throw toUnavailable(thrown, directory);
      }
      const session = new ChdbSession(connection, settings);
      const start = mayWrite ? [`CREATE DATABASE IF NOT EXISTS ${STACK_DATABASE}`] : [];
      start.push(`USE ${STACK_DATABASE}`, toSetStatement(settings));
      if (!mayWrite) start.push('SET readonly = 2');
      for (const sql of start) await session.query({sql, format: 'Null'});
      return session;
    };
    const writer = await openSession(OUTPUT_SETTINGS, true);
    const readSettings = {...OUTPUT_SETTINGS, max_execution_time: maxExecutionTimeS};
    const readSessions: ChdbSession[] = [];
    while (readSessions.length < readers) readSessions.push(await openSession(readSettings, false));
    return new ChdbEngine(writer, readSessions);
  }

  /** Runs a reading query on the connection with the shortest queue. @throws {QueryError} */
  query(query: SessionQuery): Promise<Uint8Array> {
    const [first, ...others] = this.#readers;
    if (!first) throw new TypeError('Expected `readers` to be at least 1');
    const free = others.reduce((best, each) => (each.pending < best.pending ? each : best), first);
    return free.query(query);
  }

  /** Runs a statement that changes tables or data. @throws {QueryError} */
  async execute(sql: string, parameters?: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#writer.query({sql, format: 'Null', ...(parameters ? {parameters} : {})});
  }

  /** Appends lines of JSON to a table and returns how many. @throws {QueryError} */
  insert(table: string, ndjson: Uint8Array): Promise<number> {
    return this.#writer.insert(table, ndjson);
  }

  /** Waits for running queries, then closes every connection. */
  async close(): Promise<void> {
    await Promise.all([this.#writer, ...this.#readers].map((session) => session.close()));
  }
}

async function importSession(): Promise<new (path: string) => Session> {
  try {
    return (await import('chdb')).Session;
  } catch (thrown) {
    const reason = thrown instanceof Error ? (thrown.message.split('\n')[0] ?? '') : String(thrown);
    throw new EngineUnavailableError(
      `The local stack needs chdb, which exists for Linux with glibc and for macOS, not for ` +
        `${process.platform} ${process.arch} as it is here (${reason}).`,
      {cause: thrown},
    );
  }
}

function toUnavailable(thrown: unknown, directory: string): EngineUnavailableError {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  const reason = /only one active data directory/.test(text)
    ? 'this process already has another data directory open'
    : 'another process has it open, or it cannot be written';
  return new EngineUnavailableError(
    `Cannot open the data directory ${directory}: ${reason}. Stop the other stack, or choose another directory.`,
    {cause: thrown},
  );
}
