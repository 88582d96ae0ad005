import type {Scale, Tick} from 'chart.js';
import type {ValueFormat} from '../series/format-value.js';
import {mayLeaveOutZero} from '../series/extremes.js';
import type {ChartInput, ChartSize} from './chart-input.js';
import {placesIn} from './index-range.js';
import {type LabelledTick, placeTicks, timeAxisTicks} from './index-ticks.js';
import {inOwnDirection} from './own-direction.js';
import type {ChartLayout} from './layout.js';
import {valueExtent, type ValueExtent} from '../series/value-extent.js';
import {stackTotals} from './stack.js';

/** Room for one number below an axis, in px. */
const NUMBER_TICK_PX = 68;

/** Room for one tick of an upright value axis, in px. */
const VALUE_TICK_PX = 52;

/** So much of a pixel may be missing from a line before it is made one pixel wider. */
const RATIO_SLACK = 0.2;

/** What a scale takes of the drawing, labels that reach beyond its ends included, in px. */
const SCALE_LENGTHS = [
  'width',
  'height',
  'paddingTop',
  'paddingRight',
  'paddingBottom',
  'paddingLeft',
] as const;

/** Options of one Chart.js scale. */
export type AxisOptions = Readonly<Record<string, unknown>>;

/** Returns the scale of the index: x, or y where bars lie. */
export function buildIndexAxis(
  input: ChartInput,
  layout: ChartLayout,
  size: ChartSize,
): AxisOptions {
  const {index} = input.set;
  const labels = new Map<number, LabelledTick['text']>();
  const base = {
    display: input.flags.axes,
    afterFit: endOnPixels,
    offset: layout.kind === 'bar',
    grid: {display: false},
    border: {
      display: !layout.isHorizontal,
      color: input.theme.grid,
      width: hairline(input.theme),
    },
    ticks: {
      ...tickStyle(input),
      autoSkip: false,
      maxRotation: 0,
      padding: 6,
      callback: (value: number | string) => labels.get(Number(value)) ?? '',
    },
  };
  const setTicks = (axis: Scale, ticks: readonly LabelledTick[]) => {
    labels.clear();
    for (const {value, text} of ticks) labels.set(value, text);
    axis.ticks = ticks.map(({value}) => ({value}));
  };
  if (!layout.isContinuous || index.kind === 'category') {
    // Places, not texts: equal labels are different places.
    const places = Array.from({length: index.values.length}, (_, at) => String(at));
    const [from, to] = placesIn(index, input.range);
    return {
      ...base,
      type: 'category',
      labels: places,
      ...(input.range && {min: from, max: to}),
      afterBuildTicks: (axis: Scale) => setTicks(axis, placeTicks(input, axis, layout)),
    };
  }
  const [first, last] = [index.values[0] ?? 0, index.values.at(-1) ?? 0];
  // A single bucket stands in the middle of an axis that is otherwise empty.
  const room = first === last ? 1 : 0;
  const {from, to} = input.range ?? {from: first - room, to: last + room};
  const linear = {...base, type: 'linear', bounds: 'data', min: from, max: to};
  if (index.kind === 'time') {
    const afterBuildTicks = (axis: Scale) =>
      setTicks(axis, timeAxisTicks(input, index, axis, layout));
    return {...linear, afterBuildTicks};
  }
  const callback = (value: number | string) => input.format.short(Number(value), index.column);
  const ticks = {...base.ticks, callback, maxTicksLimit: numberTicks(size)};
  return {...linear, ticks};
}

/** Returns the scale of the values. */
export function buildValueAxis(
  input: ChartInput,
  layout: ChartLayout,
  size: ChartSize,
): AxisOptions {
  const {set, theme, format, flags, options, extras} = input;
  const column = set.series[0]?.column ?? '';
  const {min, max, areIntegers} = readExtent(input);
  const isZeroBased =
    !/line|scatter/.test(layout.kind) || min === max || !mayLeaveOutZero(min, max);
  const ticks = layout.isHorizontal
    ? numberTicks(size)
    : Math.max(2, Math.min(6, Math.floor(size.height / VALUE_TICK_PX)));
  const low = isZeroBased ? Math.min(0, min) : min;
  const high = isZeroBased ? Math.max(0, max) : max;
  const stepSize = format.roundStep((high - low) / ticks, column);
  return {
    type: 'linear',
    display: flags.axes,
    afterFit: endOnPixels,
    stacked: flags.stacked,
    beginAtZero: isZeroBased && flags.axes,
    // Where points lie says nothing of zero.
    truncated: !isZeroBased && flags.axes && layout.kind === 'line',
    // Nobody reads values off a sparkline: it shows a course in all of its height.
    ...(!flags.axes && {bounds: 'data'}),
    border: {display: false},
    grid: {
      drawTicks: false,
      lineWidth: hairline(theme),
      color: ({tick}: {tick?: Tick}) => (tick?.value === 0 && min < 0 ? theme.axis : theme.grid),
    },
    ticks: {
      ...tickStyle(input),
      maxTicksLimit: ticks + 1,
      // Upright ticks have room; looking for it measures all labels twice. Limits of a page bring more.
      autoSkip: layout.isHorizontal || !!options || !!extras,
      padding: 8,
      ...(areIntegers && {precision: 0}),
      ...(stepSize !== null && {stepSize}),
      callback: createValueLabel(column, format, theme.isRightToLeft),
    },
  };
}

/**
 * Makes a scale end where pixels do. Chart.js clips lines to what scales leave, and browsers that fill
 * shapes without a GPU take half as long again where a clip runs through pixels.
 */
function endOnPixels(axis: Scale): void {
  for (const length of SCALE_LENGTHS) axis[length] = Math.ceil(axis[length]);
}

function numberTicks({width}: ChartSize): number {
  return Math.max(2, Math.min(8, Math.floor(width / NUMBER_TICK_PX) - 1));
}

/** Returns what labels ticks, in full where short labels would not all differ. */
function createValueLabel(column: string, format: ValueFormat, isRightToLeft: boolean) {
  let last: {ticks: Tick[]; labels: string[]} | null = null;
  return (_value: number | string, at: number, ticks: Tick[]) => {
    if (last?.ticks !== ticks) {
      const short = ticks.map((tick) => format.short(tick.value, column));
      const areDistinct = new Set(short).size === ticks.length;
      const full = (tick: Tick) => format.full(Number(tick.value.toPrecision(12)), column);
      last = {ticks, labels: areDistinct ? short : ticks.map(full)};
    }
    const text = last.labels[at] ?? '';
    // A sign stays before its number.
    return inOwnDirection(text, isRightToLeft);
  };
}

/** A thin line of whole pixels of the screen, in px: half a pixel would be a blur. */
function hairline({pixelRatio = devicePixelRatio}: ChartInput['theme']): number {
  return Math.ceil(pixelRatio - RATIO_SLACK) / pixelRatio;
}

function tickStyle({theme}: ChartInput) {
  return {color: theme.muted, font: {family: theme.fontFamily, size: theme.fontSize}};
}

function readExtent(input: ChartInput): ValueExtent {
  const {set, hidden, flags} = input;
  const isHidden = (name: string) => hidden?.has(name) ?? false;
  const shown = set.series.filter(({name}) => !isHidden(name)).map(({values}) => values);
  if (flags.stacked) shown.push(stackTotals(set.series, isHidden));
  return valueExtent(shown, placesIn(set.index, input.range));
}
