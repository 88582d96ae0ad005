import type {Session} from 'chdb';

import {QueryError, toQueryError} from './query-error.js';

/** ClickHouse settings by name. */
export type QuerySettings = Readonly<Record<string, string | number>>;

/** The database that holds every table of the stack. */
export const STACK_DATABASE = 'stack';

/** One query and how to run it. */
export interface SessionQuery {
  sql: string;
  /** ClickHouse's name of the output format; `Null` throws the result away. */
  format: string;
  /** Settings for this query alone, on top of the session's own. */
  settings?: QuerySettings;
  /** Values of `{name:Type}` placeholders. */
  parameters?: Readonly<Record<string, unknown>>;
}

/**
 * One chdb connection that runs its jobs strictly one after the other.
 *
 * chdb hands what a failed query had already written to the *next* query of the same session. So
 * jobs never overlap, and after each failure a throw-away query takes the leftovers.
 */
export class ChdbSession {
  readonly #session: Session;
  readonly #base: QuerySettings;
  #tail: Promise<unknown> = Promise.resolve();
  #pending = 0;

  constructor(session: Session, base: QuerySettings) {
    this.#session = session;
    this.#base = base;
  }

  /** Jobs waiting or running. */
  get pending(): number {
    return this.#pending;
  }

  /** Runs a query after all earlier ones. @throws {QueryError} when ClickHouse refuses it. */
  query(query: SessionQuery): Promise<Uint8Array> {
    return this.#enqueue(async () => {
      const changed = Object.keys(query.settings ?? {});
      if (changed.length > 0) await this.#run(toSetStatement(query.settings ?? {}), 'Null');
      try {
        return await this.#run(query.sql, query.format, query.parameters);
      } finally {
        if (changed.length > 0) await this.#resetSettings(changed);
      }
    });
  }

  /** Appends lines of JSON to a table; all of them, or none when one cannot be read. */
  insert(table: string, ndjson: Uint8Array): Promise<number> {
    return this.#enqueue(async () => {
      try {
        const summary = await this.#session.insert({
          table: `${STACK_DATABASE}.${table}`,
          values: ndjson,
          format: 'JSONEachRow',
          settings: {
            input_format_skip_unknown_fields: 1,
            date_time_input_format: 'best_effort',
            input_format_null_as_default: 1,
          },
        });
        return summary.rowsSent ?? summary.rowsWritten;
      } catch (thrown) {
        await this.#drain();
        throw toQueryError(thrown, STACK_DATABASE);
      }
    });
  }

  /** Waits for the jobs there are, then lets the connection go. */
  async close(): Promise<void> {
    await this.#tail;
    this.#session.close();
  }

  #enqueue<T>(job: () => Promise<T>): Promise<T> {
    this.#pending += 1;
    const result = this.#tail.then(job).finally(() => {
      this.#pending -= 1;
    });
    // The next job must run whether or not this one failed; the caller still gets the failure.
    this.#tail = result.catch(() => undefined);
    return result;
  }

  async #run(
    sql: string,
    format: string,
    parameters?: Readonly<Record<string, unknown>>,
  ): Promise<Uint8Array> {
    try {
      const result = parameters
        ? await this.#session.queryBindAsync(sql, parameters, {format})
        : await this.#session.queryAsync(sql, {format});
      return result.bytes();
    } catch (thrown) {
      await this.#drain();
      throw toQueryError(thrown, STACK_DATABASE);
    }
  }

  async #drain(): Promise<void> {
    await this.#session.queryAsync('SELECT 1', {format: 'Null'});
  }

  // `SET x = DEFAULT` goes back to ClickHouse's default, not to the one given at connect.
  async #resetSettings(names: readonly string[]): Promise<void> {
    const defaults = names.filter((name) => !(name in this.#base));
    const statement = [
      ...(defaults.length > 0 ? [defaults.map((name) => `${name} = DEFAULT`).join(', ')] : []),
      ...names
        .filter((name) => name in this.#base)
        .map((name) => toAssignment(name, this.#base[name] ?? 0)),
    ].join(', ');
    await this.#run(`SET ${statement}`, 'Null');
  }
}

/** Writes settings as one `SET` statement. @throws {QueryError} for a name that is no identifier. */
export function toSetStatement(settings: QuerySettings): string {
  return `SET ${Object.entries(settings)
    .map(([name, value]) => toAssignment(name, value))
    .join(', ')}`;
}

function toAssignment(name: string, value: string | number): string {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new QueryError(
      `Setting name ${JSON.stringify(name)} is not an identifier`,
      115,
      'UNKNOWN_SETTING',
    );
  }
  const quoted = String(value).replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  return typeof value === 'number' ? `${name} = ${value}` : `${name} = '${quoted}'`;
}
