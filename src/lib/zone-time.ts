// Wall time is what a clock on the wall of a zone shows, written as the epoch milliseconds that the
// same digits would have in UTC. Calendar arithmetic is done on wall time; only the way in and out
// knows offsets. Asking Intl costs microseconds, so offsets are kept per block of about six days.

import {LruMap} from './lru-map.js';

/** Block length: shorter than the time between any two offset changes of one zone. */
const BLOCK_MS = 2 ** 29;

/** Offset before and from `changeAtMs` on; equal when nothing changes within the block. */
interface OffsetBlock {
  readonly before: number;
  readonly after: number;
  readonly changeAtMs: number;
}

const formats = new LruMap<string, Intl.DateTimeFormat>(32);
const blocks = new LruMap<string, Map<number, OffsetBlock>>(32);

/** The zone asked for last: a column asks for one zone thousands of times. */
let recent = {timeZone: '', blocks: new Map<number, OffsetBlock>()};

/** Milliseconds that wall time in `timeZone` is ahead of UTC at `epochMs`. */
export function zoneOffsetMs(timeZone: string, epochMs: number): number {
  if (timeZone === 'UTC' || !Number.isFinite(epochMs)) return 0;
  if (timeZone !== recent.timeZone) {
    const found = blocks.getOrCreate(timeZone, () => new Map<number, OffsetBlock>());
    recent = {timeZone, blocks: found};
  }
  const number = Math.floor(epochMs / BLOCK_MS);
  let block = recent.blocks.get(number);
  if (!block) {
    block = readBlock(timeZone, number * BLOCK_MS);
    recent.blocks.set(number, block);
  }
  return epochMs < block.changeAtMs ? block.before : block.after;
}

/** Converts an instant to wall time in `timeZone`. */
export function toWallTime(timeZone: string, epochMs: number): number {
  return epochMs + zoneOffsetMs(timeZone, epochMs);
}

/**
 * Converts wall time in `timeZone` to an instant. A time shown twice is the `earlier` one unless
 * asked otherwise; one that a clock change skips moves on by the length of the skip.
 */
export function fromWallTime(
  timeZone: string,
  wallMs: number,
  occurrence: 'earlier' | 'later' = 'earlier',
): number {
  if (timeZone === 'UTC') return wallMs;
  const day = 86_400_000;
  const before = wallMs - zoneOffsetMs(timeZone, wallMs - day);
  const after = wallMs - zoneOffsetMs(timeZone, wallMs + day);
  if (before === after) return before;
  const matches = [before, after].filter((instant) => toWallTime(timeZone, instant) === wallMs);
  if (matches.length === 0) return before;
  return occurrence === 'earlier' ? Math.min(...matches) : Math.max(...matches);
}

function readBlock(timeZone: string, startMs: number): OffsetBlock {
  const before = readOffsetMs(timeZone, startMs);
  const after = readOffsetMs(timeZone, startMs + BLOCK_MS);
  if (before === after) return {before, after, changeAtMs: startMs};
  let low = startMs;
  let high = startMs + BLOCK_MS;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (readOffsetMs(timeZone, middle) === before) low = middle;
    else high = middle;
  }
  return {before, after, changeAtMs: high};
}

function readOffsetMs(timeZone: string, epochMs: number): number {
  const format = formats.getOrCreate(
    timeZone,
    () => new Intl.DateTimeFormat('en-US', {timeZone, timeZoneName: 'longOffset'}),
  );
  const name = format.formatToParts(epochMs).find((part) => part.type === 'timeZoneName')?.value;
  // 'GMT', 'GMT+05:30', 'GMT-00:25:21'
  const match = /^GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(name ?? '');
  if (!match?.[1]) return 0;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
  return (match[1] === '-' ? -seconds : seconds) * 1000;
}
