import {randomUUID} from 'node:crypto';
import {SignJWT} from 'jose';
import type {Belonging, Directory} from './directory.js';
import {renderClaims} from './jwt-template.js';
import type {JwtTemplate, TemplateContext} from './jwt-template.js';
import type {StoredSession} from './session-store.js';

/** Signs rendered claims with a template's key; HS256 unless the stack brings its own. */
export type MintTemplateToken = (
  claims: Readonly<Record<string, unknown>>,
  signingKey: string,
) => Promise<string>;

/** Who asks for a template token, from where, and when. */
export interface TemplateTokenRequest {
  readonly template: JwtTemplate;
  readonly session: StoredSession;
  readonly directory: Directory;
  readonly issuer: string;
  readonly origin?: string | undefined;
  readonly nowMs: number;
}

/** Signs HS256 with the key's text as bytes, as Clerk does with a custom signing key. */
export const mintHs256: MintTemplateToken = (claims, signingKey) =>
  new SignJWT({...claims})
    .setProtectedHeader({alg: 'HS256', typ: 'JWT'})
    .sign(new TextEncoder().encode(signingKey));

/**
 * The claims of a template token: the rendered template plus Clerk's own, which a template cannot
 * replace. There is no `sid` among them (Clerk docs, JWT templates).
 */
export function templateClaims(request: TemplateTokenRequest): Record<string, unknown> {
  const {template, session, issuer, origin, nowMs} = request;
  const nowS = Math.floor(nowMs / 1000);
  return {
    ...(renderClaims(template.claims, templateContext(request)) as object),
    ...(origin && {azp: origin}),
    exp: nowS + template.lifetimeS,
    iat: nowS,
    iss: issuer,
    jti: randomUUID(),
    nbf: nowS - template.clockSkewS,
    sub: session.user.id,
  };
}

function templateContext({session, directory}: TemplateTokenRequest): TemplateContext {
  const {user, organizationId} = session;
  const belonging = directory.belonging(user, organizationId);
  return {
    user: {
      id: user.id,
      first_name: user.firstName,
      last_name: user.lastName,
      full_name: `${user.firstName} ${user.lastName}`,
      username: null,
      primary_email_address: user.email,
      email_verified: true,
      public_metadata: user.publicMetadata,
      unsafe_metadata: {},
      organizations: Object.fromEntries(
        directory
          .belongings(user)
          .map(({organization, membership}) => [organization.id, membership.role]),
      ),
    },
    session: {id: session.id, actor: null},
    ...(belonging && organizationContext(belonging)),
  };
}

function organizationContext({organization, membership}: Belonging): TemplateContext {
  const {id, slug, name, publicMetadata} = organization;
  return {
    org: {id, slug, name, role: membership.role, public_metadata: publicMetadata},
    org_membership: {public_metadata: {}},
  };
}
