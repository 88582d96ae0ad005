// Decides whether a token may fetch rows for what the page shows. It knows claims, not Clerk.

import {JwtClaimsError, NoOrganizationError, TenantMismatchError} from '../errors/auth-errors.js';
import type {ChartError} from '../errors/chart-error.js';
import {scopesForPipe} from './jwt-claims.js';
import {findOrganizationClaims} from './organization-claims.js';
import type {Identity, TokenClaims, TokenRequest} from './token-source.js';

/** What a template writes where no organization is active. */
const NO_ORGANIZATION: readonly unknown[] = [null, '', 'null', 'none'];

/**
 * Returns what forbids the use of a token for a pipe, or null when it may be sent. `identity` is
 * whom the page shows; null where the token itself is the identity (sources without sign-in), so
 * that there is nothing to compare it with.
 */
export function findTenantFault(
  claims: TokenClaims | null,
  identity: Identity | null,
  {pipe, tenancy, tenantClaim}: Pick<TokenRequest, 'pipe' | 'tenancy' | 'tenantClaim'>,
): ChartError | null {
  const lacks = (what: string) => new JwtClaimsError(`Token for pipe "${pipe}" ${what}`, {pipe});
  if (!claims) {
    return identity || tenancy === 'organization'
      ? lacks('is not a JWT: no claims to check.')
      : null;
  }
  if (claims.expiresAtMs === null) return lacks('has no `exp`: give the JWT a lifetime.');
  if (!claims.workspaceId) {
    const {sid, scopes} = claims.payload;
    // Only Clerk's own session tokens have a `sid` (Clerk docs, JWT templates).
    const isSessionToken = sid !== undefined && scopes === undefined;
    return lacks(
      isSessionToken
        ? "is Clerk's session token: ask for one of the JWT template."
        : 'has no `workspace_id`: add the id of the workspace.',
    );
  }
  if (scopesForPipe(claims, pipe).length === 0) {
    return lacks(`has no scope for it: add {"type": "PIPES:READ", "resource": "${pipe}"}.`);
  }
  if (identity && identity.userId !== claims.subject) {
    if (!claims.subject) return lacks('has no `sub`: it must name the user.');
    return new TenantMismatchError(`Token for pipe "${pipe}" belongs to another user.`, {pipe});
  }
  if (tenancy === 'none' || tenancy === 'user') return null;

  const values = findOrganizationClaims(claims, pipe, tenantClaim).map(({value}) => value);
  const active = identity?.organization;
  if (tenancy === 'auto' && !active && values.every((value) => value === undefined)) return null;
  if (identity && !active) return new NoOrganizationError(undefined, {pipe});
  if (values.includes(undefined)) {
    const path = tenantClaim ?? '"org": "{{org.slug}}" in the `fixed_params`';
    return lacks(`does not name the organization: add ${path} of every scope for it.`);
  }
  if (values.some((value) => NO_ORGANIZATION.includes(value))) {
    return new NoOrganizationError(undefined, {pipe});
  }
  if (active && !values.every((value) => value === active.id || value === active.slug)) {
    const message = `Token for pipe "${pipe}" belongs to another organization than the active one.`;
    return new TenantMismatchError(message, {pipe});
  }
  return null;
}
