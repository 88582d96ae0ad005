import type {DemoOrganization, DemoUser} from './demo-people.js';
import type {Belonging, Directory} from './directory.js';
import {isLive} from './session-store.js';
import type {StoredClient, StoredSession, StoredSignIn} from './session-store.js';

const DAY_MS = 86_400_000;
const SESSION_LIFE_MS = 7 * DAY_MS;
const ABANDON_MS = 30 * DAY_MS;
// The people and organizations are older than every start of the stack.
const DIRECTORY_SINCE_MS = Date.UTC(2025, 0, 6);

const PERMISSIONS = {
  'org:admin': ['org:sys_profile:manage', 'org:sys_memberships:manage', 'org:sys_memberships:read'],
  'org:member': ['org:sys_memberships:read'],
} as const;

/** Mints a session token; given to the builders because a session carries its current token. */
export type MintSessionToken = (session: StoredSession) => Promise<string>;

function publicUserData(user: DemoUser) {
  return {
    first_name: user.firstName,
    last_name: user.lastName,
    image_url: '',
    has_image: false,
    identifier: user.email,
    user_id: user.id,
  };
}

/** Clerk's OrganizationMembership object. */
export function membershipJson(user: DemoUser, {membership, organization}: Belonging) {
  const {role} = membership;
  return {
    object: 'organization_membership',
    id: `orgmem_${organization.id}_${user.id}`,
    organization: organizationJson(organization),
    public_metadata: {},
    public_user_data: publicUserData(user),
    role,
    role_name: role === 'org:admin' ? 'Admin' : 'Member',
    permissions: PERMISSIONS[role],
    created_at: DIRECTORY_SINCE_MS,
    updated_at: DIRECTORY_SINCE_MS,
  };
}

/** Clerk's Organization object. */
export function organizationJson({id, name, slug, publicMetadata}: DemoOrganization) {
  return {
    object: 'organization',
    id,
    name,
    slug,
    image_url: '',
    has_image: false,
    public_metadata: publicMetadata,
    members_count: 1,
    pending_invitations_count: 0,
    max_allowed_memberships: 100,
    admin_delete_enabled: false,
    created_at: DIRECTORY_SINCE_MS,
    updated_at: DIRECTORY_SINCE_MS,
  };
}

/** Clerk's User object, memberships included. */
export function userJson(directory: Directory, user: DemoUser) {
  const addressId = `idn_${user.id}`;
  return {
    object: 'user',
    id: user.id,
    external_id: null,
    username: null,
    first_name: user.firstName,
    last_name: user.lastName,
    image_url: '',
    has_image: false,
    profile_image_id: '',
    primary_email_address_id: addressId,
    primary_phone_number_id: null,
    primary_web3_wallet_id: null,
    email_addresses: [
      {
        object: 'email_address',
        id: addressId,
        email_address: user.email,
        linked_to: [],
        matches_sso_connection: false,
        verification: {status: 'verified', strategy: 'email_code', attempts: 1, expire_at: null},
      },
    ],
    phone_numbers: [],
    web3_wallets: [],
    external_accounts: [],
    enterprise_accounts: [],
    passkeys: [],
    organization_memberships: directory
      .belongings(user)
      .map((belonging) => membershipJson(user, belonging)),
    password_enabled: true,
    totp_enabled: false,
    backup_code_enabled: false,
    two_factor_enabled: false,
    public_metadata: user.publicMetadata,
    unsafe_metadata: {},
    last_sign_in_at: DIRECTORY_SINCE_MS,
    create_organization_enabled: false,
    create_organizations_limit: null,
    delete_self_enabled: false,
    legal_accepted_at: null,
    created_at: DIRECTORY_SINCE_MS,
    updated_at: DIRECTORY_SINCE_MS,
  };
}

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
