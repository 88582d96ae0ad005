import {isRecord} from '../../auth/jwt-claims.js';
import type {TemplateSettings} from './clerk-api.js';

/** What fills the parameter that keeps tenants apart. */
export const TENANTS = ['org-slug', 'org-id', 'user-id'] as const;

/** What fills the parameter that keeps tenants apart. */
export type Tenant = (typeof TENANTS)[number];

/** What a template is made of. */
export interface TemplatePlan {
  readonly workspaceId: string;
  readonly pipes: readonly string[];
  /** Null where everybody may read all rows. */
  readonly tenantParam: string | null;
  readonly tenant: Tenant;
  readonly rps: number;
  readonly lifetimeS: number;
}

/** Seconds that Clerk takes off `nbf` unless told otherwise (Clerk docs, JWT templates). */
const CLOCK_SKEW_S = 5;

/**
 * With no active organization a lone `{{org.slug}}` is null, which a pipe may take for not given, so
 * that its filter is gone. The word in its place keeps the parameter fixed, and is nobody's slug or id.
 */
const SHORTCODES: Record<Tenant, string> = {
  'org-slug': "{{org.slug || 'none'}}",
  'org-id': "{{org.id || 'none'}}",
  'user-id': '{{user.id}}',
};

/**
 * Returns the template that a plan asks for. What is there already keeps claims of other names and
 * scopes of other pipes.
 */
export function toTemplateSettings(
  plan: TemplatePlan,
  present: Pick<TemplateSettings, 'claims'> | null = null,
): TemplateSettings {
  const {tenantParam, tenant, pipes} = plan;
  const isByOrganization = tenantParam !== null && tenant !== 'user-id';
  const fixedParams = tenantParam === null ? {} : {[tenantParam]: SHORTCODES[tenant]};
  const scopes = pipes.map((resource) => ({
    type: 'PIPES:READ',
    resource,
    fixed_params: fixedParams,
  }));
  return {
    claims: {
      ...present?.claims,
      // Requests are counted by name: one for everybody would share the limit among all visitors.
      name: isByOrganization ? 'tinybird_{{user.id}}_{{org.id}}' : 'tinybird_{{user.id}}',
      workspace_id: plan.workspaceId,
      ...(isByOrganization && {org_id: '{{org.id}}'}),
      limits: {rps: plan.rps},
      scopes: [...otherScopes(present?.claims['scopes'], pipes), ...scopes],
    },
    lifetime: plan.lifetimeS,
    allowed_clock_skew: CLOCK_SKEW_S,
    signing_algorithm: 'HS256',
  };
}

function otherScopes(scopes: unknown, pipes: readonly string[]): unknown[] {
  if (!Array.isArray(scopes)) return [];
  return scopes.filter((scope: unknown) => {
    return !isRecord(scope) || !pipes.some((pipe) => pipe === scope['resource']);
  });
}
