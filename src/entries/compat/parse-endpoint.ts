import type {PipeParams} from '../../tinybird/pipe-request.js';

/** Where a pipe is, and the parameters that its address names. */
export interface ParsedEndpoint {
  readonly host: string | undefined;
  readonly pipe: string;
  readonly params: PipeParams;
}

/**
 * Takes an address such as `https://api.tinybird.co/v0/pipes/visits.json?plan=team` apart; a token
 * in it is left out. What is no such address stands as the pipe's name, which the chart refuses.
 */
export function parseEndpoint(endpoint: string): ParsedEndpoint {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : null;
  const [, pipe] = /^\/v0\/pipes\/([\w-]+)\.json$/.exec(url?.pathname ?? '') ?? [];
  if (!url || pipe === undefined)
    return {host: undefined, pipe: `not a pipe's endpoint: ${url?.pathname ?? ''}`, params: {}};
  const params = Object.fromEntries(url.searchParams);
  delete params['token'];
  return {host: url.origin, pipe, params};
}
