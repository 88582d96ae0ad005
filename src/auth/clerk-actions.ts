import {TokenUnavailableError} from '../errors/auth-errors.js';
import type {ClerkInstance} from './clerk-instance.js';
import type {Organization, SessionActions} from './token-source.js';

/** Memberships asked for at a time; Clerk allows up to 500 (Clerk docs, pagination). */
const PAGE_SIZE = 100;

/** Where the actions find Clerk now, and its UI where this package loads it. */
export interface ClerkActionParts {
  readonly clerk: () => ClerkInstance | null;
  readonly ui: () => Promise<unknown> | null;
}

/** What the built-in views can do through Clerk; each rejects while there is none. */
export function createClerkActions(parts: ClerkActionParts): SessionActions {
  const requireClerk = () => {
    const clerk = parts.clerk();
    if (!clerk) throw new TokenUnavailableError('Clerk has not started yet.');
    return clerk;
  };
  return {
    async signIn() {
      const clerk = requireClerk();
      try {
        await parts.ui();
        clerk.openSignIn();
      } catch {
        // Clerk throws where it runs without its UI; its own pages can always sign in.
        await clerk.redirectToSignIn();
      }
    },
    async listOrganizations() {
      const {user} = requireClerk();
      const found: Organization[] = [];
      for (let page = 1; user; page += 1) {
        const params = {initialPage: page, pageSize: PAGE_SIZE};
        const {data, total_count: total} = await user.getOrganizationMemberships(params);
        found.push(...data.map(({organization: {id, slug, name}}) => ({id, slug, name})));
        if (data.length === 0 || found.length >= total) break;
      }
      return found;
    },
    async selectOrganization(id) {
      await requireClerk().setActive({organization: id});
    },
  };
}
