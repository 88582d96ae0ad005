/** An organization of the stand-in. `slug` is the tenant's name in the demo data. */
export interface DemoOrganization {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly publicMetadata: Readonly<Record<string, unknown>>;
}

/** A person who can sign in; the password is public, since the stack never leaves this machine. */
export interface DemoUser {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly password: string;
  readonly publicMetadata: Readonly<Record<string, unknown>>;
  /** Memberships, in the order in which the organization switcher lists them. */
  readonly memberships: readonly DemoMembership[];
}

/** A person's place in an organization; `role` is Clerk's key, such as `org:admin`. */
export interface DemoMembership {
  readonly organizationId: string;
  readonly role: 'org:admin' | 'org:member';
}

function organization(slug: string, name: string, plan: string): DemoOrganization {
  return {id: `org_${slug}`, slug, name, publicMetadata: {plan}};
}

/** The organizations of the local stack, largest first; hooli has no events. */
export const demoOrganizations: readonly DemoOrganization[] = [
  organization('acme', 'Acme', 'enterprise'),
  organization('globex', 'Globex', 'team'),
  organization('initech', 'Initech', 'team'),
  organization('umbrella', 'Umbrella', 'free'),
  organization('hooli', 'Hooli', 'free'),
];

/** The people of the local stack: in all organizations, in two, in one, and in none. */
export const demoUsers: readonly DemoUser[] = [
  {
    id: 'user_ada',
    firstName: 'Ada',
    lastName: 'Park',
    email: 'ada@acme.test',
    password: 'ada-charts',
    publicMetadata: {team: 'growth'},
    memberships: demoOrganizations.map(({id}) => ({organizationId: id, role: 'org:admin'})),
  },
  {
    id: 'user_grace',
    firstName: 'Grace',
    lastName: 'Oduya',
    email: 'grace@globex.test',
    password: 'grace-charts',
    publicMetadata: {},
    memberships: [
      {organizationId: 'org_globex', role: 'org:admin'},
      {organizationId: 'org_initech', role: 'org:member'},
    ],
  },
  {
    id: 'user_ivan',
    firstName: 'Ivan',
    lastName: 'Brandt',
    email: 'ivan@initech.test',
    password: 'ivan-charts',
    publicMetadata: {},
    memberships: [{organizationId: 'org_initech', role: 'org:member'}],
  },
  {
    id: 'user_noor',
    firstName: 'Noor',
    lastName: 'Haddad',
    email: 'noor@nowhere.test',
    password: 'noor-charts',
    publicMetadata: {},
    memberships: [],
  },
];
