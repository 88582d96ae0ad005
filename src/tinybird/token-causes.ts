import type {AccessToken, TokenClaims} from '../auth/token-source.js';
import {DEFAULT_HOST} from './host.js';
import type {PipeRequest} from './pipe-request.js';
import {REGION_HOSTS} from './regions.js';

/** Sample: `5c0ffee0-10ca-4000-8000-7461636b0001`. */
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Tells whether a text can be the id of a workspace. */
export function isWorkspaceId(text: string): boolean {
  return UUID.test(text);
}

/**
 * Returns why Tinybird may have refused a token, the likeliest first, at most three. A single one
 * is proven by claims or headers. `serverMs` is the answer's `Date`, NaN where it is not readable.
 */
export function tokenCauses(
  request: PipeRequest,
  {claims, value}: AccessToken,
  serverMs: number,
): readonly string[] {
  const proof = claims ? provenByClaims(claims, serverMs) : provenByShape(value);
  if (proof) return [proof];
  const causes = claims ? jwtCauses(request, claims) : staticCauses(request);
  return [...regionCause(request), ...causes].slice(0, 3);
}

/** The likeliest cause where nobody chose a region. */
export function regionCause({host}: PipeRequest): string[] {
  if (host !== DEFAULT_HOST) return [];
  const others = REGION_HOSTS.filter((region) => region !== host).join(', ');
  return [
    `The workspace is in another region. Compare \`host\` with its API address; others: ${others}.`,
  ];
}

function provenByClaims(claims: TokenClaims, serverMs: number): string | null {
  const {algorithm, expiresAtMs, workspaceId} = claims;
  // Tinybird does not read `alg`, but no signer writes another one than it uses.
  if (algorithm !== null && algorithm !== 'HS256') {
    return `The JWT is signed by ${algorithm}: give the JWT template a custom signing key, algorithm HS256, the workspace admin token as key.`;
  }
  if (expiresAtMs !== null && expiresAtMs <= serverMs) {
    return `The token had run out when it arrived, by the server's clock: set this device's clock, or add \`iat\` to the token so that the difference can be allowed for.`;
  }
  if (workspaceId !== null && !isWorkspaceId(workspaceId)) {
    return `\`workspace_id\` is "${workspaceId.slice(0, 40)}", which is no workspace's id: copy the id, a UUID, from the workspace settings.`;
  }
  return null;
}

function provenByShape(value: string): string | null {
  // Tinybird's own tokens are `p.`, base64 and a signature.
  return value.startsWith('p.')
    ? null
    : "The token is neither a JWT nor one of Tinybird's own (p.…): let the token source give one.";
}

function jwtCauses({pipe}: PipeRequest, claims: TokenClaims): string[] {
  const {workspaceId, issuedAtMs} = claims;
  const key =
    'The JWT is signed with another key. Check that the signing key is the workspace admin token, copied after it was last refreshed: the admin token of a user is refused in the same way.';
  const workspace = `The JWT is for another workspace or region. Compare \`workspace_id\` (${workspaceId}) and \`host\` with the workspace settings.`;
  const last =
    issuedAtMs === null
      ? 'The token had run out: it has no `iat`, so a wrong clock is not noticed. Compare this device with a true clock.'
      : `The workspace has no endpoint "${pipe}". Check the name and that it is published.`;
  return [key, workspace, last];
}

function staticCauses({pipe}: PipeRequest): string[] {
  return [
    `The token may not read "${pipe}". Check that its scopes in the workspace have PIPES:READ for it.`,
    'The token was deleted or refreshed. Compare it with the one in the workspace.',
    'The token is of another workspace or region. Compare `host` with the workspace it was copied from.',
  ];
}
