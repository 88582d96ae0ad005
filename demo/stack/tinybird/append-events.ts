import {ApiError} from './api-error.js';
import type {ChdbEngine} from './chdb-engine.js';
import type {DatasourceFile} from './datafile/datasource-file.js';
import {QueryError} from './query-error.js';

/** What the Events API answers (Tinybird docs, Events API). */
export interface AppendResult {
  successful_rows: number;
  quarantined_rows: number;
}

/**
 * Appends lines of JSON to a data source, each column from its JSON path.
 *
 * Rows that do not fit the columns are counted as quarantined, and dropped.
 * @throws {ApiError} 400 when a line is not a JSON object.
 */
export async function appendEvents(
  engine: ChdbEngine,
  datasource: DatasourceFile,
  ndjson: string,
): Promise<AppendResult> {
  const rows = ndjson
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => toRow(datasource, line, parseLine(line, index + 1)));
  if (rows.length === 0) throw new ApiError(400, 'The body must hold at least one line of JSON');
  try {
    await engine.insert(datasource.name, toNdjson(rows));
    return {successful_rows: rows.length, quarantined_rows: 0};
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
  }
  // One bad row fails the whole block, so each row has to be tried alone.
  let successfulRows = 0;
  for (const row of rows) {
    try {
      await engine.insert(datasource.name, toNdjson([row]));
      successfulRows += 1;
    } catch (error) {
      if (!(error instanceof QueryError)) throw error;
    }
  }
  return {successful_rows: successfulRows, quarantined_rows: rows.length - successfulRows};
}

function parseLine(line: string, number: number): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new ApiError(400, `Line ${number} is not JSON`, {cause});
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ApiError(400, `Line ${number} is not a JSON object`);
  }
  return value as Record<string, unknown>;
}

function toRow(datasource: DatasourceFile, line: string, event: Record<string, unknown>): string {
  const paths = datasource.columns.map(
    ({name, jsonPath}) => [name, jsonPath ?? `$.${name}`] as const,
  );
  // As written where names agree, for parsing rounds integers past 2^53.
  if (paths.every(([name, path]) => path.replace(/\[:\]$/, '') === `$.${name}`)) return line.trim();
  const row: Record<string, unknown> = {};
  for (const [name, path] of paths) {
    const value = readPath(event, path);
    if (value !== undefined) row[name] = value;
  }
  return JSON.stringify(row);
}

// $.user.id, $.tags[:]
function readPath(event: Record<string, unknown>, path: string): unknown {
  const steps = path
    .replace(/^\$\.?/, '')
    .replace(/\[:\]$/, '')
    .split('.');
  return steps.reduce<unknown>(
    (value, step) => (isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined),
    event,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function toNdjson(rows: readonly string[]): Uint8Array {
  return Buffer.from(rows.map((row) => `${row}\n`).join(''));
}
