// M4 (Jugel et al., VLDB 2014): of all points in one column of pixels, the first, the last, the
// lowest and the highest draw the same line as all of them.

/**
 * Returns the places of the points that draw the same line on `columns` columns of pixels between
 * `from` and `to`; x must rise. Gaps (NaN) stay where they are at least a column wide or at the
 * edge of one. Points outside are dropped, save the nearest on either side.
 */
export function decimate(
  x: Float64Array,
  y: Float64Array,
  columns: number,
  from: number,
  to: number,
): Uint32Array {
  const scale = columns / (to - from);
  if (!(scale > 0) || !Number.isFinite(scale) || x.length <= columns * 4) {
    return new Uint32Array(x.length).map((_, at) => at);
  }
  const kept: number[] = [];
  let start = 0;
  while (start < x.length) {
    const column = columnOf(x[start] ?? 0, from, scale, columns);
    let [end, next] = [start + 1, x.length];
    while (end < next) {
      const middle = (end + next) >> 1;
      if (columnOf(x[middle] ?? 0, from, scale, columns) > column) next = middle;
      else end = middle + 1;
    }
    if (column < 0) kept.push(end - 1);
    else if (column > columns) kept.push(start);
    else keepColumn(y, start, end, kept);
    start = end;
  }
  return Uint32Array.from(kept);
}

function columnOf(x: number, from: number, scale: number, columns: number): number {
  return Math.max(-1, Math.min(columns + 1, Math.floor((x - from) * scale)));
}

function keepColumn(y: Float64Array, start: number, end: number, kept: number[]): void {
  let first = -1;
  let last = -1;
  let lowest = -1;
  let highest = -1;
  for (let at = start; at < end; at += 1) {
    const value = y[at] ?? NaN;
    if (Number.isNaN(value)) continue;
    if (first === -1) first = lowest = highest = at;
    last = at;
    if (value < (y[lowest] ?? 0)) lowest = at;
    if (value > (y[highest] ?? 0)) highest = at;
  }
  // Each stands at or behind the one before it.
  if (first !== start) keep(start);
  if (first !== -1) {
    keep(first);
    keep(Math.min(lowest, highest));
    keep(Math.max(lowest, highest));
    keep(last);
  }
  if (last !== end - 1) keep(end - 1);

  function keep(at: number): void {
    if (kept.at(-1) !== at) kept.push(at);
  }
}
