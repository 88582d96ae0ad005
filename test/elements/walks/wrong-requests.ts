import {rowsResponse} from '../../support/fake-fetch.js';
import {answering, CHOSEN, claiming, refused, type Walk} from './walk.js';

/** Mistakes in the address, the pipe and its parameters. */
export const wrongRequests: readonly Walk[] = [
  {
    name: 'another region than the default one',
    setUp: () => refused({}, {}),
    code: 'token-rejected',
    causes: ['another region. Compare `host`', 'signing key', '`workspace_id`'],
  },
  {
    name: 'another region than the chosen one',
    setUp: refused,
    code: 'token-rejected',
    causes: ['signing key', 'another workspace or region. Compare', 'sales'],
  },
  {
    name: 'the address of the user interface',
    setUp: () => ({attributes: {host: 'https://cloud.tinybird.co'}}),
    code: 'misconfigured',
    causes: ['Use the API address, https://api.tinybird.co'],
  },
  {
    name: 'a host without https',
    setUp: () => ({attributes: {host: 'api.us-east.aws.tinybird.co'}}),
    code: 'misconfigured',
    causes: ['Write https://api.us-east.aws.tinybird.co'],
  },
  {
    name: 'a local host without http',
    setUp: () => ({attributes: {host: 'localhost:7181'}}),
    code: 'misconfigured',
    causes: ['Write http://localhost:7181'],
  },
  {
    name: 'a host that is not listed',
    setUp: () => ({attributes: {host: 'https://tinybird.example'}}),
    code: 'host-not-allowed',
    causes: ["configure({allowedHosts: ['https://tinybird.example']})"],
  },
  {
    name: 'a token-endpoint on another origin',
    setUp: () => ({getToken: undefined, tokenEndpoint: 'https://evil.example/token'}),
    code: 'host-not-allowed',
    causes: ["it must be the page's own"],
  },
  {
    name: 'no pipe',
    setUp: () => ({attributes: {pipe: ''}}),
    code: 'misconfigured',
    causes: ['pipe is missing'],
  },
  {
    name: 'a misspelt pipe',
    setUp: () => claiming({}, {attributes: {pipe: 'slaes', host: CHOSEN}}),
    code: 'jwt-claims',
    causes: ['may be misspelt: `pipe` is "slaes"', '"resource": "slaes"'],
  },
  {
    name: 'a pipe that is misspelt in the template too, or not published',
    setUp: () => claiming({}, {answer: answering(404)}),
    code: 'pipe-not-found',
    causes: ['another name', 'not published', 'another workspace or region'],
  },
  {
    name: 'a required parameter that is missing',
    setUp: () => claiming({}, {answer: answering(400, {error: 'Missing start'}), params: {end: 1}}),
    code: 'invalid-params',
    causes: ['Sent: end; fixed by the token: org', 'another type', 'pipe itself fails'],
  },
  {
    name: 'a parameter in lower case',
    setUp: () => ({
      answer: answering(400, {error: 'Check the parameters startDate.'}),
      attributes: {'param-startdate': '2026-01-01'},
    }),
    code: 'invalid-params',
    causes: ['The pipe asks for "startDate"'],
  },
  {
    name: 'parameters that are too long',
    setUp: () => ({answer: answering(413), params: {a: 'x', ids: 'y'.repeat(4_000)}}),
    code: 'invalid-params',
    causes: ['"ids", which has 4,000 characters'],
  },
  {
    name: 'parameters that are not JSON',
    setUp: () => ({attributes: {params: '{from: 1}'}}),
    code: 'misconfigured',
    causes: ['params is not valid JSON'],
  },
  {
    name: 'a reserved parameter',
    setUp: () => ({attributes: {'param-token': 'mine'}}),
    code: 'misconfigured',
    causes: ['"token" is reserved'],
  },
  {
    name: 'a parameter that the token fixes',
    setUp: () => ({answer: () => rowsResponse(), params: {org: 'globex'}}),
    code: null,
    causes: ['it works'],
    note: '"org" is fixed by the token',
  },
  {
    name: 'a fixed parameter that the pipe does not use, where rows show it',
    setUp: () => ({answer: () => rowsResponse([{org: 'globex', visits: 1}])}),
    code: null,
    causes: ['Rows have org "globex" while the token says "acme"'],
  },
  {
    name: 'a fixed parameter that the pipe does not use, where nothing shows it',
    setUp: () => ({answer: () => rowsResponse()}),
    code: null,
    causes: ['it works'],
  },
  {
    name: 'a column that is not in the answer',
    setUp: () => ({answer: () => rowsResponse(), categories: ['turnover'], type: 'line'}),
    code: 'column',
    causes: ['turnover'],
  },
];
