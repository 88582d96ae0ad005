/** Builds an unsigned JWT: nothing in the browser verifies one. */
export function jwt(payload: object, header: object = {alg: 'HS256'}): string {
  return [encode(header), encode(payload), 'signature'].join('.');
}

/** Claims of a good token for the pipe `sales`, for Ada in Acme, from `nowMs` on. */
export function claimsAt(nowMs: number, more: object = {}, lifetimeMs = 60_000) {
  const iat = Math.floor(nowMs / 1000);
  return {
    iat,
    exp: iat + lifetimeMs / 1000,
    sub: 'user_ada',
    name: 'frontend_jwt',
    workspace_id: 'workspace_1',
    scopes: [{type: 'PIPES:READ', resource: 'sales', fixed_params: {org: 'acme'}}],
    ...more,
  };
}

function encode(value: object): string {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
