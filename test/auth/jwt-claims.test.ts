import {expect} from '@open-wc/testing';
import {parseJwtClaims, scopesForPipe} from '../../src/auth/jwt-claims.js';
import {claimsAt, jwt} from './support/jwt.js';

const ID = `t_${'0af1'.repeat(8)}`;

function scopesOf(...resources: string[]) {
  const scopes = resources.map((resource) => ({type: 'PIPES:READ', resource}));
  const claims = parseJwtClaims(jwt({scopes}));
  if (!claims) throw new Error('Not a JWT');
  return claims;
}

describe('parseJwtClaims', () => {
  it('reads the claims of a Tinybird JWT in milliseconds', () => {
    const token = jwt({...claimsAt(1_000_000), limits: {rps: 10}});

    const claims = parseJwtClaims(token);

    expect(claims).to.deep.include({
      issuedAtMs: 1_000_000,
      expiresAtMs: 1_060_000,
      subject: 'user_ada',
      workspaceId: 'workspace_1',
      name: 'frontend_jwt',
      requestsPerSecond: 10,
      scopes: [{type: 'PIPES:READ', resource: 'sales', fixedParams: {org: 'acme'}}],
    });
  });

  it('reads text beyond ASCII in base64url', () => {
    expect(parseJwtClaims(jwt({name: 'Žofie ✓ 数据 >>>???'}))?.name).to.equal(
      'Žofie ✓ 数据 >>>???',
    );
  });

  it('takes a limit of zero as no limit', () => {
    expect(parseJwtClaims(jwt({limits: {rps: 0}}))?.requestsPerSecond).to.equal(null);
  });

  it('takes claims of the wrong type as absent', () => {
    const payload = {exp: '12', sub: 7, workspace_id: null, scopes: 'all', limits: 'none'};

    expect(parseJwtClaims(jwt(payload))).to.deep.include({
      expiresAtMs: null,
      subject: null,
      workspaceId: null,
      requestsPerSecond: null,
      scopes: [],
    });
  });

  it('leaves out scopes that are not complete', () => {
    const scopes = [null, 'PIPES:READ', {type: 'PIPES:READ'}, {resource: 'x'}, ['PIPES:READ']];

    expect(parseJwtClaims(jwt({scopes}))?.scopes).to.deep.equal([]);
  });

  const body = jwt({}).split('.')[1] ?? '';
  const others: [string, string][] = [
    ['an empty text', ''],
    ['a static token of Tinybird', `p.${body}.signature`],
    ['an opaque token', 'abcdef'],
    ['a payload that is not JSON', 'e30.bm8.x'],
    ['a payload that is an array', 'e30.W10.x'],
    ['too many parts', `e30.${body}.x.y.z`],
    ['characters outside base64', 'e30.{}.x'],
  ];
  for (const [what, token] of others) {
    it(`gives null for ${what}`, () => {
      expect(parseJwtClaims(token)).to.equal(null);
    });
  }
});

describe('scopesForPipe', () => {
  it('finds the scopes of the same name', () => {
    expect(scopesForPipe(scopesOf('sales', 'sales_by_day', ID), 'sales')).to.have.length(1);
  });

  it('counts all ids for a pipe given by name where no name matches', () => {
    expect(scopesForPipe(scopesOf(ID, 'other'), 'sales').map(({resource}) => resource)).to.eql([
      ID,
    ]);
  });

  it('counts all names for a pipe given by id where no id matches', () => {
    expect(scopesForPipe(scopesOf('sales'), ID).map(({resource}) => resource)).to.eql(['sales']);
  });

  it('finds nothing among other names', () => {
    expect(scopesForPipe(scopesOf('other'), 'sales')).to.deep.equal([]);
  });

  it('does not count data source scopes', () => {
    const scopes = [{type: 'DATASOURCES:READ', resource: 'sales'}];
    const claims = parseJwtClaims(jwt({scopes}));

    expect(claims && scopesForPipe(claims, 'sales')).to.deep.equal([]);
  });
});
