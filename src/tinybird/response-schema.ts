import {UnexpectedResponseError} from '../errors/request-errors.js';
import {parseExactJson} from './exact-json.js';
import type {PipeResponse, Row, Statistics} from './pipe-response.js';

/** Bodies from here on would hold the thread for too long when parsed at once. */
const LARGE_CHARS = 1_000_000;

/**
 * Reads the body of a pipe's JSON endpoint, a large one in several tasks until `signal` is aborted.
 * Cells are JSON values; integers beyond 2^53 stay text, and floats never do. Missing statistics
 * become null.
 *
 * @throws {UnexpectedResponseError} with `issues` when the body is anything else; `signal.reason`
 * when aborted.
 */
export async function parsePipeResponse(
  pipe: string,
  body: string,
  signal?: AbortSignal,
): Promise<PipeResponse> {
  const large = body.length < LARGE_CHARS ? null : await parseLarge(body, signal);
  if (large) return large;
  let json: unknown;
  try {
    json = parseExactJson(body);
  } catch {
    // Without the parser's error, which quotes the body: rows, or a token that is echoed.
    const what = /^\s*</.test(body) ? 'a page of HTML' : 'something other than JSON';
    throw new UnexpectedResponseError(`Pipe "${pipe}" answered ${what}.`, {pipe});
  }
  const response = readAnswer(json);
  if (!response) throw await toShapeError(pipe, json);
  return response;
}

/** Without its part, a large body is read as any other. */
async function parseLarge(body: string, signal?: AbortSignal): Promise<PipeResponse | null> {
  const part = await import('./parse-in-slices.js').catch(() => null);
  return part && part.parseInSlices(body, readAnswer, signal);
}

function readAnswer(json: unknown): PipeResponse | null {
  if (!isAnswer(json)) return null;
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
    statistics: readStatistics(statistics),
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

function readStatistics(value: unknown): Statistics | null {
  const {elapsed, rows_read, bytes_read} = (value ?? {}) as Statistics;
  const isWorkDone = [elapsed, rows_read, bytes_read].every(Number.isFinite);
  return isWorkDone ? {elapsed, rows_read, bytes_read} : null;
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
