import {createHmac, timingSafeEqual} from 'node:crypto';

import {decodeJwt} from 'jose';
import {z} from 'zod';

import {ApiError} from './api-error.js';

const scopeSchema = z.object({
  type: z.string(),
  resource: z.string(),
  fixed_params: z.record(z.string(), z.unknown()).nullish(),
});

const claimsSchema = z.object({
  workspace_id: z.string(),
  name: z.string(),
  exp: z.number(),
  scopes: z.array(scopeSchema),
  limits: z.object({rps: z.number().nullish()}).nullish(),
});

/** Claims of a JWT whose signature, workspace and expiry have been checked. */
export type VerifiedClaims = z.infer<typeof claimsSchema>;

/** What a JWT is checked against. */
export interface JwtChecks {
  workspaceId: string;
  /** The workspace admin token; its UTF-8 bytes are the HS256 key. */
  adminToken: string;
  nowMs: number;
}

/**
 * Checks a JWT and returns its claims.
 *
 * HS256 always: Tinybird does not read the `alg` header, so a token without one, or with `none`,
 * stands or falls by its signature (Tinybird docs, JWT page).
 * @throws {ApiError} 403 for anything wrong; the text never contains the token.
 */
export function readJwt(token: string, checks: JwtChecks): VerifiedClaims {
  if (!hasValidSignature(token, checks.adminToken)) {
    throw new ApiError(
      403,
      'Invalid token: the signature does not match the workspace admin token',
    );
  }
  const parsed = claimsSchema.safeParse(decodePayload(token));
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map((issue) => issue.path.join('.') || 'payload'));
    throw new ApiError(403, `Invalid token: missing or malformed claim ${[...names].join(', ')}`);
  }
  const claims = parsed.data;
  if (claims.workspace_id !== checks.workspaceId) {
    throw new ApiError(403, 'Invalid token: workspace_id is not the id of this workspace');
  }
  if (claims.exp * 1000 <= checks.nowMs) throw new ApiError(403, 'Invalid token: it has expired');
  return claims;
}

function hasValidSignature(token: string, adminToken: string): boolean {
  const [header, payload, signature, ...rest] = token.split('.');
  if (!header || !payload || !signature || rest.length > 0) return false;
  const expected = createHmac('sha256', adminToken).update(`${header}.${payload}`).digest();
  const given = Buffer.from(signature, 'base64url');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function decodePayload(token: string): unknown {
  try {
    return decodeJwt(token);
  } catch (cause) {
    throw new ApiError(403, 'Invalid token: its payload is not a JSON object', {cause});
  }
}
