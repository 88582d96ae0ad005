import {isBeyondNumber} from '../series/format-value.js';
import type {ChartInput} from './chart-input.js';
import type {SeriesLook} from './series-look.js';

/** More lines than this are counted instead of written. */
const MAX_LINES = 12;

/** One line of a tooltip. */
export interface TooltipItem extends SeriesLook {
  readonly seriesIndex: number;
  /** The value as text, with all its digits. */
  readonly text: string;
  /** What else is known about the value: its share, its change. */
  readonly note?: string;
  /** NaN for a gap. */
  readonly value: number;
  /** True for the series under the pointer or the keyboard's focus. */
  readonly isNearest: boolean;
}

/** What a tooltip says. */
export interface TooltipModel {
  /** Place in the index of the series set. */
  readonly index: number;
  /** The x value as text. */
  readonly title: string;
  /**
   * Series shown, 12 at most: in the order in which they stand on screen where they are stacked,
   * else the largest first. The nearest one is always among them.
   */
  readonly items: readonly TooltipItem[];
  /** How many series have no line. */
  readonly more: number;
  /**
   * Sum of all series shown; null where nothing says that they add up, which only a stack does, and
   * where a number would round it.
   */
  readonly total: string | null;
}

/** Returns the tooltip of one place of the index. */
export function buildTooltip(
  input: ChartInput,
  looks: readonly SeriesLook[],
  index: number,
  nearest: number,
): TooltipModel {
  const {set, format, hidden, flags} = input;
  const cells = set.series.map(({rows, column}) => input.rows?.[rows[index] ?? -1]?.[column]);
  const all = set.series.flatMap((series, seriesIndex): TooltipItem[] => {
    const look = looks[seriesIndex];
    if (!look || hidden?.has(series.name)) return [];
    const value = series.values[index] ?? NaN;
    const text = format.full(cells[seriesIndex] ?? value, series.column);
    return [{...look, seriesIndex, value, text, isNearest: seriesIndex === nearest}];
  });
  if (flags.stacked) all.reverse();
  else all.sort((left, right) => rank(right) - rank(left));
  const items = all.slice(0, MAX_LINES);
  const focus = all.findIndex(({isNearest}) => isNearest);
  if (focus >= items.length) items[items.length - 1] = all[focus] as TooltipItem;
  const numbers = all.filter(({value}) => !Number.isNaN(value));
  const isExact = !all.some(({seriesIndex}) => isBeyondNumber(cells[seriesIndex]));
  const sum = numbers.reduce((total, {value}) => total + value, 0);
  const column = set.series[0]?.column ?? '';
  return {
    index,
    title: format.indexText(set.index, index),
    items,
    more: all.length - items.length,
    // Adding fractions leaves traces of binary in the last digits.
    total:
      flags.stacked && isExact && numbers.length > 1
        ? format.full(Number(sum.toPrecision(15)), column)
        : null,
  };
}

function rank({value}: TooltipItem): number {
  return Number.isNaN(value) ? -Infinity : value;
}
