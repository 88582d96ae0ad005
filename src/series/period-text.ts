import {periodMs, type PeriodText} from './previous-range.js';

/** Writes a period in a language: `Dec 3, 2025 – Jan 1, 2026`; empty where it is not known. */
export function periodText(period: PeriodText | null, locale: string): string {
  const [from, to] = [periodMs(period?.from), periodMs(period?.to)];
  if (!period || Number.isNaN(from) || Number.isNaN(to)) return '';
  const hasTime = period.from.trim().length > 10;
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeZone: 'UTC',
    ...(hasTime && {timeStyle: 'short'}),
  });
  return format.formatRange(from, Math.max(from, to));
}
