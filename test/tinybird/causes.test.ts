import {expect} from '@open-wc/testing';
import type {AccessToken, TokenClaims} from '../../src/auth/token-source.js';
import type {ChartError} from '../../src/errors/chart-error.js';
import {toResponseError} from '../../src/tinybird/error-response.js';
import {claims} from '../support/fake-token-source.js';

const DEFAULT = 'https://api.tinybird.co';
const CHOSEN = 'https://api.us-east.aws.tinybird.co';
const STATIC = 'p.eyJ1IjoiMSJ9.c2lnbmF0dXJl';

interface SetUp {
  readonly status?: number;
  readonly body?: string;
  readonly host?: string;
  readonly headers?: Record<string, string>;
  readonly claims?: Partial<TokenClaims> | null;
  readonly value?: string;
  readonly params?: Record<string, string>;
}

function explain(setUp: SetUp): ChartError {
  const {status = 403, body = '', host = CHOSEN, headers = {}, params = {}} = setUp;
  const token: AccessToken = {
    value: setUp.value ?? 'eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl',
    claims: setUp.claims === null ? null : {...claims(), ...setUp.claims},
    identityKey: 'ann',
  };
  const answer = {status, body, headers: new Headers(headers)};
  return toResponseError(answer, {host, pipe: 'sales', params}, token, Date.UTC(2026, 0, 1));
}

describe('a refused token', () => {
  const proofs: [string, SetUp, string][] = [
    ["a JWT signed with Clerk's own key", {claims: {algorithm: 'RS256'}}, 'custom signing key'],
    ['a workspace id that is none', {claims: {workspaceId: 'my_workspace'}}, '"my_workspace"'],
    ['something that is no token', {claims: null, value: 'undefined'}, 'neither a JWT'],
    [
      'a token that had run out by a readable clock',
      {headers: {date: 'Fri, 02 Jan 2026 00:00:01 GMT'}},
      'by the server',
    ],
  ];
  for (const [what, setUp, text] of proofs) {
    it(`is explained for certain for ${what}`, () => {
      const {causes} = explain(setUp);

      expect(causes).to.have.length(1);
      expect(causes[0]).to.contain(text);
    });
  }

  it('is explained for certain whatever the host is', () => {
    expect(explain({host: DEFAULT, claims: {algorithm: 'RS256'}}).causes).to.have.length(1);
  });

  const ranked: [string, SetUp, readonly string[]][] = [
    ['a JWT on a chosen host', {}, ['workspace admin token', '`workspace_id`', 'no endpoint']],
    [
      'a JWT on the default host',
      {host: DEFAULT},
      ['another region', 'workspace admin token', '`workspace_id`'],
    ],
    [
      'a JWT without iat',
      {claims: {issuedAtMs: null}},
      ['workspace admin token', '`workspace_id`', 'true clock'],
    ],
    [
      'a static token on a chosen host',
      {claims: null, value: STATIC},
      ['PIPES:READ', 'refreshed', 'another workspace'],
    ],
    [
      'a static token on the default host',
      {claims: null, value: STATIC, host: DEFAULT},
      ['another region', 'PIPES:READ', 'refreshed'],
    ],
  ];
  for (const [what, setUp, texts] of ranked) {
    it(`has three ranked causes, each with a check, for ${what}`, () => {
      const {code, causes} = explain(setUp);

      expect(code).to.equal('token-rejected');
      expect(causes).to.have.length(3);
      texts.forEach((text, at) => expect(causes[at]).to.contain(text));
      for (const cause of causes) expect(cause).to.match(/\. (Check|Compare) /);
    });
  }

  it('never shows its text', () => {
    const {message, causes} = explain({claims: null, value: STATIC});

    expect([message, ...causes].join()).not.to.contain('eyJ1Ijoi');
  });
});

describe('a pipe that is not there', () => {
  it('has three ranked causes on a chosen host', () => {
    const {causes} = explain({status: 404});

    expect(causes).to.have.length(3);
    for (const cause of causes) expect(cause).to.match(/\. (Check|Compare) /);
  });
});

describe('refused parameters', () => {
  const required = (names: string) =>
    JSON.stringify({
      error: `Template Syntax Error: Required parameter is not defined. Check the parameters ${names}.`,
    });

  it('lead first to what is sent and what the token fixes', () => {
    const scope = {type: 'PIPES:READ', resource: 'sales', fixedParams: {org: 'acme'}};
    const body = required('start');

    const {causes} = explain({status: 400, body, params: {limit: '5'}, claims: {scopes: [scope]}});

    expect(causes).to.have.length(3);
    expect(causes[0]).to.contain('Sent: limit; fixed by the token: org');
  });

  it('prove a name that HTML has turned to lower case', () => {
    const body = required('startDate and test');

    const {causes} = explain({status: 400, body, params: {startdate: '2026-01-01'}});

    expect(causes).to.have.length(1);
    expect(causes[0]).to.contain('"startDate"').and.to.contain('"startdate"');
  });

  it('prove nothing by a name that is right', () => {
    const body = required('start and Start');

    expect(explain({status: 400, body, params: {start: 'x'}}).causes).to.have.length(3);
  });

  it('never show the values that were sent', () => {
    const {causes} = explain({status: 400, params: {email: 'ada@acme.test'}});

    expect(causes.join()).not.to.contain('ada@acme.test');
  });
});
