import {ApiError, fromQueryError} from './api-error.js';
import type {ChdbEngine} from './chdb-engine.js';
import type {Project, ProjectPipe} from './load-project.js';
import {buildPipeQuery} from './pipe-query.js';
import {QueryError} from './query-error.js';
import type {RequestParams} from './request-params.js';
import {fixParams, readOutputSettings} from './request-params.js';
import {TemplateError} from './template/template-error.js';

const FORMATS: Readonly<Record<string, {format: string; contentType: string}>> = {
  json: {format: 'JSON', contentType: 'application/json; charset=utf-8'},
  csv: {format: 'CSVWithNames', contentType: 'text/csv; charset=utf-8'},
  ndjson: {format: 'JSONEachRow', contentType: 'application/x-ndjson; charset=utf-8'},
};

/** One query of a pipe, after its caller has been found to have the right. */
export interface AuthorizedQuery {
  pipe: ProjectPipe;
  /** File extension asked for: `json`, `csv` or `ndjson`. */
  extension: string;
  params: RequestParams;
  fixedParams: Readonly<Record<string, unknown>>;
  timeoutMs: number;
}

/** The body of an answer. */
export interface QueryAnswer {
  contentType: string;
  body: Uint8Array;
}

/**
 * Runs a pipe and returns what ClickHouse wrote, unchanged.
 * @throws {ApiError} 400 for wrong parameters or SQL, 404 for a pipe without endpoint, 408 for a slow one.
 */
export async function answerQuery(
  engine: ChdbEngine,
  project: Project,
  query: AuthorizedQuery,
): Promise<QueryAnswer> {
  const {pipe, extension, params, fixedParams, timeoutMs} = query;
  const output = FORMATS[extension];
  if (!output) {
    const known = Object.keys(FORMATS).join(', ');
    throw new ApiError(400, `The format '${extension}' is not one of ${known}`);
  }
  if (pipe.file.endpointNode === undefined) {
    throw new ApiError(404, `The pipe '${pipe.name}' does not have an endpoint`);
  }
  try {
    const {sql, settings} = buildPipeQuery(project, pipe, fixParams(params, fixedParams));
    const body = await engine.query({
      sql,
      format: output.format,
      settings: {
        ...settings,
        ...readOutputSettings(params),
        max_execution_time: timeoutMs / 1000,
      },
    });
    return {contentType: output.contentType, body};
  } catch (error) {
    if (error instanceof QueryError) throw fromQueryError(error);
    if (error instanceof TemplateError) throw fromTemplateError(error);
    throw error;
  }
}

function fromTemplateError(error: TemplateError): ApiError {
  return new ApiError(error.status, error.message, {
    cause: error,
    ...(error.body === undefined ? {} : {body: error.body}),
    ...(error.documentation === undefined
      ? {}
      : {documentation: `https://www.tinybird.co/docs${error.documentation}`}),
  });
}
