import {expect} from '@open-wc/testing';
import {parseJwtClaims} from '../../src/auth/jwt-claims.js';
import {findTenantFault} from '../../src/auth/tenant-guard.js';
import type {Identity, Tenancy} from '../../src/auth/token-source.js';
import {ACME} from './support/fake-clerk.js';
import {claimsAt, jwt} from './support/jwt.js';

const ADA_IN_ACME: Identity = {key: '1', userId: 'user_ada', organization: ACME};
const ADA_ALONE: Identity = {key: '2', userId: 'user_ada', organization: null};

interface Check {
  more?: object;
  identity?: Identity | null;
  tenancy?: Tenancy;
  tenantClaim?: string | null;
}

function scope(fixedParams: object | undefined, resource = 'sales') {
  return {type: 'PIPES:READ', resource, fixed_params: fixedParams};
}

function faultOf({
  more = {},
  identity = ADA_IN_ACME,
  tenancy = 'auto',
  tenantClaim = null,
}: Check): string | undefined {
  const claims = parseJwtClaims(jwt(claimsAt(0, more)));
  return findTenantFault(claims, identity, {pipe: 'sales', tenancy, tenantClaim})?.code;
}

describe('findTenantFault', () => {
  it('lets the token of the active user and organization through', () => {
    expect(faultOf({})).to.equal(undefined);
  });

  describe('on claims that Tinybird needs', () => {
    const cases: [string, object][] = [
      ['exp', {exp: undefined}],
      ['workspace_id', {workspace_id: undefined}],
      ['a scope for the pipe', {scopes: [scope({org: 'acme'}, 'other')]}],
      ['sub', {sub: undefined}],
    ];
    for (const [what, more] of cases) {
      it(`names a token without ${what} jwt-claims`, () => {
        expect(faultOf({more})).to.equal('jwt-claims');
      });
    }

    it('says which scope to add', () => {
      const claims = parseJwtClaims(jwt(claimsAt(0, {scopes: []})));
      const request = {pipe: 'sales', tenancy: 'auto', tenantClaim: null} as const;

      const fault = findTenantFault(claims, ADA_IN_ACME, request);

      expect(fault?.message).to.contain('{"type": "PIPES:READ", "resource": "sales"}');
      expect(fault?.pipe).to.equal('sales');
    });

    it('takes no opaque token for a signed-in user', () => {
      const request = {pipe: 'sales', tenancy: 'none', tenantClaim: null} as const;

      expect(findTenantFault(null, ADA_IN_ACME, request)?.code).to.equal('jwt-claims');
    });
  });

  it('refuses the token of another user, whatever the tenancy', () => {
    expect(faultOf({more: {sub: 'user_bob'}, tenancy: 'none'})).to.equal('tenant-mismatch');
  });

  describe('on the organization', () => {
    const cases: [string, string | undefined, Check][] = [
      ['accepts the id', undefined, {more: {scopes: [scope({org_id: 'org_acme'})]}}],
      ['accepts the slug', undefined, {more: {scopes: [scope({organization: 'acme'})]}}],
      ['refuses another', 'tenant-mismatch', {more: {scopes: [scope({org: 'globex'})]}}],
      ['refuses one that is not a text', 'tenant-mismatch', {more: {scopes: [scope({org: 7})]}}],
      ['takes null as none', 'no-organization', {more: {scopes: [scope({org: null})]}}],
      ['takes the text null as none', 'no-organization', {more: {scopes: [scope({org: 'null'})]}}],
      ['takes the text none as none', 'no-organization', {more: {scopes: [scope({org: 'none'})]}}],
      ['takes an empty text as none', 'no-organization', {more: {scopes: [scope({org: ''})]}}],
      ['misses the claim', 'jwt-claims', {more: {scopes: [scope({region: 'eu'})]}}],
      ['misses fixed parameters', 'jwt-claims', {more: {scopes: [scope(undefined)]}}],
      [
        'wants it in every scope of the pipe',
        'jwt-claims',
        {more: {scopes: [scope({org: 'acme'}), scope({})]}},
      ],
      [
        'compares every scope of the pipe',
        'tenant-mismatch',
        {more: {scopes: [scope({org: 'acme'}), scope({org: 'globex'})]}},
      ],
      [
        'does not look at scopes of other pipes',
        undefined,
        {more: {scopes: [scope({org: 'acme'}), scope({org: 'globex'}, 'other')]}},
      ],
      ['trusts org_id at top level first', 'tenant-mismatch', {more: {org_id: 'org_globex'}}],
      [
        'is content with org_id at top level',
        undefined,
        {more: {org_id: 'org_acme', scopes: [scope({})]}},
      ],
      ['reads no inherited names', 'jwt-claims', {more: {}, tenantClaim: 'constructor.name'}],
      ['follows a dotted claim', undefined, {more: {o: {id: 'org_acme'}}, tenantClaim: 'o.id'}],
      [
        'follows a claim into the fixed parameters',
        undefined,
        {more: {scopes: [scope({customer: 'acme'})]}, tenantClaim: 'fixed_params.customer'},
      ],
      ['misses a claim of the author', 'jwt-claims', {tenantClaim: 'customer'}],
    ];
    for (const [what, code, check] of cases) {
      it(what, () => {
        expect(faultOf({tenancy: 'organization', ...check})).to.equal(code);
      });
    }

    it('does not take a user without organization for a member', () => {
      expect(faultOf({identity: ADA_ALONE, tenancy: 'organization'})).to.equal('no-organization');
    });

    it('lets a slug that spells a sentinel pass for nobody', () => {
      const organization = {id: 'org_x', slug: 'none', name: 'None'};
      const more = {scopes: [scope({org: 'none'})]};

      expect(faultOf({more, identity: {...ADA_IN_ACME, organization}})).to.equal('no-organization');
    });
  });

  describe('when the tenancy is auto', () => {
    const personal = {scopes: [scope({user: 'user_ada'})]};

    it('asks for the organization claim while one is active', () => {
      expect(faultOf({more: personal})).to.equal('jwt-claims');
    });

    it('is content with the user where no claim and no organization exist', () => {
      expect(faultOf({more: personal, identity: ADA_ALONE})).to.equal(undefined);
    });

    it('wants an organization where the token has the claim', () => {
      expect(faultOf({identity: ADA_ALONE})).to.equal('no-organization');
    });

    it('wants an organization where the claim is null', () => {
      const more = {scopes: [scope({org: null})]};

      expect(faultOf({more, identity: ADA_ALONE})).to.equal('no-organization');
    });
  });

  it('does not look at the organization when the tenancy is user', () => {
    expect(faultOf({more: {scopes: [scope({org: 'globex'})]}, tenancy: 'user'})).to.equal(
      undefined,
    );
  });

  describe('without a session to compare with', () => {
    it('takes the organization of the token as it is', () => {
      expect(faultOf({identity: null, tenancy: 'organization'})).to.equal(undefined);
    });

    it('wants the claim all the same', () => {
      const more = {scopes: [scope({})]};

      expect(faultOf({identity: null, tenancy: 'organization', more})).to.equal('jwt-claims');
    });

    it('lets an opaque token through unless an organization is asked for', () => {
      const codes = (['auto', 'organization'] as const).map(
        (tenancy) => findTenantFault(null, null, {pipe: 'sales', tenancy, tenantClaim: null})?.code,
      );

      expect(codes).to.deep.equal([undefined, 'jwt-claims']);
    });
  });
});
