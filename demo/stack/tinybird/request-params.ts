import {z} from 'zod';

import {ApiError} from './api-error.js';
import type {QuerySettings} from './chdb-session.js';
import type {TemplateParams} from './template/compiled-template.js';

/** Parameters by name as a request gives them. */
export type RequestParams = Record<string, unknown>;

const bodySchema = z.record(z.string(), z.unknown());

const OUTPUT_SETTINGS = [
  'output_format_json_quote_64bit_integers',
  'output_format_json_quote_denormals',
] as const;

/**
 * Gathers parameters from the query string (a repeated key gives an array) and from a body, which
 * is a flat JSON object or a form; the body wins. `token` is never among them.
 * @throws {ApiError} 400 for a body that is neither.
 */
export function readRequestParams(
  query: URLSearchParams,
  body: string,
  contentType = '',
): RequestParams {
  const isForm = contentType.startsWith('application/x-www-form-urlencoded');
  const fromBody = isForm ? fromSearchParams(new URLSearchParams(body)) : fromJson(body);
  const params: RequestParams = Object.assign(
    Object.create(null),
    fromSearchParams(query),
    fromBody,
  );
  delete params['token'];
  return params;
}

/** Parameters for a template: those of the request, but the token's fixed ones always win. */
export function fixParams(
  params: RequestParams,
  fixedParams: Readonly<Record<string, unknown>>,
): TemplateParams {
  return Object.assign(Object.create(null), params, fixedParams) as TemplateParams;
}

/** Settings for the JSON output that a request may choose (Tinybird docs, Query API). */
export function readOutputSettings(params: RequestParams): QuerySettings {
  const given = OUTPUT_SETTINGS.filter((name) => name in params);
  return Object.fromEntries(
    given.map((name) => [name, ['1', 'true'].includes(String(params[name])) ? 1 : 0]),
  );
}

function fromSearchParams(search: URLSearchParams): RequestParams {
  const params: RequestParams = Object.create(null);
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name);
    params[name] = values.length > 1 ? values : values[0];
  }
  return params;
}

function fromJson(body: string): RequestParams {
  if (body.trim() === '') return {};
  const refusal = 'The body must be a JSON object of parameters';
  try {
    return bodySchema.parse(JSON.parse(body));
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof z.ZodError) {
      throw new ApiError(400, refusal, {cause});
    }
    throw cause;
  }
}
