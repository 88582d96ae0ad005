import {randomUUID} from 'node:crypto';
import {exportJWK, generateKeyPair, SignJWT} from 'jose';
import type {JSONWebKeySet} from 'jose';
import type {Directory} from './directory.js';
import type {StoredSession} from './session-store.js';

/** Lifetime of Clerk's own session tokens (Clerk docs, session tokens page). */
const LIFETIME_S = 60;
const SKEW_S = 10;
const KEY_ID = 'ins_local_stack';

/** Options of one session token; `organizationId` overrides the organization the server holds. */
export interface SessionTokenRequest {
  readonly origin?: string | undefined;
  readonly organizationId?: string | null;
}

/** Signs Clerk's default session tokens, and publishes the key to verify them. */
export interface SessionTokenSigner {
  mint(session: StoredSession, request?: SessionTokenRequest): Promise<string>;
  /** Signs claims of a template that has no key of its own. */
  sign(claims: Readonly<Record<string, unknown>>): Promise<string>;
  readonly jwks: JSONWebKeySet;
}

/** Options of {@link createSessionTokenSigner}; `now` gives epoch milliseconds. */
export interface SessionTokenOptions {
  readonly directory: Directory;
  readonly issuer: () => string;
  readonly now: () => number;
}

/** Makes a signer with an RS256 key of its own; tokens carry the version 2 claims. */
export async function createSessionTokenSigner(
  options: SessionTokenOptions,
): Promise<SessionTokenSigner> {
  const {privateKey, publicKey} = await generateKeyPair('RS256');
  const jwk = {...(await exportJWK(publicKey)), kid: KEY_ID, alg: 'RS256', use: 'sig'};

  async function mint(session: StoredSession, request: SessionTokenRequest = {}): Promise<string> {
    const {origin, organizationId = session.organizationId} = request;
    const nowS = Math.floor(options.now() / 1000);
    const claims = {
      v: 2,
      sid: session.id,
      sts: session.status,
      fva: [0, -1],
      jti: randomUUID(),
      ...(origin && {azp: origin}),
      ...organizationClaim(options.directory, session, organizationId),
    };
    return new SignJWT(claims)
      .setProtectedHeader({alg: 'RS256', kid: KEY_ID, typ: 'JWT', oiat: nowS})
      .setIssuer(options.issuer())
      .setSubject(session.user.id)
      .setIssuedAt(nowS)
      .setNotBefore(nowS - SKEW_S)
      .setExpirationTime(nowS + LIFETIME_S)
      .sign(privateKey);
  }

  const sign = (claims: Readonly<Record<string, unknown>>) =>
    new SignJWT({...claims})
      .setProtectedHeader({alg: 'RS256', kid: KEY_ID, typ: 'JWT'})
      .sign(privateKey);

  return {mint, sign, jwks: {keys: [jwk]}};
}

function organizationClaim(directory: Directory, session: StoredSession, id: string | null) {
  const belonging = directory.belonging(session.user, id);
  if (!belonging) return {};
  const {organization, membership} = belonging;
  return {o: {id: organization.id, slg: organization.slug, rol: membership.role.slice(4)}};
}
