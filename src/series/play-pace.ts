/** How a series is played. */
export interface PlayPace {
  /** From the start of one tone to that of the next, in ms. */
  readonly stepMs: number;
  /** Each so-many-th place is heard. */
  readonly stride: number;
}

/** How long all of a series takes at most, in ms. */
const LONGEST_MS = 8000;

/** What one tone takes, in ms: faster ones run into each other, slower ones are a wait. */
const [FASTEST_MS, SLOWEST_MS] = [50, 200];

/** Returns how fast so many places are played: few slowly, and of many some are left out. */
export function playPace(count: number): PlayPace {
  return {
    stepMs: Math.max(FASTEST_MS, Math.min(SLOWEST_MS, LONGEST_MS / count)),
    stride: Math.max(1, Math.ceil((count * FASTEST_MS) / LONGEST_MS)),
  };
}
