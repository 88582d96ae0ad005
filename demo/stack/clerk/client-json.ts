import type {Directory} from './directory.js';
import {publicUserData} from './organization-json.js';
import {isLive} from './session-store.js';
import type {StoredClient, StoredSession, StoredSignIn} from './session-store.js';
import {userJson} from './user-json.js';

const DAY_MS = 86_400_000;
const SESSION_LIFE_MS = 7 * DAY_MS;
const ABANDON_MS = 30 * DAY_MS;

/** Mints a session token; given to the builders because a session carries its current token. */
export type MintSessionToken = (session: StoredSession) => Promise<string>;

/** Clerk's Session object; an ended session carries no token. */
export async function sessionJson(
  directory: Directory,
  session: StoredSession,
  mint: MintSessionToken,
) {
  const token = isLive(session) ? {object: 'token', jwt: await mint(session)} : null;
  return {
    object: 'session',
    id: session.id,
    status: session.status,
    expire_at: session.createdAtMs + SESSION_LIFE_MS,
    abandon_at: session.createdAtMs + ABANDON_MS,
    last_active_at: session.lastActiveAtMs,
    last_active_organization_id: session.organizationId,
    last_active_token: token,
    factor_verification_age: [0, -1],
    actor: null,
    tasks: session.status === 'pending' ? [{key: 'choose-organization'}] : null,
    user: userJson(directory, session.user),
    public_user_data: publicUserData(session.user),
    created_at: session.createdAtMs,
    updated_at: session.lastActiveAtMs,
  };
}

/** Clerk's SignIn object: waiting for the password, or complete. */
export function signInJson(signIn: StoredSignIn) {
  const isComplete = signIn.createdSessionId !== null;
  return {
    object: 'sign_in',
    id: signIn.id,
    status: isComplete ? 'complete' : 'needs_first_factor',
    identifier: signIn.user.email,
    supported_identifiers: ['email_address'],
    supported_first_factors: isComplete ? null : [{strategy: 'password'}],
    supported_second_factors: null,
    first_factor_verification: isComplete
      ? {status: 'verified', strategy: 'password', attempts: 1, expire_at: null}
      : null,
    second_factor_verification: null,
    user_data: publicUserData(signIn.user),
    created_session_id: signIn.createdSessionId,
  };
}

/** Clerk's Client object with its live sessions. */
export async function clientJson(
  directory: Directory,
  client: StoredClient,
  mint: MintSessionToken,
) {
  const live = client.sessions.filter(isLive);
  return {
    object: 'client',
    id: client.id,
    sessions: await Promise.all(live.map((session) => sessionJson(directory, session, mint))),
    sign_in: client.signIn && signInJson(client.signIn),
    sign_up: null,
    last_active_session_id: client.lastActiveSessionId,
    last_authentication_strategy: null,
    cookie_expires_at: null,
    captcha_bypass: true,
    created_at: client.createdAtMs,
    updated_at: client.updatedAtMs,
  };
}
