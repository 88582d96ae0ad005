import {expect} from '@open-wc/testing';
import type {AccessToken} from '../../src/auth/token-source.js';
import {toResponseError} from '../../src/tinybird/error-response.js';
import {claims} from '../support/fake-token-source.js';

const nowMs = Date.UTC(2026, 0, 1);
const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzY29wZXMiOltdfQ.c2lnbmF0dXJl';
const region = 'https://api.us-east.aws.tinybird.co';

function token(pipes: readonly string[] | null = ['sales']): AccessToken {
  return {value: jwt, claims: pipes && claims({pipes}), identityKey: 'ann'};
}

function errorFor(
  status: number,
  body = '',
  {
    host = region,
    headers = {},
    given = token(),
  }: {
    host?: string;
    headers?: Record<string, string>;
    given?: AccessToken;
  } = {},
) {
  const answer = {status, body, headers: new Headers(headers)};
  return toResponseError(answer, {host, pipe: 'sales', params: {}}, given, nowMs);
}

describe('toResponseError', () => {
  const codes: [number, string, boolean][] = [
    [400, 'invalid-params', false],
    [401, 'token-rejected', false],
    [403, 'token-rejected', false],
    [404, 'pipe-not-found', false],
    [405, 'unexpected-response', false],
    [408, 'query-timeout', true],
    [413, 'invalid-params', false],
    [500, 'server', true],
    [502, 'server', true],
    [503, 'server', true],
    [304, 'unexpected-response', false],
  ];
  for (const [status, code, retryable] of codes) {
    it(`calls ${status} ${code}`, () => {
      const error = errorFor(status);

      expect(error).to.include({code, retryable, status, pipe: 'sales'});
      expect(error.message).to.contain('"sales"');
    });
  }

  it('quotes what Tinybird says about parameters', () => {
    const error = errorFor(400, JSON.stringify({error: 'start_date is required'}));

    expect(error.message).to.contain('start_date is required');
  });

  it('says the same for 401 and 403, whatever the body says', () => {
    const {message, causes} = errorFor(403, '{"error": "not found"}');

    expect(errorFor(401, 'Unauthorized').causes).to.deep.equal(causes);
    expect(message).not.to.contain('not found');
  });

  it('proves from the claims that the pipe is not in the scopes', () => {
    const error = errorFor(403, '', {given: token(['other'])});

    expect(error.code).to.equal('pipe-forbidden');
    expect(error.causes.join()).to.contain('"resource": "sales"');
  });

  it('proves nothing where a scope names a pipe by id', () => {
    expect(errorFor(403, '', {given: token(['t_0123'])}).code).to.equal('token-rejected');
  });

  it('ranks at most three causes for a token without claims', () => {
    const given = {...token(null), value: 'p.eyJ1IjoiMSJ9.c2lnbmF0dXJl'};
    const {code, causes} = errorFor(403, '', {given, host: 'https://api.tinybird.co'});

    expect(code).to.equal('token-rejected');
    expect(causes).to.have.length(3);
  });

  for (const status of [403, 404]) {
    it(`names the regions first for ${status} from the default host`, () => {
      const {causes} = errorFor(status, '', {host: 'https://api.tinybird.co'});

      expect(causes).to.have.length(3);
      expect(causes[0]).to.contain(region).and.to.contain('https://api.eu-west-1.aws.tinybird.co');
    });

    it(`leaves the regions out for ${status} from a chosen host`, () => {
      expect(errorFor(status).causes.join()).not.to.contain('eu-west-1');
    });
  }

  it('keeps the wait that a failing server asks for', () => {
    expect(errorFor(503, '', {headers: {'Retry-After': '4'}}).retryAfterMs).to.equal(4_000);
  });
});
