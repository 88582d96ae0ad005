import {isRest, type Steps} from '../lib/steps.js';
import type {Row} from '../tinybird/pipe-response.js';

/** Returns the number that `valueOf` makes of each row. */
export function* mapRows(
  data: readonly Row[],
  valueOf: (row: Row, at: number) => number,
): Steps<Float64Array> {
  const values = new Float64Array(data.length);
  for (let at = 0; at < values.length; at += 1) {
    const row = data[at];
    if (isRest(at)) yield;
    if (row) values[at] = valueOf(row, at);
  }
  return values;
}
