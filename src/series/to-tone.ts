import type {ValueExtent} from './value-extent.js';

/** A point as it is heard. */
export interface Tone {
  /** Pitch in Hz; null where there is no value. */
  readonly hz: number | null;
  /** Place between the ears, from -1 at the left to 1 at the right. */
  readonly pan: number;
}

/** Pitches of the least and the greatest value, in Hz: three octaves, which small loudspeakers have. */
const [LOWEST_HZ, HIGHEST_HZ] = [220, 1760];

/** Farther out, who hears with one ear would miss a side. */
const WIDTH = 0.8;

/**
 * Returns what is heard of a value: the higher it is in `extent`, the higher the pitch, by equal
 * musical steps for equal differences. `share` is its place between the first (0) and the last (1).
 */
export function toTone(
  value: number,
  {min, max}: Pick<ValueExtent, 'min' | 'max'>,
  share: number,
): Tone {
  const pan = (2 * share - 1) * WIDTH;
  if (Number.isNaN(value)) return {hz: null, pan};
  const height = max > min ? (value - min) / (max - min) : 0.5;
  return {hz: LOWEST_HZ * (HIGHEST_HZ / LOWEST_HZ) ** height, pan};
}
