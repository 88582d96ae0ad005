/** One second plus what network jitter can squeeze two starts together. */
export const WINDOW_MS = 1_050;

/**
 * Longest way to the server that is allowed for. The service counts arrivals, and the first
 * requests of a page arrive late: connection, TLS and preflight come before them.
 */
export const MAX_WAY_MS = 250;

/** The same without https, where browsers send six requests at a time: the others leave late. */
export const MAX_PLAIN_WAY_MS = 2_000;

/** When a request began, and the latest time at which it can have arrived. */
export interface Departure {
  readonly atMs: number;
  /** True but for a slower way than is allowed for. */
  readonly arrivedAtMs: number;
  readonly isPolling: boolean;
}

/** Time from which a start does not count any more. `windowMs` is `WINDOW_MS` or a multiple. */
export function freeAtMs({atMs, arrivedAtMs}: Departure, windowMs: number): number {
  const countedMs = (windowMs * 1_000) / WINDOW_MS;
  // Both ends of the window count, hence one more millisecond.
  return Math.max(atMs + windowMs, arrivedAtMs + countedMs) + 1;
}

/**
 * How long until fewer than `most` of these starts lie within the last `windowMs`, nor may have
 * arrived within the second (or whatever the window is without its margin) before.
 */
export function roomInMs(
  starts: readonly Departure[],
  most: number,
  windowMs: number,
  nowMs: number,
): number {
  const freed = starts
    .map((start) => freeAtMs(start, windowMs))
    .sort((left, right) => left - right)
    .at(-most);
  return freed === undefined ? 0 : Math.max(0, freed - nowMs);
}
