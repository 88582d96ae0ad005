import type {JwtScope} from '../../../../demo/stack/tinybird/mint-jwt.js';
import {mintTinybirdJwt} from '../../../../demo/stack/tinybird/mint-jwt.js';

/** A JWT with one PIPES:READ scope. */
export function tokenFor(
  pipe: string,
  fixedParams: NonNullable<JwtScope['fixed_params']> = {},
): Promise<string> {
  return mintTinybirdJwt({
    claims: {scopes: [{type: 'PIPES:READ', resource: pipe, fixed_params: fixedParams}]},
  });
}

/** The answer to a request, its body read. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** The body as JSON. */
  json(): AnswerJson;
}

/** What JSON answers of the API may hold. */
export interface AnswerJson {
  meta: {name: string; type: string}[];
  data: Record<string, unknown>[];
  rows: number;
  rows_before_limit_at_least?: number;
  statistics: {elapsed: number; rows_read: number; bytes_read: number};
  error: string;
  documentation: string;
}

/** Sends a request with a Bearer token and reads the answer to its end. */
export async function ask(url: string, token: string, init: RequestInit = {}): Promise<Answer> {
  const sent = new Headers(init.headers);
  sent.set('authorization', `Bearer ${token}`);
  const response = await fetch(url, {...init, headers: sent});
  const text = await response.text();
  const {status, headers: answered} = response;
  return {status, headers: answered, text, json: () => JSON.parse(text) as AnswerJson};
}
