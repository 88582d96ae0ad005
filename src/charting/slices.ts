/** Part of a ring between two angles, as shares of a full turn from the top, clockwise. */
export interface Slice {
  readonly from: number;
  readonly to: number;
}

/** Returns the slices of `values` in their order; zeros have none to see, and all-zeros neither. */
export function toSlices(values: readonly number[]): Slice[] {
  const total = values.reduce((sum, value) => sum + value, 0) || 1;
  let sum = 0;
  return values.map((value) => {
    const from = sum / total;
    sum += value;
    return {from, to: sum / total};
  });
}

/** Returns a point on a circle around 0, 0: `turn` as a share of a full turn from the top. */
export function pointOnCircle(turn: number, radius: number): readonly [x: number, y: number] {
  const angle = turn * 2 * Math.PI;
  return [round(Math.sin(angle) * radius), round(-Math.cos(angle) * radius)];
}

/** Returns the SVG path of a slice around 0, 0, with a hole of radius `inner`, 0 for none. */
export function slicePath({from, to}: Slice, outer: number, inner: number): string {
  // An arc that ends where it begins is not drawn: a full turn takes two.
  const stops = to - from > 0.999 ? [from, (from + to) / 2, to] : [from, to];
  const isLarge = stops.length === 2 && to - from > 0.5 ? 1 : 0;
  const arc = (turn: number, radius: number, sweep: 0 | 1) =>
    `A${radius} ${radius} 0 ${isLarge} ${sweep} ${pointOnCircle(turn, radius).join(' ')}`;
  const start = `M${pointOnCircle(from, outer).join(' ')}`;
  const rim = stops.slice(1).map((turn) => arc(turn, outer, 1));
  const back = [...stops].reverse();
  const hole = `L${pointOnCircle(to, inner).join(' ')}${back
    .slice(1)
    .map((turn) => arc(turn, inner, 0))
    .join('')}`;
  return `${start}${rim.join('')}${inner > 0 ? hole : 'L0 0'}Z`;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
