// What this package asks of Clerk, as a structure: real clerk-js (v5 and v6) fits it without this
// package depending on Clerk's. Only src/auth knows these types.

/** A Clerk organization. */
export interface ClerkOrganization {
  readonly id: string;
  readonly slug: string | null;
  readonly name: string;
}

/** One page of a user's memberships. */
export interface ClerkMemberships {
  readonly data: readonly {readonly organization: ClerkOrganization}[];
  readonly total_count: number;
}

/** A Clerk user. */
export interface ClerkUser {
  readonly id: string;
  getOrganizationMemberships(params: {
    initialPage: number;
    pageSize: number;
  }): Promise<ClerkMemberships>;
}

/** A Clerk session; `pending` while the visitor still has tasks to do. */
export interface ClerkSession {
  readonly id: string;
  readonly status: string;
  getToken(options?: {template?: string; skipCache?: boolean}): Promise<string | null>;
  /** Tells Clerk's server which organization this tab shows. */
  touch?(): Promise<unknown>;
}

/** What Clerk tells its listeners. Undefined means in transition, null means none. */
export interface ClerkResources {
  readonly session?: ClerkSession | null | undefined;
  readonly user?: ClerkUser | null | undefined;
  readonly organization?: ClerkOrganization | null | undefined;
}

/**
 * A Clerk object: the page's `window.Clerk`, or one given as a property. It has no `load` here, as
 * starting it is the page's business.
 */
export interface ClerkInstance extends ClerkResources {
  readonly loaded: boolean;
  readonly publishableKey?: string | undefined;
  /** Calls back at once when the client is known, then on each change. */
  addListener(listener: (resources: ClerkResources) => void): () => void;
  /** `loading`, `ready`, `degraded` or `error`; absent before clerk-js 5.65. */
  on?(
    event: 'status',
    handler: (status: string) => void,
    options?: {readonly notify?: boolean},
  ): void;
  openSignIn(): void;
  redirectToSignIn(): Promise<unknown>;
  setActive(params: {organization: string}): Promise<void>;
}

/** A Clerk that this package has put on the page: the only one that it may start. */
export interface OwnClerk extends ClerkInstance {
  load(options: {
    readonly telemetry: false;
    readonly nonce?: string;
    readonly ui?: {readonly ClerkUI: Promise<unknown>};
  }): Promise<void>;
}

/** Tells whether `value` is a Clerk object rather than, say, an older Clerk's constructor. */
export function isClerkInstance(value: unknown): value is ClerkInstance {
  if (typeof value !== 'object' || value === null) return false;
  const {loaded, addListener} = value as Partial<Record<keyof ClerkInstance, unknown>>;
  return typeof loaded === 'boolean' && typeof addListener === 'function';
}
