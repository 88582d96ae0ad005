import {rowsResponse, textResponse} from '../../support/fake-fetch.js';
import {answering, CHOSEN, claiming, dropping, OWN, type Walk, withClerk} from './walk.js';

const GUARDED = 'https://api.guarded.tinybird.co';
const HOUR_MS = 3_600_000;

/** What stands between page and service, time and amount. */
export const wrongSurroundings: readonly Walk[] = [
  {
    name: 'connect-src without the address',
    setUp: () => ({
      attributes: {host: GUARDED},
      answer: (request) => {
        document.dispatchEvent(
          new SecurityPolicyViolationEvent('securitypolicyviolation', {
            blockedURI: `${GUARDED}/v0/pipes/sales.json`,
            documentURI: location.href,
            disposition: 'enforce',
            effectiveDirective: 'connect-src',
            violatedDirective: 'connect-src',
            originalPolicy: '',
            statusCode: 0,
          }),
        );
        return dropping(request);
      },
    }),
    code: 'csp-blocked',
    causes: ['Add it to connect-src'],
  },
  {
    name: 'CORS on a host of its own',
    setUp: () => ({attributes: {host: OWN}, answer: dropping}),
    code: 'network',
    causes: ['CORS', 'network does not let it through', 'content blocker'],
  },
  {
    name: 'a content blocker',
    setUp: () => ({attributes: {host: CHOSEN}, answer: dropping}),
    code: 'network',
    causes: ['content blocker', 'network does not let it through'],
  },
  {
    name: 'a region that does not exist',
    setUp: () => ({attributes: {host: 'https://api.us-east-1.tinybird.co'}, answer: dropping}),
    code: 'network',
    causes: ['may not exist', 'content blocker', 'network does not let it through'],
  },
  {
    name: 'a local server that does not run',
    setUp: () => ({attributes: {host: 'http://localhost:9'}, answer: dropping}),
    code: 'network',
    causes: ['Nothing listens at http://localhost:9', 'CORS'],
  },
  {
    name: 'a page of a proxy in place of rows',
    setUp: () => ({answer: () => textResponse(200, '<!doctype html><title>Welcome</title>')}),
    code: 'unexpected-response',
    causes: ['answered a page of HTML. Check', 'not an API of Tinybird'],
  },
  {
    name: 'JSON of something else',
    setUp: () => ({answer: answering(200, {status: 'up'})}),
    code: 'unexpected-response',
    causes: ['without rows and columns', 'not an API of Tinybird'],
  },
  {
    name: 'a clock that is an hour late',
    setUp: () => withClerk((clerk) => (clerk.skewMs = HOUR_MS), {answer: () => rowsResponse()}),
    code: null,
    causes: ['it works'],
    note: 'clock is wrong; the difference is allowed for',
  },
  {
    name: 'a clock that is an hour early',
    setUp: () => withClerk((clerk) => (clerk.skewMs = -HOUR_MS), {answer: () => rowsResponse()}),
    code: null,
    causes: ['it works'],
    note: 'clock is wrong; the difference is allowed for',
  },
  {
    name: 'a query that is too slow',
    setUp: () => ({answer: answering(408)}),
    code: 'query-timeout',
    causes: ['reads too much', 'time range'],
  },
  {
    name: 'a rate limit that all visitors share',
    setUp: () => claiming({name: 'frontend_jwt', limits: {rps: 10}}, {answer: answering(429)}),
    code: 'rate-limited',
    causes: ['"frontend_jwt"', 'Another page or tab', 'daily quota'],
  },
];
