/** How far back an earlier period is; see `compare` in the README. */
export type PeriodShift = 'previous-period' | 'previous-weeks' | 'previous-year';

/** The ends of a period, as parameters hold them. */
export interface PeriodText {
  readonly from: string;
  readonly to: string;
}

/** The period before another one. */
export interface PreviousRange extends PeriodText {
  /** Calendar months between the two, where days of the month stand at the same place; else 0. */
  readonly months: number;
}

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

/** `2026-01-31`, `2026-01-31 23:59:59`, `2026-01-31T23:59`, with fractions and `Z`. */
const TIME = /^(\d{4}-\d\d-\d\d)(?:([ T])(\d\d:\d\d)(:\d\d)?(\.\d+)?(Z)?)?$/;

/** An end of a period, and how it is written. */
interface Moment {
  readonly ms: number;
  /** What belongs to the period from there on, where it is its last: a day, a second, a minute, or nothing. */
  readonly lastMs: number;
  readonly write: (ms: number) => string;
}

/** Returns the wall time of a day or time in epoch milliseconds as in UTC; NaN of anything else. */
export function periodMs(text: string | null | undefined): number {
  return readMoment(text ?? '')?.ms ?? NaN;
}

/** Returns where a period ends that has `text` as its last day or second; NaN of anything else. */
export function periodEndMs(text: string | null | undefined): number {
  const moment = readMoment(text ?? '');
  return moment ? moment.ms + moment.lastMs : NaN;
}

/**
 * Returns the period before one, written as it is; null where it is none. Last days belong to their
 * period, as do times that end in `:59`. Whole months and years are compared with as many whole
 * ones, everything else with what is as long and ends where it begins (`previous-period`), with the
 * latest before it that begins on the same weekday (`previous-weeks`), or with the same days of the
 * year before.
 */
export function previousRange({from, to}: PeriodText, shift: PeriodShift): PreviousRange | null {
  const [first, last] = [readMoment(from), readMoment(to)];
  if (!first || !last) return null;
  const endMs = last.ms + last.lastMs;
  const lengthMs = endMs - first.ms;
  if (lengthMs <= 0) return null;
  const months =
    shift === 'previous-year' ? 12 : shift === 'previous-period' ? wholeMonths(first.ms, endMs) : 0;
  const backMs = shift === 'previous-weeks' ? Math.ceil(lengthMs / WEEK_MS) * WEEK_MS : lengthMs;
  const back = (ms: number) => (months > 0 ? addMonths(ms, -months) : ms - backMs);
  return {from: first.write(back(first.ms)), to: last.write(back(endMs) - last.lastMs), months};
}

/** Adds calendar months to a wall time; a day that the month lacks becomes its last. */
export function addMonths(wallMs: number, months: number): number {
  const date = new Date(wallMs);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const days = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, days));
  return date.getTime();
}

function readMoment(text: string): Moment | null {
  const match = TIME.exec(text.trim());
  if (!match) return null;
  const [, day = '', separator, minutes, seconds, fraction = '', zone = ''] = match;
  const ms = Date.parse(`${day}T${minutes ?? '00:00'}${seconds ?? ':00'}Z`);
  const iso = (epochMs: number) => new Date(epochMs).toISOString();
  // Some browsers take February 30 for March 2.
  if (Number.isNaN(ms) || iso(ms).slice(0, 10) !== day) return null;
  if (minutes === undefined) return {ms, lastMs: DAY_MS, write: (at) => iso(at).slice(0, 10)};
  const lastMs = seconds === ':59' ? 1000 : !seconds && minutes.endsWith(':59') ? 60_000 : 0;
  const length = seconds ? 19 : 16;
  const write = (at: number) =>
    `${iso(at)
      .slice(0, length)
      .replace('T', separator ?? ' ')}${fraction}${zone}`;
  return {ms, lastMs, write};
}

/** Number of calendar months from one wall time to another; 0 unless both begin one. */
function wholeMonths(startMs: number, endMs: number): number {
  const [start, end] = [new Date(startMs), new Date(endMs)];
  const isFirst = (date: Date) => date.getUTCDate() === 1 && date.getTime() % DAY_MS === 0;
  if (!isFirst(start) || !isFirst(end)) return 0;
  const years = end.getUTCFullYear() - start.getUTCFullYear();
  return years * 12 + end.getUTCMonth() - start.getUTCMonth();
}
