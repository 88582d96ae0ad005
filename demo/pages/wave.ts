/** A smooth, repeatable wave between 0 and 1, so that a page looks the same every time. */
export function wave(at: number, phase = 0): number {
  return 0.5 + 0.32 * Math.sin(at * 0.9 + phase) + 0.18 * Math.sin(at * 2.3 + phase * 1.7);
}

/** Repeatable noise between 0 and 1. */
export function noise(at: number): number {
  const value = Math.sin(at * 12.9898) * 43_758.5453;
  return value - Math.floor(value);
}

/** First days of the months of a year. */
export const MONTHS: readonly string[] = Array.from(
  {length: 12},
  (_, at) => `2026-${String(at + 1).padStart(2, '0')}-01`,
);
