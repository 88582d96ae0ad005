import {isRest, type Steps} from '../lib/steps.js';
import type {Row} from '../tinybird/pipe-response.js';

/** Returns the number that `valueOf` makes of each row. */
export function* mapRows(
  data: readonly Row[],
  valueOf: (row: Row, at: number) => number,
): Steps<Float64Array> {
  const values = new Float64Array(data.length);
  for (const [at, row] of data.entries()) {
    if (isRest(at)) yield;
    values[at] = valueOf(row, at);
  }
  return values;
}
