import {expect} from '@open-wc/testing';
import type {AuthState} from '../../src/auth/token-source.js';
import {diagnose} from '../../src/elements/debug-diagnosis.js';
import {debugNotes} from '../../src/elements/debug-notes.js';
import {
  NoOrganizationError,
  SessionPendingError,
  SignedOutError,
  TenantMismatchError,
  TokenUnavailableError,
} from '../../src/errors/auth-errors.js';
import {
  PipeForbiddenError,
  RateLimitedError,
  ServerError,
  TokenRejectedError,
  UnexpectedResponseError,
} from '../../src/errors/request-errors.js';
import {type FactsSetUp, factsWith, FACTS_AT_MS} from './walks/facts-with.js';
import type {Row} from '../../src/tinybird/pipe-response.js';

const rows = (data: readonly Row[]) => ({
  meta: Object.keys(data[0] ?? {}).map((name) => ({name, type: 'String'})),
  data,
  rows: data.length,
  statistics: null,
});
const fixed = (org: unknown) => ({
  scopes: [{type: 'PIPES:READ', resource: 'sales', fixed_params: {org}}],
});

describe('a diagnosis', () => {
  const mismatch = new TenantMismatchError('Another organization.');
  const unavailable = new TokenUnavailableError('Run out on arrival.');
  const proofs: [string, FactsSetUp, string][] = [
    [
      'a shortcode that was not filled in',
      {shown: {error: mismatch}, payload: fixed('{{organisation.slug}}')},
      'was not filled in',
    ],
    [
      "the organization's name in place of its id",
      {shown: {error: mismatch}, payload: fixed('Acme Inc.')},
      "the organization's name",
    ],
    [
      'a token of another user',
      {shown: {error: mismatch}, payload: {sub: 'user_eve'}},
      'another user',
    ],
    [
      'a life of a few seconds',
      {shown: {error: unavailable}, payload: {exp: FACTS_AT_MS / 1000 + 4}},
      'lives for 4 s',
    ],
    [
      'a token source that keeps an old token',
      {shown: {error: unavailable}, skewMs: 600_000},
      'make one for each call',
    ],
    ['nobody', {shown: {error: new SignedOutError()}}, 'Sign in'],
    [
      'a sign-in that is not finished',
      {shown: {state: 'waiting', error: new SessionPendingError('Clerk has tasks left.')}},
      'Clerk has tasks left',
    ],
    [
      'a failure of the service',
      {shown: {error: new ServerError('Failed.', {status: 500})}},
      'Nothing: Tinybird failed',
    ],
    [
      'a pipe that the token may not read',
      {shown: {error: new PipeForbiddenError('No scope.', {causes: ['Add it.']})}},
      'Add it.',
    ],
    [
      'no active organization',
      {
        shown: {error: new NoOrganizationError()},
        auth: {status: 'signed-in', identity: {key: '', userId: 'user_ada', organization: null}},
      },
      'choose one',
    ],
  ];
  for (const [what, setUp, text] of proofs) {
    it(`is certain of ${what}`, () => {
      const {nextStep, isCertain, otherCauses} = diagnose(factsWith(setUp));

      expect(nextStep).to.contain(text);
      expect(isCertain).to.equal(true);
      expect(otherCauses).to.deep.equal([]);
    });
  }

  const limited = new RateLimitedError('Too many.');
  const pace = {requestsPerSecond: 10, allowance: 5, pauseLeftMs: 0, refusedForMs: 0, waiting: 0};
  const ranked: [string, FactsSetUp, readonly string[]][] = [
    [
      'the organization of another tab',
      {shown: {error: mismatch}, payload: fixed('globex')},
      ['Another tab', 'constant', 'tenant-claim'],
    ],
    [
      'a rate limit that all visitors share',
      {shown: {error: limited}, payload: {name: 'frontend_jwt'}, pace},
      ['"frontend_jwt"', 'others closed', 'daily quota'],
    ],
    [
      'ten minutes of refusals',
      {
        shown: {error: limited},
        payload: {name: 'of_user_ada'},
        pace: {...pace, refusedForMs: 11 * 60_000},
      },
      ['daily quota', 'others closed'],
    ],
    [
      'a scope for a pipe of nearly the same name',
      {
        shown: {error: new PipeForbiddenError('No scope.', {causes: ['Add it. Check it.']})},
        payload: {scopes: [{type: 'PIPES:READ', resource: 'Sale', fixed_params: {}}]},
      },
      ['misspelt', 'Add it'],
    ],
    [
      'a page that refetches too often',
      {
        shown: {error: limited},
        payload: {name: 'of_user_ada'},
        pace,
        pageIntervalsMs: [1_000, 500, Infinity],
      },
      ['3.0 times a second of 10', 'daily quota'],
    ],
    [
      'a token without iat that ran out on arrival',
      {shown: {error: unavailable}, payload: {iat: null}},
      ["this device's clock", 'does not keep one'],
    ],
    [
      'an answer that is no rows',
      {shown: {error: new UnexpectedResponseError('Something else than JSON.')}},
      ['network panel', '`host`'],
    ],
    [
      'a refusal after rows',
      {
        shown: {
          error: new TokenRejectedError('Refused.', {causes: ['A. Check a.', 'B. Check b.']}),
          response: rows([{day: '1'}]),
        },
      },
      ['was refreshed', 'A.', 'B.'],
    ],
    [
      'no rows',
      {shown: {state: 'empty', response: rows([])}},
      ['Compare org = "acme"', 'parameters', 'no data'],
    ],
  ];
  for (const [what, setUp, texts] of ranked) {
    it(`ranks the causes of ${what}, each with a check`, () => {
      const {nextStep, isCertain, otherCauses} = diagnose(factsWith(setUp));
      const causes = [nextStep, ...otherCauses];

      expect(isCertain).to.equal(false);
      expect(causes).to.have.length(texts.length);
      texts.forEach((text, at) => expect(causes[at]).to.contain(text));
      for (const cause of causes) expect(cause).to.match(/\b(Check|Compare) /);
    });
  }

  it('keeps a proof of a refusal even after rows', () => {
    const error = new TokenRejectedError('Refused.', {causes: ['Signed by RS256.']});
    const facts = factsWith({shown: {error, response: rows([{day: '1'}])}});

    expect(diagnose(facts)).to.include({nextStep: 'Signed by RS256.', isCertain: true});
  });

  const reasons: [AuthState, string][] = [
    [{status: 'waiting', reason: 'clerk'}, 'clerk-publishable-key'],
    [{status: 'waiting', reason: 'token'}, 'first token'],
    [{status: 'waiting', reason: 'transition'}, 'changes the session'],
    [{status: 'waiting', reason: 'restored'}, 'restored page'],
    [{status: 'waiting', reason: 'pending-session'}, 'Finish the sign-in'],
  ];
  for (const [auth, text] of reasons) {
    it(`says what is waited for: ${auth.status === 'waiting' ? auth.reason : ''}`, () => {
      const facts = factsWith({shown: {state: 'waiting'}, auth, payload: null});

      expect(diagnose(facts).nextStep).to.contain(text);
    });
  }
});

describe('rows of a foreign organization', () => {
  const stepFor = (row: Row, setUp: FactsSetUp = {}) =>
    diagnose(factsWith({...setUp, shown: {state: 'ready', response: rows([row])}})).nextStep;

  it('come before anything else', () => {
    expect(stepFor({org: 'globex'})).to.contain('org "globex" while the token says "acme"');
  });

  for (const own of ['acme', 'org_1', 'Acme Inc.', '', null]) {
    it(`are none where the column holds ${JSON.stringify(own)}`, () => {
      expect(stepFor({org: own})).to.contain('it works');
    });
  }

  it('are found in the column of the named claim', () => {
    const scopes = [{type: 'PIPES:READ', resource: 'sales', fixed_params: {company: 'acme'}}];
    const organization = [{place: 'fixed_params.company', value: 'acme'}];

    expect(stepFor({company: 'globex'}, {payload: {scopes}, organization})).to.contain('globex');
  });

  it('are not looked for where the token names no organization', () => {
    expect(stepFor({org: 'globex'}, {organization: []})).to.contain('it works');
  });
});

describe('notes of a diagnosis', () => {
  const notesOf = (setUp: FactsSetUp) => debugNotes(factsWith(setUp)).join();
  const request = (more: object) => ({...factsWith({}).query!.request, ...more});

  it('are none for a chart that works', () => {
    expect(debugNotes(factsWith({}))).to.deep.equal([]);
  });

  it('name a parameter that the token fixes', () => {
    expect(notesOf({request: request({params: {org: 'globex'}})})).to.contain('"org" is fixed');
  });

  it('name a wrong clock', () => {
    expect(notesOf({skewMs: -45_000})).to.contain('clock is wrong');
  });

  it('compare refetches with the free plan', () => {
    expect(notesOf({intervalMs: 5_000})).to.contain('17 times');
  });

  it('name rows that are not bound to the active organization', () => {
    expect(notesOf({request: request({tenancy: 'none'})})).to.contain('tenancy="none"');
  });
});
