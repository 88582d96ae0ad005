import {ConfigurationError} from '../errors/configuration-error.js';
import type {Periods} from '../series/join-earlier.js';
import {type PeriodShift, previousRange} from '../series/previous-range.js';
import type {ParamValue, PipeParams} from '../tinybird/pipe-request.js';
import {asksTwice, type ChartSettings} from './chart-settings.js';
import {InvalidJson} from './json-attribute.js';

/** What is asked for the earlier rows, and of which periods both are. */
export interface EarlierQuestion {
  readonly params: PipeParams;
  readonly periods: Periods;
}

/** Names of the parameters that hold a period, as most pipes call them. */
const PERIOD_NAMES = [
  ['date_from', 'date_to'],
  ['start_date', 'end_date'],
  ['from_date', 'to_date'],
  ['start_time', 'end_time'],
  ['start', 'end'],
] as const;

const SHIFTS = ['previous-period', 'previous-weeks', 'previous-year'];

/** Returns what is wrong with `compare` or `compare-params` where they ask twice, or null. */
export function comparisonProblem(settings: ChartSettings): ConfigurationError | null {
  const {compareParams: given, compare} = settings;
  if (given instanceof InvalidJson)
    return new ConfigurationError(`Attribute compare-params is not valid JSON: ${given.reason}`);
  if (given !== undefined && (isList(given) ? given.length !== 2 : typeof given !== 'object'))
    return new ConfigurationError(
      'Attribute compare-params must be two names of parameters or a JSON object.',
    );
  const [name = ''] = isList(compare) ? compare : [];
  return !name.startsWith('previous-') || SHIFTS.includes(name)
    ? null
    : new ConfigurationError(
        `Attribute compare is "${name.slice(0, 40)}"; it must be ${SHIFTS.join(', ')} or names of columns.`,
      );
}

/**
 * Returns the parameters of the second query of a chart: those of the first, with the period before
 * theirs or with what `compare-params` says; null where they hold no period.
 */
export function earlierQuestion(
  params: PipeParams,
  settings: Pick<ChartSettings, 'compare' | 'compareParams'>,
): EarlierQuestion | null {
  if (!asksTwice(settings)) return null;
  const {compareParams} = settings;
  const given = isList(compareParams) ? null : ((compareParams ?? null) as PipeParams | null);
  const all = {...params, ...given};
  const names: readonly (readonly string[])[] = isList(compareParams)
    ? [compareParams]
    : PERIOD_NAMES;
  const [first = '', last = ''] =
    names.find((pair) => pair.every((name) => textOf(all[name]) !== '')) ?? [];
  const periodIn = (of: PipeParams) => {
    const [from, to] = [textOf(of[first]), textOf(of[last])];
    return from && to ? {from, to} : null;
  };
  const present = periodIn(params);
  if (given) return {params: all, periods: {present, earlier: periodIn(all), months: 0}};
  const range = present && previousRange(present, shiftOf(settings));
  if (!range) return null;
  const {from, to, months} = range;
  const earlier = {...params, [first]: from, [last]: to};
  return {params: earlier, periods: {present, earlier: {from, to}, months}};
}

function shiftOf({compare}: Pick<ChartSettings, 'compare'>): PeriodShift {
  const [name = ''] = isList(compare) ? compare : [];
  return SHIFTS.includes(name) ? (name as PeriodShift) : 'previous-period';
}

/** A day or time as it is sent; empty for anything else. */
function textOf(value: ParamValue | null | undefined): string {
  if (typeof value === 'string') return value;
  const isTime = value instanceof Date && Number.isFinite(value.getTime());
  return isTime ? value.toISOString().slice(0, 19).replace('T', ' ') : '';
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}
