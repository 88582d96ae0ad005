import {avatarUrl} from './avatar.js';
import type {DemoOrganization, DemoUser} from './demo-people.js';
import type {Belonging, Directory} from './directory.js';

/** When the people and organizations were made, in epoch ms: before every start of the stack. */
export const DIRECTORY_SINCE_MS = Date.UTC(2025, 0, 6);

// Nobody may change an organization here, so the profile offers no invitations.
const PERMISSIONS = ['org:sys_memberships:read'];
const ROLE_NAMES = {'org:admin': 'Admin', 'org:member': 'Member'};

/** Clerk's PublicUserData object: what members of an organization see of each other. */
export function publicUserData(user: DemoUser) {
  return {
    first_name: user.firstName,
    last_name: user.lastName,
    image_url: avatarUrl(`${user.firstName} ${user.lastName}`),
    has_image: false,
    identifier: user.email,
    user_id: user.id,
  };
}

/** Clerk's OrganizationMembership object. */
export function membershipJson(
  directory: Directory,
  user: DemoUser,
  {membership, organization}: Belonging,
) {
  const {role} = membership;
  return {
    object: 'organization_membership',
    id: `orgmem_${organization.id}_${user.id}`,
    organization: organizationJson(directory, organization),
    public_metadata: {},
    public_user_data: publicUserData(user),
    role,
    role_name: ROLE_NAMES[role],
    permissions: PERMISSIONS,
    created_at: DIRECTORY_SINCE_MS,
    updated_at: DIRECTORY_SINCE_MS,
  };
}

/** Clerk's Organization object. */
export function organizationJson(directory: Directory, organization: DemoOrganization) {
  const {id, name, slug, publicMetadata} = organization;
  const membersCount = directory.members(id).length;
  return {
    object: 'organization',
    id,
    name,
    slug,
    image_url: avatarUrl(name),
    has_image: false,
    public_metadata: publicMetadata,
    members_count: membersCount,
    pending_invitations_count: 0,
    max_allowed_memberships: 100,
    admin_delete_enabled: false,
    created_at: DIRECTORY_SINCE_MS,
    updated_at: DIRECTORY_SINCE_MS,
  };
}

/** Clerk's Role objects. */
export function roleJsons() {
  return Object.entries(ROLE_NAMES).map(([key, name]) => ({
    object: 'role',
    id: `role_${name.toLowerCase()}`,
    key,
    name,
    description: '',
    permissions: [],
    created_at: DIRECTORY_SINCE_MS,
    updated_at: DIRECTORY_SINCE_MS,
  }));
}
