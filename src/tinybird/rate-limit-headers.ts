/** Shortest and longest wait that a header can ask for. */
export const MIN_WAIT_MS = 250;
export const MAX_WAIT_MS = 60_000;

/** Longest wait after an answer that was no refusal, whatever it says of the next. */
const MAX_EXHAUSTED_MS = 10_000;

/**
 * Reads how long the server asks to wait: `Retry-After` (seconds or a date), else
 * `X-RateLimit-Reset` (seconds from now). Bounded to 250 ms … 60 s, as a value may be meant otherwise
 * (milliseconds, an epoch) and one request a minute finds out; null when neither is readable, as
 * happens cross-origin.
 */
export function readRetryAfterMs(headers: Headers, nowMs: number): number | null {
  const after = headers.get('retry-after');
  if (after !== null) {
    const waitMs = readSecondsMs(after) ?? readDateMs(after) - nowMs;
    if (!Number.isNaN(waitMs)) return bound(waitMs);
  }
  const resetMs = readSecondsMs(headers.get('x-ratelimit-reset'));
  return resetMs === null ? null : bound(resetMs);
}

/** The wait after an answer that used up the window, 10 s at most; null where requests are left. */
export function readExhaustedMs(headers: Headers, nowMs: number): number | null {
  if (headers.get('x-ratelimit-remaining')?.trim() !== '0') return null;
  const waitMs = readRetryAfterMs(headers, nowMs);
  return waitMs && Math.min(MAX_EXHAUSTED_MS, waitMs);
}

/** Brings a wait into the bounds that keep a chart both polite and alive. */
function bound(waitMs: number): number {
  return Math.min(MAX_WAIT_MS, Math.max(MIN_WAIT_MS, waitMs));
}

function readSecondsMs(text: string | null): number | null {
  return text !== null && /^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) * 1000 : null;
}

/** Browsers read even "-5" as a date; one of HTTP begins with the name of a day. */
function readDateMs(text: string): number {
  return /^\s*[A-Z][a-z]+,/.test(text) ? Date.parse(text) : NaN;
}
