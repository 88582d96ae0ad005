import {isRecord, scopesForPipe} from './jwt-claims.js';
import type {TokenClaims} from './token-source.js';

/** Fixed parameters that usually hold the organization, the first present one counts. */
const USUAL_NAMES = ['org_id', 'org_slug', 'org', 'organization'];

/** Where a token names the organization, and what it says there. */
export interface OrganizationClaim {
  /** Dotted path in the payload or in a scope's `fixed_params`; null where there is none. */
  readonly place: string | null;
  /** Undefined where there is none. */
  readonly value: unknown;
}

/**
 * Returns the organization by each place that must name it: one at top level, else one in each
 * scope for the pipe. `tenantClaim` is a dotted path, or null for the usual places.
 */
export function findOrganizationClaims(
  claims: TokenClaims,
  pipe: string,
  tenantClaim: string | null,
): readonly OrganizationClaim[] {
  const path = tenantClaim ?? 'org_id';
  const topLevel = readPath(claims.payload, path);
  if (topLevel !== undefined) return [{place: path, value: topLevel}];
  const paths = tenantClaim ? [tenantClaim.replace(/^fixed_params\./, '')] : USUAL_NAMES;
  return scopesForPipe(claims, pipe).map(({fixedParams}) => {
    const found = paths.find((name) => readPath(fixedParams, name) !== undefined);
    if (found === undefined) return {place: null, value: undefined};
    return {place: `fixed_params.${found}`, value: readPath(fixedParams, found)};
  });
}

/** Follows a dotted path through own properties only. */
function readPath(from: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, name) => (isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined),
      from,
    );
}
