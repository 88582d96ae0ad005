/** ClickHouse's number for a query stopped by `max_execution_time`. */
export const TIMEOUT_EXCEEDED = 159;

/** A query ClickHouse refused or broke off, with its error number and name. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
  /** ClickHouse's error number; 0 where the engine gave none. */
  readonly code: number;
  /** ClickHouse's name for the number, such as `UNKNOWN_IDENTIFIER`; empty where it gave none. */
  readonly codeName: string;

  constructor(reason: string, code: number, codeName: string, options?: ErrorOptions) {
    super(reason, options);
    this.code = code;
    this.codeName = codeName;
  }
}

/** Reads ClickHouse's error text out of whatever chdb threw, without its wrapping and database name. */
export function toQueryError(thrown: unknown, database: string): QueryError {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  // "Code: 47. DB::Exception: Unknown identifier `x`. (UNKNOWN_IDENTIFIER)"
  const match = /Code: (\d+)\. DB::Exception: ([\s\S]*?)(?:\s*\(([A-Z0-9_]+)\))?\s*$/.exec(text);
  if (!match) return new QueryError(text, 0, '', {cause: thrown});
  const [, code = '0', reason = '', codeName = ''] = match;
  const withoutDatabase = reason.replaceAll(`${database}.`, '').replace(/^default: /, '');
  return new QueryError(withoutDatabase, Number(code), codeName, {cause: thrown});
}
