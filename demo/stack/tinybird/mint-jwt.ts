import {SignJWT} from 'jose';

import {LOCAL_ADMIN_TOKEN, LOCAL_WORKSPACE_ID} from '../settings.js';

/** One entry of a JWT's `scopes` (Tinybird docs, JWT page). */
export interface JwtScope {
  type: 'PIPES:READ' | 'DATASOURCES:READ';
  /** Name or id of the pipe, or name of the data source. */
  resource: string;
  fixed_params?: Record<string, string | number | boolean | null>;
  filter?: string;
}

/** Claims a Tinybird JWT may carry; more are allowed and ignored. */
export interface TinybirdJwtClaims extends Record<string, unknown> {
  workspace_id?: string;
  name?: string;
  scopes?: readonly JwtScope[];
  limits?: {rps?: number};
}

/** What to mint. */
export interface MintOptions {
  /** `workspace_id` and `name` are filled in when absent; null leaves them out. */
  claims: {[Claim in keyof TinybirdJwtClaims]: TinybirdJwtClaims[Claim] | null};
  /**
   * Seconds from now until `exp`, negative for a token already expired; null leaves `exp` out.
   * @default 600
   */
  expiresInS?: number | null;
  /** Text whose UTF-8 bytes are the key. @default the local workspace admin token */
  key?: string;
  /** @default the system clock */
  clock?: {now(): number};
}

/** Mints a JWT the way Tinybird expects it: HS256 with the workspace admin token's text as key. */
export async function mintTinybirdJwt(options: MintOptions): Promise<string> {
  const {expiresInS = 600, key = LOCAL_ADMIN_TOKEN, clock = Date} = options;
  const issuedAtS = Math.floor(clock.now() / 1000);
  const claims = {
    workspace_id: LOCAL_WORKSPACE_ID,
    name: 'local_jwt',
    ...options.claims,
    iat: issuedAtS,
    ...(expiresInS === null ? {} : {exp: issuedAtS + expiresInS}),
  };
  const present = Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== null));
  return new SignJWT(present)
    .setProtectedHeader({alg: 'HS256', typ: 'JWT'})
    .sign(new TextEncoder().encode(key));
}
