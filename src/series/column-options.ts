/**
 * How numbers are written. `percent` takes ratios (0.25 is 25 %), `bytes` bytes, `duration`
 * seconds, `currency:EUR` amounts in the ISO 4217 currency named.
 */
export type NumberFormatName =
  'compact' | 'decimal' | 'percent' | 'bytes' | 'duration' | `currency:${string}`;

/** What an author can say about one column. */
export interface ColumnOptions {
  /** Name shown to readers. @default the column's name, humanised */
  readonly label?: string;
  readonly format?: NumberFormatName;
  /** Text written after every value, such as `req/s`. */
  readonly unit?: string;
  /** Any CSS colour. */
  readonly color?: string;
  /** Draws the column in another way than the rest: a line over bars. */
  readonly type?: 'line' | 'area' | 'bar';
  /** The side of the value axis; `right` gives the column a scale of its own. @default 'left' */
  readonly axis?: 'left' | 'right';
  /** Leaves the column out of drawing, table and file. */
  readonly hidden?: boolean;
}

/** Options by column name. */
export type ColumnOptionsByName = Readonly<Record<string, ColumnOptions>>;
