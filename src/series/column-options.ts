/**
 * How numbers are written. `percent` takes ratios (0.25 is 25 %), `bytes` counts in thousands (kB)
 * and `bytes-binary` in 1024 (KiB), `duration` takes seconds unless the column's unit is another,
 * `currency:EUR` amounts in the ISO 4217 currency named.
 */
export type NumberFormatName =
  'compact' | 'decimal' | 'percent' | 'bytes' | 'bytes-binary' | 'duration' | `currency:${string}`;

/** Seconds of the units that a duration can be given in. */
export const DURATION_SECONDS: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  ms: 1e-3,
  s: 1,
  min: 60,
  h: 3600,
  d: 86_400,
};

/** What an author can say about one column. */
export interface ColumnOptions {
  /** Name shown to readers. @default the column's name, humanised */
  readonly label?: string;
  readonly format?: NumberFormatName;
  /**
   * Text written after every value, such as `req/s`. With `duration` it is the unit of the values
   * (`ns us ms s min h d`), with `percent` a unit `%` says that 25 is 25 %.
   */
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
