import type {ColumnMeta, Row} from '../../../src/index.js';

/** Rows as a chart takes them; columns where the text had them. */
export interface PastedRows {
  readonly data: readonly Row[];
  readonly meta: readonly ColumnMeta[] | undefined;
}

/**
 * Reads a list of rows, or the answer of a pipe with `meta` and `data`.
 *
 * @throws {Error} that says what the text is not.
 */
export function parseRows(text: string): PastedRows {
  const value: unknown = JSON.parse(text);
  const isList = Array.isArray(value);
  const {data, meta} = (isList ? {data: value} : (value ?? {})) as {data?: unknown; meta?: unknown};
  if (!Array.isArray(data) || !data.every(isRow))
    throw new Error('This is neither a list of objects nor an answer with "data".');
  return {
    data: data as readonly Row[],
    meta: Array.isArray(meta) ? (meta as readonly ColumnMeta[]) : undefined,
  };
}

const isRow = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
