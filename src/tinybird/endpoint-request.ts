import type {PipeRequest} from './pipe-request.js';

/** What `fetch` is called with. */
export interface EndpointRequest {
  readonly url: string;
  readonly init: RequestInit;
}

/** Longest URL sent; beyond it the parameters go into a POST body (as Tinybird's charts do). */
export const MAX_URL_LENGTH = 2_048;

/**
 * Builds the HTTP request for a pipe's JSON endpoint. Nothing of it is stored, follows a redirect,
 * carries cookies or names the page.
 */
export function buildEndpointRequest(request: PipeRequest, token: string): EndpointRequest {
  const {host, pipe, params} = request;
  const path = `${host}/v0/pipes/${encodeURIComponent(pipe)}.json`;
  const query = new URLSearchParams(params).toString();
  const url = query ? `${path}?${query}` : path;
  const isLong = url.length > MAX_URL_LENGTH;
  return {
    url: isLong ? path : url,
    init: {
      method: isLong ? 'POST' : 'GET',
      headers: {
        Authorization: `Bearer ${token}`,
        ...(isLong && {'Content-Type': 'application/json'}),
      },
      ...(isLong && {body: JSON.stringify(params)}),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    },
  };
}
