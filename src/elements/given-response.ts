import type {ColumnMeta, PipeResponse, Row} from '../tinybird/pipe-response.js';

/** Makes a response of the rows that a page hands over; columns without `meta` are guessed. */
export function givenResponse(
  data: readonly Row[],
  meta: readonly ColumnMeta[] | undefined,
): PipeResponse {
  return {meta: meta ?? guessMeta(data), data, rows: data.length, statistics: null};
}

const TIME = /^\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2})/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

function guessMeta(data: readonly Row[]): ColumnMeta[] {
  const names = [...new Set(data.slice(0, 100).flatMap((row) => Object.keys(row)))];
  return names.map((name) => {
    const cells = data
      .map((row) => row[name])
      .filter((cell) => cell !== null && cell !== undefined);
    return {name, type: guessType(cells)};
  });
}

function guessType(cells: readonly unknown[]): string {
  const every = (test: (cell: unknown) => boolean) => cells.length > 0 && cells.every(test);
  if (every((cell) => typeof cell === 'number')) return 'Nullable(Float64)';
  if (every((cell) => typeof cell === 'boolean')) return 'Nullable(Bool)';
  if (every((cell) => typeof cell === 'string' && DATE.test(cell))) return 'Nullable(Date)';
  if (every((cell) => typeof cell === 'string' && TIME.test(cell)))
    return 'Nullable(DateTime64(3))';
  return 'Nullable(String)';
}
