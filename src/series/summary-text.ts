import type {Say} from '../messages/catalogue.js';
import {findExtremes} from './extremes.js';
import type {ValueFormat} from './format-value.js';
import type {ChartKind, Series, SeriesSet} from './series-set.js';

/** Series described one by one; of more, only the number is told. */
const MAX_DESCRIBED = 4;

/** Change between the first and the last third that counts as a trend. */
const TREND_SHARE = 0.1;

/**
 * Returns what a reader of the drawing sees at a glance: kind, range, and the lowest, highest and
 * last value and trend of each of the first four series.
 */
export function summarizeSeries(
  set: SeriesSet,
  kind: ChartKind,
  format: ValueFormat,
  say: Say,
): string {
  const {series} = set;
  const name = say(`kind.${kind}`);
  const chart =
    series.length > 1 ? say('summary.ofSeries', {chart: name, count: series.length}) : name;
  const described = series.slice(0, MAX_DESCRIBED).map((one) => describe(one, set, format, say));
  const more = series.length - described.length;
  if (set.index.values.length === 0) return say('summary.empty', {chart});
  return [
    describeRange(chart, set, format, say),
    ...described,
    ...(more > 0 ? [say('summary.more', {count: more})] : []),
    ...(set.omittedGroups > 0 ? [say('summary.omitted', {count: set.omittedGroups})] : []),
  ].join(' ');
}

function describeRange(chart: string, {index}: SeriesSet, format: ValueFormat, say: Say): string {
  const count = index.values.length;
  const first = format.indexText(index, 0);
  if (count === 1) return say('summary.at', {chart, first});
  if (index.kind === 'category') return say('summary.over', {chart, count});
  return say('summary.range', {chart, first, last: format.indexText(index, count - 1), count});
}

function describe(
  {values, column, name}: Series,
  {index}: SeriesSet,
  format: ValueFormat,
  say: Say,
): string {
  const {low, high, end} = findExtremes(values.length, (at) => values[at] ?? NaN);
  if (end === -1) return say('summary.none', {name});
  const text = (at: number) => format.short(values[at] ?? NaN, column);
  if (values[low] === values[high]) return say('summary.same', {name, value: text(end)});
  const extremes = {
    name,
    lowest: text(low),
    lowestAt: format.indexText(index, low),
    highest: text(high),
    highestAt: format.indexText(index, high),
  };
  if (index.kind === 'category') return say('summary.extremes', extremes);
  return say('summary.course', {...extremes, last: text(end), trend: say(trend(values))});
}

function trend(values: Float64Array) {
  let count = 0;
  for (let at = 0; at < values.length; at += 1) if (!Number.isNaN(values[at])) count += 1;
  const third = Math.max(1, Math.floor(count / 3));
  const start = mean(values, third, 0, 1);
  const end = mean(values, third, values.length - 1, -1);
  const scale = Math.max(Math.abs(start), Math.abs(end));
  if (scale === 0 || Math.abs(end - start) < scale * TREND_SHARE) return 'summary.steady';
  return end > start ? 'summary.rising' : 'summary.falling';
}

/** The mean of `count` values that are some, from one end on. */
function mean(values: Float64Array, count: number, from: number, step: 1 | -1): number {
  let total = 0;
  for (let at = from, left = count; left > 0; at += step) {
    const value = values[at] ?? 0;
    if (Number.isNaN(value)) continue;
    total += value;
    left -= 1;
  }
  return total / count;
}
