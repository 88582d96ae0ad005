import type {ServerResponse} from 'node:http';

import type {ServerOptions} from './server-options.js';

const RATE_HEADERS = 'X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, Retry-After';

/** Lets pages of any origin read the answer; the rate headers too where the options say so. */
export function allowEveryOrigin(response: ServerResponse, options: ServerOptions): void {
  response.setHeader('Access-Control-Allow-Origin', '*');
  if (options.rateHeaders === 'exposed') {
    response.setHeader('Access-Control-Expose-Headers', RATE_HEADERS);
  }
}

/** Answers a preflight for the methods and headers that official clients use. */
export function answerPreflight(response: ServerResponse, options: ServerOptions): void {
  response.setHeader('Access-Control-Allow-Methods', 'GET, POST, OPTIONS');
  response.setHeader('Access-Control-Allow-Headers', 'authorization, content-type');
  if (options.corsMaxAgeS !== null) {
    response.setHeader('Access-Control-Max-Age', String(options.corsMaxAgeS));
  }
  response.writeHead(204).end();
}
