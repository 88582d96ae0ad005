import * as z from 'zod/mini';
import {UnexpectedResponseError} from '../errors/data-errors.js';
import {parseExactJson} from './exact-json.js';
import type {PipeResponse, Row} from './pipe-response.js';

const envelope = z.object({meta: z.array(z.object({name: z.string(), type: z.string()}))});

const workDone = z.object({elapsed: z.number(), rows_read: z.number(), bytes_read: z.number()});

/**
 * Reads the body of a pipe's JSON endpoint. Cells are JSON values; integers beyond 2^53 stay text,
 * and floats never do. Missing statistics become null.
 *
 * @throws {UnexpectedResponseError} with `issues` when the body is anything else.
 */
export function parsePipeResponse(pipe: string, body: string): PipeResponse {
  let json: unknown;
  try {
    json = parseExactJson(body);
  } catch {
    // Without the parser's error, which quotes the body: rows, or a token that is echoed.
    throw new UnexpectedResponseError(`Pipe "${pipe}" answered something other than JSON.`, {pipe});
  }
  const head = z.safeParse(envelope, json);
  if (!head.success) {
    const issues = head.error.issues.map(
      ({path, message}) => `${path.join('.') || 'body'}: ${message}`,
    );
    throw toShapeError(pipe, issues.slice(0, 5));
  }
  const {meta} = head.data;
  const {data, ...rest} = json as Record<string, unknown>;
  if (!isRowList(data)) throw toShapeError(pipe, ['data: not a list of rows']);
  const rows = typeof rest.rows === 'number' ? rest.rows : data.length;
  const statistics = z.safeParse(workDone, rest.statistics).data ?? null;
  for (const {name, type} of meta) {
    // Float64, Nullable(Float64), SimpleAggregateFunction(sum, Float64)
    if (/Float\d+\)*$/.test(type)) unquote(data, name);
  }
  return {meta, data, rows, statistics};
}

/** One look per row: checking each cell of 100,000 rows would take longer than drawing them. */
function isRowList(value: unknown): value is Row[] {
  return (
    Array.isArray(value) &&
    value.every((row) => typeof row === 'object' && row !== null && !Array.isArray(row))
  );
}

function toShapeError(pipe: string, issues: readonly string[]): UnexpectedResponseError {
  const where = issues.join('; ');
  return new UnexpectedResponseError(
    `Pipe "${pipe}" answered JSON without rows and columns (${where}).`,
    {pipe, issues},
  );
}

function unquote(data: Row[], name: string): void {
  for (const row of data as Record<string, unknown>[]) {
    if (typeof row[name] === 'string') row[name] = Number(row[name]);
  }
}
