import type {ColumnType} from './column-type.js';

/** A chart kind that can be drawn. `auto` is resolved before. */
export type ChartKind =
  | 'line'
  | 'area'
  | 'bar'
  | 'scatter'
  | 'bar-list'
  | 'pie'
  | 'donut'
  | 'metric'
  | 'sparkline'
  | 'table'
  | 'heatmap'
  | 'funnel';

/** Which columns are x axis, values and split. */
export interface Encoding {
  readonly index: string | null;
  readonly categories: readonly string[];
  readonly groupBy: string | null;
}

/** Distance between neighbouring buckets of a time column. */
export interface TimeStep {
  readonly unit: 'millisecond' | 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';
  readonly count: number;
}

/** The shared x axis. `values` are epoch milliseconds, numbers or labels, in drawing order. */
export type SeriesIndex =
  | {
      readonly kind: 'time';
      readonly column: string;
      readonly values: Float64Array;
      readonly step: TimeStep | null;
      /** True for calendar dates, which are never converted between zones. */
      readonly isCalendar: boolean;
      /** IANA zone in which ticks and labels are written. */
      readonly timeZone: string;
    }
  | {readonly kind: 'number'; readonly column: string; readonly values: Float64Array}
  | {readonly kind: 'category'; readonly column: string; readonly values: readonly string[]};

/** One list of values, as long as the index. NaN is a gap; `rows` points into `data`, -1 for none. */
export interface Series {
  readonly name: string;
  readonly column: string;
  readonly group: string | null;
  readonly type: ColumnType;
  readonly values: Float64Array;
  readonly rows: Int32Array;
}

/** Everything a drawing needs to know about the data. */
export interface SeriesSet {
  readonly index: SeriesIndex;
  readonly series: readonly Series[];
  /** Groups left out because there are too many to tell apart; 0 normally. */
  readonly omittedGroups: number;
}
