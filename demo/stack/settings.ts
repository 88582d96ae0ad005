import {createHash, createHmac} from 'node:crypto';

// Every secret below is a constant on purpose: it opens nothing but the stack on this machine, and
// tests and saved data must agree on it from one start to the next.

/** Id of the one workspace the local stack has, as it stands in the `workspace_id` claim. */
export const LOCAL_WORKSPACE_ID = '5c0ffee0-10ca-4000-8000-7461636b0001';

const LOCAL_TOKEN_SECRET = 'local-stack-only-not-a-secret';

/**
 * Builds a static token of the workspace in Tinybird's shape: `p.`, a base64url JSON of `u`, `id`
 * and `host`, a dot, and its HMAC-SHA256. One name always gives one token.
 */
export function localStaticToken(name: string): string {
  const digest = createHash('sha256').update(name).digest('hex');
  const id = [8, 12, 16, 20, 32].map((end, index, ends) => digest.slice(ends[index - 1] ?? 0, end));
  const body = toBase64Url(
    JSON.stringify({u: LOCAL_WORKSPACE_ID, id: id.join('-'), host: 'local_stack'}),
  );
  const signature = createHmac('sha256', LOCAL_TOKEN_SECRET).update(body).digest('base64url');
  return `p.${body}.${signature}`;
}

function toBase64Url(text: string): string {
  return Buffer.from(text).toString('base64url');
}

/** The workspace admin token. Its whole text, as UTF-8, is the HS256 key of every JWT. */
export const LOCAL_ADMIN_TOKEN = localStaticToken('workspace admin token');

/** Name to write in a `.pipe` file as `TOKEN "public_read" READ` so that the public token reads it. */
export const PUBLIC_READ_TOKEN_NAME = 'public_read';

/** A static token that reads the pipes which grant `public_read`, and nothing else. */
export const LOCAL_PUBLIC_READ_TOKEN = localStaticToken(PUBLIC_READ_TOKEN_NAME);

/** Name to write in a `.datasource` file as `TOKEN "append_live_events" APPEND`. */
export const APPEND_TOKEN_NAME = 'append_live_events';

/** A static token that appends to the data sources which grant `append_live_events`. */
export const LOCAL_APPEND_TOKEN = localStaticToken(APPEND_TOKEN_NAME);

/** Secret key of the Clerk stand-in's Backend API. */
export const LOCAL_CLERK_SECRET_KEY = 'sk_test_local-stack-only-not-a-secret';
