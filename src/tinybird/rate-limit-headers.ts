/** Shortest and longest wait that a header can ask for. */
export const MIN_WAIT_MS = 250;
export const MAX_WAIT_MS = 5 * 60_000;

/**
 * Reads how long the server asks to wait: `Retry-After` (seconds or a date), else
 * `X-RateLimit-Reset` (seconds from now). Bounded to 250 ms … 5 min; null when neither is readable,
 * as happens cross-origin.
 */
export function readRetryAfterMs(headers: Headers, nowMs: number): number | null {
  const after = headers.get('retry-after');
  if (after !== null) {
    const waitMs = readSecondsMs(after) ?? Date.parse(after) - nowMs;
    if (!Number.isNaN(waitMs)) return bound(waitMs);
  }
  const resetMs = readSecondsMs(headers.get('x-ratelimit-reset'));
  return resetMs === null ? null : bound(resetMs);
}

/** The wait after an answer that used up the window, or null where requests are left. */
export function readExhaustedMs(headers: Headers, nowMs: number): number | null {
  return headers.get('x-ratelimit-remaining')?.trim() === '0'
    ? readRetryAfterMs(headers, nowMs)
    : null;
}

/** Brings a wait into the bounds that keep a chart both polite and alive. */
function bound(waitMs: number): number {
  return Math.min(MAX_WAIT_MS, Math.max(MIN_WAIT_MS, waitMs));
}

function readSecondsMs(text: string | null): number | null {
  return text !== null && /^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) * 1000 : null;
}
