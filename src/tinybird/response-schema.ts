import {UnexpectedResponseError} from '../errors/data-errors.js';
import {parseExactJson} from './exact-json.js';
import type {PipeResponse, Row, Statistics} from './pipe-response.js';

/**
 * Reads the body of a pipe's JSON endpoint. Cells are JSON values; integers beyond 2^53 stay text,
 * and floats never do. Missing statistics become null.
 *
 * @throws {UnexpectedResponseError} with `issues` when the body is anything else.
 */
export async function parsePipeResponse(pipe: string, body: string): Promise<PipeResponse> {
  let json: unknown;
  try {
    json = parseExactJson(body);
  } catch {
    // Without the parser's error, which quotes the body: rows, or a token that is echoed.
    const what = /^\s*</.test(body) ? 'a page of HTML' : 'something other than JSON';
    throw new UnexpectedResponseError(`Pipe "${pipe}" answered ${what}.`, {pipe});
  }
  if (!isAnswer(json)) throw await toShapeError(pipe, json);
  const {data, statistics} = json;
  const meta = json.meta.map(({name, type}) => ({name, type}));
  for (const {name, type} of meta) {
    // Float64, Nullable(Float64), SimpleAggregateFunction(sum, Float64)
    if (/Float\d+\)*$/.test(type)) unquote(data, name);
  }
  return {
    meta,
    data,
    rows: typeof json.rows === 'number' ? json.rows : data.length,
    statistics: isWorkDone(statistics) ? toStatistics(statistics) : null,
  };
}

interface Answer {
  readonly meta: readonly {readonly name: string; readonly type: string}[];
  readonly data: readonly Row[];
  readonly rows?: unknown;
  readonly statistics?: unknown;
}

/** The same as the schema in `response-issues.ts`, which only answers that are wrong load. */
function isAnswer(json: unknown): json is Answer {
  const {meta, data} = (json ?? {}) as Record<string, unknown>;
  return Array.isArray(meta) && meta.every(isColumn) && Array.isArray(data) && data.every(isRow);
}

function isColumn(value: unknown): boolean {
  const {name, type} = (value ?? {}) as Record<string, unknown>;
  return typeof name === 'string' && typeof type === 'string';
}

/** One look per row: checking each cell of 100,000 rows would take longer than drawing them. */
function isRow(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWorkDone(value: unknown): value is Statistics {
  const {elapsed, rows_read, bytes_read} = (value ?? {}) as Record<string, unknown>;
  return [elapsed, rows_read, bytes_read].every(Number.isFinite);
}

function toStatistics({elapsed, rows_read, bytes_read}: Statistics): Statistics {
  return {elapsed, rows_read, bytes_read};
}

async function toShapeError(pipe: string, json: unknown): Promise<UnexpectedResponseError> {
  const issues = await import('./response-issues.js').then(
    ({responseIssues}) => responseIssues(json),
    () => [],
  );
  const where = issues.length > 0 ? ` (${issues.join('; ')})` : '';
  const message = `Pipe "${pipe}" answered JSON without rows and columns${where}.`;
  return new UnexpectedResponseError(message, {pipe, issues});
}

function unquote(data: readonly Row[], name: string): void {
  for (const row of data as Record<string, unknown>[]) {
    if (typeof row[name] === 'string') row[name] = Number(row[name]);
  }
}
