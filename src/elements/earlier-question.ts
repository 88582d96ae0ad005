import type {Periods} from '../series/join-earlier.js';
import {previousRange} from '../series/previous-range.js';
import type {ParamValue, PipeParams} from '../tinybird/pipe-request.js';
import {asksTwice, periodShift, type ChartSettings} from './chart-settings.js';

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
  const range = present && previousRange(present, periodShift(settings) ?? 'previous-period');
  if (!range) return null;
  const {from, to, months} = range;
  const earlier = {...params, [first]: from, [last]: to};
  return {params: earlier, periods: {present, earlier: {from, to}, months}};
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
