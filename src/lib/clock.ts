/** The only source of time in the product, so that tests can be its clock. */
export interface Clock {
  /** Milliseconds since the Unix epoch by the device's wall clock, which can jump. */
  now(): number;
  /** Milliseconds since an arbitrary start; never jumps, may stand still while the device sleeps. */
  monotonic(): number;
  /** Calls `callback` once after `delayMs` (any length) and returns a function that calls it off. */
  setTimer(callback: () => void, delayMs: number): () => void;
}

/** Longest delay that browsers accept: 2^31 - 1 ms, about 24.8 days. Longer ones fire at once. */
const MAX_TIMEOUT_MS = 2_147_483_647;

/** The device's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  setTimer(callback, delayMs) {
    let remainingMs = Math.max(0, delayMs);
    let id: ReturnType<typeof setTimeout>;
    const arm = () => {
      const stepMs = Math.min(remainingMs, MAX_TIMEOUT_MS);
      remainingMs -= stepMs;
      id = setTimeout(() => (remainingMs > 0 ? arm() : callback()), stepMs);
    };
    arm();
    return () => clearTimeout(id);
  },
};
