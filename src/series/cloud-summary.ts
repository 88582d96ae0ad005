import type {Say} from '../messages/catalogue.js';
import {findExtremes} from './extremes.js';
import type {ValueFormat} from './format-value.js';
import type {Series, SeriesSet} from './series-set.js';

/** Groups whose range is told; of more, only the number is. */
const MAX_DESCRIBED = 4;

/** Fewest points, and least correlation of Pearson, that make a relation. */
const MIN_POINTS = 3;
const MIN_CORRELATION = 0.5;

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Returns what a scatter shows at a glance: how many points there are, the range of both axes, and
 * whether values rise or fall along the x axis.
 */
export function summarizeCloud(set: SeriesSet, format: ValueFormat, say: Say): string {
  const {index, series} = set;
  const points = series.flatMap(({values}) => pointsOf(set, values));
  const chart = say('kind.scatter');
  if (points.length === 0) return say('summary.empty', {chart});
  const described = series.slice(0, MAX_DESCRIBED).map((one) => describe(one, format, say));
  const more = series.length - described.length;
  return [
    say('summary.points', {chart, count: points.length}),
    ...(index.kind === 'category' ? [] : [describeAxis(set, format, say)]),
    ...described,
    ...(more > 0 ? [say('summary.more', {count: more})] : []),
    ...relation(set, points, format, say),
  ].join(' ');
}

function pointsOf({index}: SeriesSet, values: Float64Array): Point[] {
  return Array.from(values, (y, at) => {
    const place = index.values[at];
    return {x: typeof place === 'number' ? place : at, y};
  }).filter(({y}) => !Number.isNaN(y));
}

function describeAxis({index, series}: SeriesSet, format: ValueFormat, say: Say): string {
  const isDrawn = (at: number) => series.some(({values}) => !Number.isNaN(values[at] ?? NaN));
  const xAt = (at: number) => (isDrawn(at) ? Number(index.values[at]) : NaN);
  const {low, high} = findExtremes(index.values.length, xAt);
  const text = (at: number) => format.indexText(index, at);
  return range(format.label(index.column), text(low), text(high), say);
}

function describe({name, column, values}: Series, format: ValueFormat, say: Say): string {
  const {low, high} = findExtremes(values.length, (at) => values[at] ?? NaN);
  if (low === -1) return say('summary.none', {name});
  const text = (at: number) => format.short(values[at] ?? NaN, column);
  return range(name, text(low), text(high), say);
}

function range(name: string, lowest: string, highest: string, say: Say): string {
  if (lowest === highest) return say('summary.same', {name, value: lowest});
  return say('summary.between', {name, lowest, highest});
}

function relation(
  {index, series}: SeriesSet,
  points: readonly Point[],
  format: ValueFormat,
  say: Say,
): string[] {
  const correlation = pearson(points);
  const isPlain = index.kind !== 'category' && points.length >= MIN_POINTS;
  if (!isPlain || Number.isNaN(correlation)) return [];
  const names = {name: format.label(series[0]?.column ?? ''), index: format.label(index.column)};
  if (Math.abs(correlation) < MIN_CORRELATION) return [say('summary.unrelated', names)];
  return [say(correlation > 0 ? 'summary.together' : 'summary.opposed', names)];
}

/** NaN where all points share an x or a y. */
function pearson(points: readonly Point[]): number {
  const mean = (of: (point: Point) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [meanX, meanY] = [mean(({x}) => x), mean(({y}) => y)];
  let [xx, yy, xy] = [0, 0, 0];
  for (const {x, y} of points) {
    xx += (x - meanX) ** 2;
    yy += (y - meanY) ** 2;
    xy += (x - meanX) * (y - meanY);
  }
  return xy / Math.sqrt(xx * yy);
}
