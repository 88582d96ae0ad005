/** What a chart cares about in a ClickHouse type. */
export type ColumnKind = 'time' | 'number' | 'category' | 'boolean' | 'other';

/** A ClickHouse type, reduced. */
export interface ColumnType {
  readonly kind: ColumnKind;
  readonly nullable: boolean;
  /** Innermost type name, such as `DateTime64`, `Decimal`, `String`, `Array`. */
  readonly base: string;
  /** Zone named in a DateTime type, or null. */
  readonly timeZone: string | null;
  /** True for 64-bit and wider integers, which may be beyond 2^53. */
  readonly isBigInteger: boolean;
}
