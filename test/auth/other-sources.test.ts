import {expect} from '@open-wc/testing';
import {TenantMismatchError} from '../../src/errors/auth-errors.js';
import {FallbackSource} from '../../src/auth/fallback-source.js';
import {StaticTokenSource} from '../../src/auth/static-token-source.js';
import {createEndpointGetToken} from '../../src/auth/token-endpoint.js';
import type {AuthState} from '../../src/auth/token-source.js';
import {FakeClock} from '../support/fake-clock.js';
import {FakeTokenSource} from '../support/fake-token-source.js';
import {claimsAt, jwt} from './support/jwt.js';
import {codeOf, request} from './support/session-page.js';

describe('StaticTokenSource', () => {
  it('gives its token to everybody under an identity of its own', async () => {
    const source = new StaticTokenSource('p.public', new FakeClock());

    const token = await source.requestToken(request());

    expect(token).to.deep.equal({value: 'p.public', claims: null, identityKey: source.key});
    expect(source.key).not.to.contain('p.public');
  });

  it('gives no JWT that has expired', async () => {
    const clock = new FakeClock();
    const source = new StaticTokenSource(jwt(claimsAt(clock.now())), clock);

    await clock.advance(55_000);

    expect(await codeOf(source.requestToken(request()))).to.equal('token-unavailable');
  });

  it('gives no JWT without a scope for the pipe', async () => {
    const clock = new FakeClock();
    const source = new StaticTokenSource(jwt(claimsAt(clock.now())), clock);

    expect(await codeOf(source.requestToken(request({pipe: 'other'})))).to.equal('jwt-claims');
  });
});

describe('FallbackSource', () => {
  const waiting = {status: 'waiting', reason: 'clerk'} as const;
  const cases: [string, AuthState, boolean, boolean][] = [
    ['Clerk says signed out', {status: 'signed-out'}, false, true],
    ['no Clerk is on the page', waiting, true, true],
    ['Clerk is looked for', waiting, false, false],
    ['Clerk is in transition', {status: 'waiting', reason: 'transition'}, false, false],
    ['a session is pending', {status: 'waiting', reason: 'pending-session'}, false, false],
    ['Clerk has failed', {status: 'failed', error: new TenantMismatchError('x')}, false, false],
  ];
  for (const [what, state, isAbsent, isPublic] of cases) {
    it(`${isPublic ? 'uses' : 'does not use'} the public token when ${what}`, () => {
      const clerk = new FakeTokenSource();
      clerk.become(state);
      const open = new StaticTokenSource('p.public', new FakeClock());

      const source = new FallbackSource(clerk, open, () => isAbsent);

      expect(source.state === open.state).to.equal(isPublic);
    });
  }

  it('does not use the public token for a signed-in user whose token is refused', async () => {
    const clerk = new FakeTokenSource();
    clerk.requestToken = () => Promise.reject(new TenantMismatchError('x'));
    const open = new StaticTokenSource('p.public', new FakeClock());

    const source = new FallbackSource(clerk, open, () => false);

    expect(await codeOf(source.requestToken(request()))).to.equal('tenant-mismatch');
  });
});

describe('createEndpointGetToken', () => {
  const location = {origin: 'https://app.example.com', href: 'https://app.example.com/charts/'};

  function ask(answer: () => Response, endpoint = '/api/token') {
    const calls: [string, RequestInit | undefined][] = [];
    const fetch = ((url: URL, init?: RequestInit) => {
      calls.push([String(url), init]);
      return Promise.resolve(answer());
    }) as typeof globalThis.fetch;
    const getToken = createEndpointGetToken(endpoint, {location, fetch});
    const asked = {pipe: '', forceRenew: false, signal: new AbortController().signal};
    return {calls, answered: getToken(asked)};
  }

  it('asks with the cookies of the page and past all caches', async () => {
    const {calls, answered} = ask(() => Response.json({token: 'abc'}));

    expect(await answered).to.equal('abc');
    expect(calls[0]?.[0]).to.equal('https://app.example.com/api/token');
    expect(calls[0]?.[1]).to.include({
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
    });
  });

  it('takes 401 and a null token for signed out', async () => {
    expect(await ask(() => new Response(null, {status: 401})).answered).to.equal(null);
    expect(await ask(() => Response.json({token: null})).answered).to.equal(null);
  });

  const failures: [string, () => Response][] = [
    ['a failure of the server', () => new Response(null, {status: 503})],
    ['a page instead of JSON', () => new Response('<html>')],
    ['JSON without a token', () => Response.json({access: 'abc'})],
    ['an empty token', () => Response.json({token: ''})],
  ];
  for (const [what, answer] of failures) {
    it(`reports ${what}`, async () => {
      expect(await codeOf(ask(answer).answered)).to.equal('token-unavailable');
    });
  }

  for (const endpoint of ['https://evil.com/token', '//evil.com/token', 'javascript:1']) {
    it(`refuses ${endpoint}`, () => {
      expect(() => ask(() => Response.json({}), endpoint)).to.throw("the page's own");
    });
  }
});
