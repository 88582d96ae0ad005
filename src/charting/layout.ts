import type {SeriesIndex} from '../series/series-set.js';
import type {ChartInput, ChartSize, DrawnKind} from './chart-input.js';
import {placesIn} from './index-range.js';

/** Bars closer than this, in px, are drawn as an area. */
const MIN_BAR_PX = 2;

/** Bars of several series thinner than this, in px, are drawn as lines. */
const MIN_GROUPED_PX = 4;

/** Least height of a lying bar with its label, in px. */
const MIN_ROW_PX = 18;

/** What size and data make of the wishes. */
export interface ChartLayout {
  readonly kind: DrawnKind;
  readonly isHorizontal: boolean;
  /** True when x is a linear scale (time or number), false when it is one of places. */
  readonly isContinuous: boolean;
  /** Mean width of a character of an axis label, in px. */
  readonly charPx: number;
}

/** Decides what cannot be decided from the data alone. */
export function planLayout(input: ChartInput, size: ChartSize): ChartLayout {
  const {set, flags, theme} = input;
  const {index} = set;
  const [first, last] = placesIn(index, input.range);
  const barPx = size.width / (last - first + 1);
  const seen = set.series.filter(({name}) => !input.hidden?.has(name)).length;
  const isThin = !flags.stacked && seen > 1 && barPx / seen < MIN_GROUPED_PX;
  const canFlow = input.kind === 'bar' && index.kind !== 'category';
  const thinned = isThin ? 'line' : barPx < MIN_BAR_PX ? 'area' : input.kind;
  const kind = canFlow ? thinned : input.kind;
  const charPx = theme.fontSize * 0.56;
  return {
    kind,
    isHorizontal: kind === 'bar' && isHorizontal(index, flags.horizontal, charPx, size),
    isContinuous: kind !== 'bar' && index.kind !== 'category',
    charPx,
  };
}

function isHorizontal(
  index: SeriesIndex,
  wish: boolean | 'auto',
  charPx: number,
  size: ChartSize,
): boolean {
  if (wish !== 'auto') return wish;
  if (index.kind !== 'category' || index.values.length < 2) return false;
  const longest = index.values.reduce((length, label) => Math.max(length, label.length), 0);
  const slotPx = size.width / index.values.length;
  return longest * charPx > slotPx && size.height / index.values.length >= MIN_ROW_PX;
}
