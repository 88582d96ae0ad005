import type {ValueFormat} from './format-value.js';
import type {ChartKind, Series, SeriesSet} from './series-set.js';

/** Series described one by one; of more, only the number is told. */
const MAX_DESCRIBED = 4;

/** Change between the first and the last third that counts as a trend. */
const TREND_SHARE = 0.1;

/**
 * Returns in English what a reader of the drawing sees at a glance: kind, range, and the lowest,
 * highest and last value and trend of each of the first four series.
 */
export function summarizeSeries(set: SeriesSet, kind: ChartKind, format: ValueFormat): string {
  const {index, series} = set;
  const count = index.values.length;
  if (count === 0) return `${kindName(kind)} without values.`;
  const places =
    index.kind === 'time' ? 'points in time' : index.kind === 'number' ? 'points' : 'categories';
  const range =
    count === 1
      ? `at ${format.indexText(index, 0)}`
      : index.kind === 'category'
        ? `over ${count} ${places}`
        : `from ${format.indexText(index, 0)} to ${format.indexText(index, count - 1)}, ${count} ${places}`;
  const number = series.length === 1 ? '' : ` of ${series.length} series`;
  const described = series.slice(0, MAX_DESCRIBED).map((one) => describe(one, set, format));
  const more = series.length - described.length;
  const rest = more > 0 ? [`${more} more series.`] : [];
  const omitted =
    set.omittedGroups > 0 ? [`${set.omittedGroups} smaller groups are left out.`] : [];
  return [`${kindName(kind)}${number} ${range}.`, ...described, ...rest, ...omitted].join(' ');
}

function describe(series: Series, {index}: SeriesSet, format: ValueFormat): string {
  const {values, column, name} = series;
  let [lowest, highest, last] = [-1, -1, -1];
  for (const [at, value] of values.entries()) {
    if (Number.isNaN(value)) continue;
    if (lowest === -1 || value < (values[lowest] ?? 0)) lowest = at;
    if (highest === -1 || value > (values[highest] ?? 0)) highest = at;
    last = at;
  }
  if (last === -1) return `${name}: no values.`;
  const text = (at: number) => format.short(values[at] ?? NaN, column);
  if (lowest === highest || values[lowest] === values[highest]) return `${name}: ${text(last)}.`;
  const place = (at: number) => format.indexText(index, at);
  const low = `lowest ${text(lowest)} (${place(lowest)})`;
  const high = `highest ${text(highest)} (${place(highest)})`;
  if (index.kind === 'category') return `${name}: ${high}, ${low}.`;
  return `${name}: ${low}, ${high}, last ${text(last)}, ${trend(values)}.`;
}

function trend(values: Float64Array): string {
  const present = values.filter((value) => !Number.isNaN(value));
  const third = Math.max(1, Math.floor(present.length / 3));
  const start = mean(present.subarray(0, third));
  const end = mean(present.subarray(-third));
  const scale = Math.max(Math.abs(start), Math.abs(end));
  if (scale === 0 || Math.abs(end - start) < scale * TREND_SHARE) return 'steady';
  return end > start ? 'rising' : 'falling';
}

function mean(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

function kindName(kind: ChartKind): string {
  const name = kind.charAt(0).toUpperCase() + kind.slice(1);
  return /^(metric|table|sparkline)$/.test(kind) ? name : `${name} chart`;
}
