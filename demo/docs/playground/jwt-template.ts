/** Whom a row belongs to. */
export type TenantKind = 'organization' | 'user';

/** What the template has to say besides the workspace. */
export interface JwtTemplateOptions {
  readonly pipe: string;
  /** Parameter of the pipe that the token fixes. */
  readonly tenantParam: string;
  readonly tenant: TenantKind;
  /** Requests a second that Tinybird allows for each `name`. */
  readonly rps: number;
}

/**
 * The claims of the Clerk JWT template called `tinybird` (Clerk docs, JWT templates; Tinybird docs,
 * JWTs). `'none'` keeps the parameter fixed where no organization is active.
 */
export function jwtTemplate({pipe, tenantParam, tenant, rps}: JwtTemplateOptions): string {
  const isOrganization = tenant === 'organization';
  const value = isOrganization ? "{{org.slug || 'none'}}" : '{{user.id}}';
  const claims = {
    name: isOrganization ? 'tinybird_{{user.id}}_{{org.id}}' : 'tinybird_{{user.id}}',
    workspace_id: '<id of the Tinybird workspace>',
    ...(isOrganization && {org_id: '{{org.id}}'}),
    limits: {rps},
    scopes: [
      {type: 'PIPES:READ', resource: pipe || '<pipe>', fixed_params: {[tenantParam]: value}},
    ],
  };
  return JSON.stringify(claims, null, 2);
}
