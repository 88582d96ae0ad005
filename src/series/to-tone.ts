import type {ToneScale} from './tone-scale.js';

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
 * Returns what is heard of a value: the higher it is on its scale, the higher the pitch, by equal
 * musical steps for equal differences, or for equal ratios on a logarithmic one. `share` is its
 * place between the first (0) and the last (1).
 */
export function toTone(value: number, {min, max, isLog}: ToneScale, share: number): Tone {
  const pan = (2 * share - 1) * WIDTH;
  if (Number.isNaN(value) || (isLog && value <= 0)) return {hz: null, pan};
  const step = isLog ? Math.log : (plain: number) => plain;
  const height = max > min ? (step(value) - step(min)) / (step(max) - step(min)) : 0.5;
  return {hz: LOWEST_HZ * (HIGHEST_HZ / LOWEST_HZ) ** height, pan};
}
