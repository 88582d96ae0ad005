import type {GetToken} from '../../auth/get-token-source.js';
import {parseJwtClaims} from '../../auth/jwt-claims.js';
import {LruMap} from '../../lib/lru-map.js';
import {stableKey} from '../../lib/stable-key.js';
import {textHash} from '../../lib/text-hash.js';

/** Claims that a renewed token has anew. */
const PASSING = new Set(['exp', 'iat', 'nbf', 'jti']);

/** Tenants whose functions a page remembers. */
const MAX_STREAMS = 20;

interface TokenStream {
  token: string;
  readonly getToken: GetToken;
}

const streams = new LruMap<string, TokenStream>(MAX_STREAMS);

/**
 * Returns the one function of a page that gives `token`, and later the tokens that renew it: those
 * with the same claims but for time. So charts share rows, and keep them when the token is renewed;
 * with a token of another tenant everything begins anew.
 */
export function getTokenOf(token: string): GetToken {
  const stream = streams.getOrCreate(identityOf(token), () => {
    const made: TokenStream = {token, getToken: () => Promise.resolve(made.token)};
    return made;
  });
  if (expiryOf(token) >= expiryOf(stream.token)) stream.token = token;
  return stream.getToken;
}

function identityOf(token: string): string {
  const payload = parseJwtClaims(token)?.payload;
  if (!payload) return textHash(token);
  return stableKey(Object.entries(payload).filter(([name]) => !PASSING.has(name)));
}

function expiryOf(token: string): number {
  return parseJwtClaims(token)?.expiresAtMs ?? 0;
}
