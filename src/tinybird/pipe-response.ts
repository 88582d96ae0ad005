/** Name and ClickHouse type of a column. */
export interface ColumnMeta {
  readonly name: string;
  readonly type: string;
}

/** A row by column name. Integers beyond 2^53 are text, so that none is rounded in silence. */
export type Row = Readonly<Record<string, unknown>>;

/** How much work the query was: seconds, rows and bytes read. */
export interface Statistics {
  readonly elapsed: number;
  readonly rows_read: number;
  readonly bytes_read: number;
}

/** A pipe endpoint's JSON answer. */
export interface PipeResponse {
  readonly meta: readonly ColumnMeta[];
  readonly data: readonly Row[];
  readonly rows: number;
  readonly statistics: Statistics | null;
}
