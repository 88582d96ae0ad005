import {fromWallTime} from '../lib/zone-time.js';
import type {ColumnType} from './column-type.js';

/**
 * Returns a cell as a number, from a JSON number or the text of one, and NaN for everything that
 * has no place on an axis: null, infinities, other text. Past 2^53 the last digits go, which no
 * axis can show.
 */
export function toNumber(cell: unknown): number {
  if (typeof cell === 'boolean') return cell ? 1 : 0;
  if (typeof cell !== 'number' && typeof cell !== 'string' && typeof cell !== 'bigint') return NaN;
  if (typeof cell === 'string' && cell.trim() === '') return NaN;
  const value = Number(cell);
  return Number.isFinite(value) ? value : NaN;
}

/** Farthest time from 1970 that a `Date` holds (ECMAScript, Time Values). */
const MAX_MS = 8.64e15;

/** A ClickHouse or ISO time: `2025-02-03`, `2025-02-03 00:04:05.123`, `2025-02-03T00:04:05+02:00`. */
const TIME_TEXT =
  /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?)?(?:Z|([+-])(\d{2}):?(\d{2}))?$/;

/**
 * Returns a time cell as epoch milliseconds: text is read in the zone named in the column's type,
 * else as UTC (ClickHouse docs, DateTime); a bare number is Unix seconds. NaN when it is no time, or
 * none that a `Date` can hold.
 */
export function toEpochMs(
  cell: unknown,
  type: Pick<ColumnType, 'timeZone'>,
  occurrence: 'earlier' | 'later' = 'earlier',
): number {
  if (typeof cell === 'number') return Math.abs(cell * 1000) <= MAX_MS ? cell * 1000 : NaN;
  if (typeof cell !== 'string') return NaN;
  const plainMs = readPlainTime(cell);
  if (!Number.isNaN(plainMs)) return toInstant(plainMs, type, occurrence);
  const match = TIME_TEXT.exec(cell);
  if (!match) return NaN;
  const date = Date.UTC(
    Number(match[1]),
    Number(match[2]) - 1,
    Number(match[3]),
    Number(match[4] ?? 0),
    Number(match[5] ?? 0),
    Number(match[6] ?? 0),
  );
  const wallMs = date + (match[7] ? Number(match[7].slice(0, 3).padEnd(3, '0')) : 0);
  if (match[8] !== undefined) {
    const offsetMs = (Number(match[9]) * 60 + Number(match[10])) * 60_000;
    return match[8] === '-' ? wallMs + offsetMs : wallMs - offsetMs;
  }
  return match[0].endsWith('Z') ? wallMs : toInstant(wallMs, type, occurrence);
}

function toInstant(
  wallMs: number,
  {timeZone}: Pick<ColumnType, 'timeZone'>,
  occurrence: 'earlier' | 'later',
): number {
  return timeZone === null ? wallMs : fromWallTime(timeZone, wallMs, occurrence);
}

/** Reads `2025-02-03 00:04:05`, as most times are written, in a quarter of the time; else NaN. */
function readPlainTime(text: string): number {
  if (text.length !== 19) return NaN;
  const isPlain =
    text[4] === '-' && text[7] === '-' && text[10] === ' ' && text[13] === ':' && text[16] === ':';
  if (!isPlain) return NaN;
  return Date.UTC(
    twoDigits(text, 0) * 100 + twoDigits(text, 2),
    twoDigits(text, 5) - 1,
    twoDigits(text, 8),
    twoDigits(text, 11),
    twoDigits(text, 14),
    twoDigits(text, 17),
  );
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

/** Returns the text under which a cell is a category; null and missing cells are `(none)`. */
export function toLabel(cell: unknown): string {
  if (cell === null || cell === undefined || cell === '') return '(none)';
  return toText(cell);
}

/**
 * Returns a cell as text: arrays and objects as JSON, null and missing cells as nothing. What JSON
 * cannot write (circular, nested too deep) is `…`.
 */
export function toText(cell: unknown): string {
  if (typeof cell === 'string') return cell;
  if (cell === null || cell === undefined) return '';
  try {
    return typeof cell === 'object' ? JSON.stringify(cell) : `${cell as number}`;
  } catch {
    return '…';
  }
}
