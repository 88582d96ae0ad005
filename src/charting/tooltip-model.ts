import type {ChartInput} from './chart-input.js';
import type {SeriesLook} from './series-look.js';

/** One line of a tooltip. */
export interface TooltipItem extends SeriesLook {
  readonly seriesIndex: number;
  /** The value as text, with all its digits. */
  readonly text: string;
  /** NaN for a gap. */
  readonly value: number;
  /** True for the series under the pointer or the keyboard's focus. */
  readonly isNearest: boolean;
}

/** What a tooltip says and where it points. */
export interface TooltipModel {
  /** Place in the index of the series set. */
  readonly index: number;
  /** The x value as text. */
  readonly title: string;
  /** Series shown, in the order in which they stand on screen where they are stacked. */
  readonly items: readonly TooltipItem[];
  /** Point that the tooltip belongs to, in CSS px from the canvas's top left corner. */
  readonly x: number;
  readonly y: number;
}

/** Returns the tooltip of one place of the index. */
export function buildTooltip(
  input: ChartInput,
  looks: readonly SeriesLook[],
  index: number,
  nearest: number,
  position: {readonly x: number; readonly y: number},
): TooltipModel {
  const {set, format, hidden, flags} = input;
  const items = set.series.flatMap((series, seriesIndex): TooltipItem[] => {
    const look = looks[seriesIndex];
    if (!look || hidden?.has(series.name)) return [];
    const value = series.values[index] ?? NaN;
    const cell = input.rows?.[series.rows[index] ?? -1]?.[series.column];
    const text = format.full(cell ?? value, series.column);
    return [{...look, seriesIndex, value, text, isNearest: seriesIndex === nearest}];
  });
  if (flags.stacked) items.reverse();
  return {index, title: format.indexText(set.index, index), items, ...position};
}
