import type {ColumnOptionsByName} from '../series/column-options.js';
import type {ValueFormat} from '../series/format-value.js';
import type {SeriesSet} from '../series/series-set.js';
import type {PlotExtras} from './plot-extras.js';
import type {IndexRange} from './index-range.js';
import type {ChartTheme} from './theme.js';

/** Kinds that are drawn on a canvas. */
export type DrawnKind = 'line' | 'area' | 'bar' | 'scatter';

/** Looks that do not depend on the data. */
export interface ChartFlags {
  readonly stacked: boolean;
  /** `auto` lays bars down where their labels would not fit side by side. */
  readonly horizontal: boolean | 'auto';
  readonly smooth: boolean;
  readonly animate: boolean;
  /** Draws axes and their room; a sparkline has none. */
  readonly axes: boolean;
}

/** Flags of a chart about which nothing was said. */
export const DEFAULT_FLAGS: ChartFlags = {
  stacked: false,
  horizontal: 'auto',
  smooth: false,
  animate: true,
  axes: true,
};

/** Everything that decides what a drawing looks like, save its size. */
export interface ChartInput {
  readonly kind: DrawnKind;
  readonly set: SeriesSet;
  readonly format: ValueFormat;
  readonly theme: ChartTheme;
  readonly flags: ChartFlags;
  /** The answer's rows, so that tooltips can show integers beyond 2^53 as they came. */
  readonly rows?: readonly Readonly<Record<string, unknown>>[];
  readonly columns?: ColumnOptionsByName | null;
  /** Names of series that the reader has switched off. */
  readonly hidden?: ReadonlySet<string>;
  /** What goes beyond plain lines, areas and bars. */
  readonly extras?: PlotExtras | null;
  /** The part of the index that is drawn, where that is not all of it. */
  readonly range?: IndexRange | null;
  /** Chart.js options of the author, merged last. */
  readonly options?: object | null;
}

/** Size of the canvas in CSS px. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
}
