import type {PipeResponse} from '../../src/tinybird/pipe-response.js';

/** A pipe's answer from `{column: type}` and rows written as lists. */
export function answer(
  columns: Readonly<Record<string, string>>,
  rows: readonly (readonly unknown[])[],
): PipeResponse {
  const meta = Object.entries(columns).map(([name, type]) => ({name, type}));
  const data = rows.map((row) =>
    Object.fromEntries(meta.map(({name}, at) => [name, row[at] ?? null])),
  );
  return {meta, data, rows: data.length, statistics: null};
}
