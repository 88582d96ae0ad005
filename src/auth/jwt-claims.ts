import type {TokenClaims, TokenScope} from './token-source.js';

/**
 * Reads the claims of a JWT without verifying it. Null for anything else, Tinybird's static tokens
 * (`p.eyJ….…`) included. Claims of the wrong type count as absent.
 */
export function parseJwtClaims(token: string): TokenClaims | null {
  const [header, body, , ...rest] = token.split('.');
  const head = readPart(header);
  if (rest.length > 0 || !head) return null;
  const payload = readPart(body);
  if (!payload) return null;
  const rps = isRecord(payload['limits']) ? payload['limits']['rps'] : null;
  return {
    expiresAtMs: toMs(payload['exp']),
    issuedAtMs: toMs(payload['iat']),
    subject: toText(payload['sub']),
    workspaceId: toText(payload['workspace_id']),
    name: toText(payload['name']),
    algorithm: toText(head['alg']),
    // Zero or less means no limit (Tinybird docs, JWT page).
    requestsPerSecond: typeof rps === 'number' && rps > 0 ? rps : null,
    scopes: Array.isArray(payload['scopes']) ? payload['scopes'].flatMap(parseScope) : [],
    payload,
  };
}

/** Sample: `t_` and 32 hexadecimal digits. */
const PIPE_ID = /^t_[0-9a-f]{32}$/i;

/**
 * Returns the scopes that may open `pipe`. A scope can name a pipe by name or by id: where none is
 * spelled like `pipe`, all those in the other spelling count, as claims cannot tell them apart.
 */
export function scopesForPipe(claims: TokenClaims, pipe: string): readonly TokenScope[] {
  const readable = claims.scopes.filter(({type}) => type === 'PIPES:READ');
  const exact = readable.filter(({resource}) => resource === pipe);
  if (exact.length > 0) return exact;
  return readable.filter(({resource}) => PIPE_ID.test(resource) !== PIPE_ID.test(pipe));
}

/** Tells whether `value` is an object with keys: neither null nor an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseScope(scope: unknown): TokenScope[] {
  if (!isRecord(scope)) return [];
  const {type, resource, fixed_params: fixedParams} = scope;
  if (typeof type !== 'string' || typeof resource !== 'string') return [];
  return [{type, resource, fixedParams: isRecord(fixedParams) ? fixedParams : {}}];
}

function readPart(part: string | undefined): Record<string, unknown> | null {
  if (!part) return null;
  try {
    const binary = atob(part.replace(/-/g, '+').replace(/_/g, '/'));
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isRecord(value) ? value : null;
  } catch {
    // Neither base64 nor JSON: not a JWT, which is an answer here and no failure.
    return null;
  }
}

function toMs(seconds: unknown): number | null {
  return typeof seconds === 'number' && Number.isFinite(seconds) ? seconds * 1000 : null;
}

function toText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
