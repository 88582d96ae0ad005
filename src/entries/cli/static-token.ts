import {isRecord} from '../../auth/jwt-claims.js';

/** What Tinybird's own tokens say of themselves: `p.`, base64url JSON of `{u, id, host}`, `.`, MAC. */
export interface StaticTokenFacts {
  /** Id of the workspace; of the person where it is a person's token. */
  readonly ownerId: string | null;
  /** Key of the region in `/v0/regions`, where the token has one. */
  readonly region: string | null;
}

/** Reads a static token without verifying it; null for a JWT and for any other text. */
export function readStaticToken(token: string): StaticTokenFacts | null {
  const body = /^p\.([\w-]+)\.[\w-]+$/.exec(token)?.[1];
  if (body === undefined) return null;
  try {
    const facts: unknown = JSON.parse(Buffer.from(body, 'base64url').toString());
    if (!isRecord(facts)) return null;
    return {ownerId: toText(facts['u']), region: toText(facts['host'])};
  } catch {
    // Shaped like one, but not one.
    return null;
  }
}

function toText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
