import {avatarUrl} from './avatar.js';
import type {DemoUser} from './demo-people.js';
import type {Directory} from './directory.js';
import {DIRECTORY_SINCE_MS, membershipJson} from './organization-json.js';

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
    image_url: avatarUrl(`${user.firstName} ${user.lastName}`),
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
      .map((belonging) => membershipJson(directory, user, belonging)),
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
