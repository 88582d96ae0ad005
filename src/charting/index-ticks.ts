import type {Scale} from 'chart.js';
import type {SeriesIndex} from '../series/series-set.js';
import {weekStart} from '../series/week-start.js';
import type {ChartInput} from './chart-input.js';
import {placesIn} from './index-range.js';
import type {ChartLayout} from './layout.js';
import {inOwnDirection} from './own-direction.js';
import {bucketTicks, timeTicks} from './time-ticks.js';
import {wrapLabel} from './wrap-label.js';

/** Room for one label of a time axis, in characters; months and years are short. */
const TICK_CHARS = 9;
const MONTH_CHARS = 6;

/** Height of a line of labels, in sizes of their font. */
const LINE_HEIGHT = 1.2;

/** A tick of the index, and what stands at it. */
export interface LabelledTick {
  readonly value: number;
  /** Lines of their own where there is more than one. */
  readonly text: string | string[];
}

/** Returns the ticks of a scale of times: as many as have room for their labels. */
export function timeAxisTicks(
  {range, format}: ChartInput,
  index: Extract<SeriesIndex, {kind: 'time'}>,
  axis: Scale,
  layout: ChartLayout,
): LabelledTick[] {
  const {step, timeZone} = index;
  const [first, last] = placesIn(index, range);
  const values = index.values.subarray(first, last + 1);
  const min = range?.from ?? values[0] ?? 0;
  const max = range?.to ?? values.at(-1) ?? 0;
  const ticksOf = (chars: number) => {
    const maxCount = Math.max(2, Math.floor(axis.width / (chars * layout.charPx)));
    const options = {min, max, maxCount, timeZone, step, weekStart: weekStart(format.locale)};
    const ticks = step || values.length === 1 ? bucketTicks(values, options) : timeTicks(options);
    return ticks.map(({value, unit}) => ({value, text: format.tick(value, unit, timeZone)}));
  };
  const chars = /month|year/.test(step?.unit ?? '') ? MONTH_CHARS : TICK_CHARS;
  const ticks = ticksOf(chars);
  // Not all languages shorten names, and labels need a gap.
  const longest = Math.max(...ticks.map(({text}) => text.length)) + 1;
  return longest > chars ? ticksOf(longest) : ticks;
}

/** Returns the ticks of a scale of places: thinned for times, shortened or skipped for texts. */
export function placeTicks(input: ChartInput, axis: Scale, layout: ChartLayout): LabelledTick[] {
  const {index} = input.set;
  const count = index.values.length;
  if (index.kind === 'time') {
    const placeOf = new Map(Array.from(index.values, (value, at) => [value, at]));
    return timeAxisTicks(input, index, axis, layout).map(({value, text}) => ({
      value: placeOf.get(value) ?? 0,
      text,
    }));
  }
  const linePx = input.theme.fontSize * LINE_HEIGHT;
  const roomPx = layout.isHorizontal ? linePx : layout.charPx * 6;
  const lengthPx = layout.isHorizontal ? axis.height : axis.width;
  const every = Math.max(1, Math.ceil((count * roomPx) / lengthPx));
  const widthPx = layout.isHorizontal ? axis.chart.width * 0.38 : (lengthPx / count) * every;
  // Beside each other, labels need a gap.
  const gap = layout.isHorizontal ? 0 : 1;
  const maxChars = Math.max(4, Math.floor(widthPx / layout.charPx) - gap);
  const hasTwoLines = !layout.isHorizontal || lengthPx / count >= linePx * 2.2;
  return Array.from({length: Math.ceil(count / every)}, (_, at) => {
    const text = input.format.indexText(index, at * every);
    const lines = wrapLabel(text, maxChars, hasTwoLines ? 2 : 1);
    const turned = [lines].flat().map((line) => inOwnDirection(line, input.theme.isRightToLeft));
    return {value: at * every, text: turned.length > 1 ? turned : (turned[0] ?? '')};
  });
}
