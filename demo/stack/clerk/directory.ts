import type {DemoMembership, DemoOrganization, DemoUser} from './demo-people.js';

/** A membership together with its organization. */
export interface Belonging {
  readonly membership: DemoMembership;
  readonly organization: DemoOrganization;
}

/** The people and organizations there are, and who belongs where at the moment. */
export class Directory {
  readonly #users: readonly DemoUser[];
  readonly #organizations: readonly DemoOrganization[];
  readonly #revoked = new Set<string>();

  constructor(users: readonly DemoUser[], organizations: readonly DemoOrganization[]) {
    this.#users = users;
    this.#organizations = organizations;
  }

  userByEmail(email: string): DemoUser | undefined {
    return this.#users.find((user) => user.email === email.trim().toLowerCase());
  }

  /** All belongings of a person, in the order of their memberships. */
  belongings(user: DemoUser): Belonging[] {
    return user.memberships.flatMap((membership) => {
      const organization = this.#organizations.find(({id}) => id === membership.organizationId);
      if (!organization || this.#revoked.has(revocationKey(user.id, organization.id))) return [];
      return [{membership, organization}];
    });
  }

  /** The person's belonging to an organization given by id or slug. */
  belonging(user: DemoUser, idOrSlug: string | null): Belonging | undefined {
    return this.belongings(user).find(
      ({organization}) => organization.id === idOrSlug || organization.slug === idOrSlug,
    );
  }

  /** Everybody in an organization. */
  members(organizationId: string): DemoUser[] {
    return this.#users.filter((user) => this.belonging(user, organizationId));
  }

  revoke(userId: string, organizationId: string): void {
    this.#revoked.add(revocationKey(userId, organizationId));
  }

  /** Gives every revoked membership back. */
  restore(): void {
    this.#revoked.clear();
  }
}

function revocationKey(userId: string, organizationId: string): string {
  return `${userId} ${organizationId}`;
}
