import {randomBytes, timingSafeEqual} from 'node:crypto';
import type {DemoUser} from './demo-people.js';
import type {Directory} from './directory.js';
import {FapiError, notFound, unauthenticated} from './fapi-answer.js';

/** One signed-in session, with the organization the server holds for it. */
export interface StoredSession {
  readonly id: string;
  readonly user: DemoUser;
  readonly createdAtMs: number;
  status: 'active' | 'pending' | 'ended' | 'removed' | 'revoked';
  organizationId: string | null;
  lastActiveAtMs: number;
}

/** A sign-in in progress. */
export interface StoredSignIn {
  readonly id: string;
  readonly user: DemoUser;
  createdSessionId: string | null;
}

/** One browser, as Clerk sees it: its sessions and its running sign-in. */
export interface StoredClient {
  readonly id: string;
  readonly createdAtMs: number;
  sessions: StoredSession[];
  signIn: StoredSignIn | null;
  lastActiveSessionId: string | null;
  updatedAtMs: number;
}

/** Options of {@link SessionStore}; `now` gives epoch milliseconds. */
export interface SessionStoreOptions {
  readonly directory: Directory;
  readonly now: () => number;
}

/** Returns a fresh id with Clerk's prefix, such as `sess_…`. */
export function createId(prefix: string): string {
  return `${prefix}_${randomBytes(14).toString('hex')}`;
}

/** Says whether a session still counts as signed in; a pending one waits for a session task. */
export function isLive(session: StoredSession): boolean {
  return session.status === 'active' || session.status === 'pending';
}

/** Who is signed in, in which browser and which organization; kept in memory only. */
export class SessionStore {
  readonly #options: SessionStoreOptions;
  readonly #clients = new Set<StoredClient>();

  constructor(options: SessionStoreOptions) {
    this.#options = options;
  }

  /** Every live session of every browser. */
  get sessions(): StoredSession[] {
    return [...this.#clients].flatMap((client) => client.sessions.filter(isLive));
  }

  createClient(): StoredClient {
    const nowMs = this.#options.now();
    const client: StoredClient = {
      id: createId('client'),
      createdAtMs: nowMs,
      updatedAtMs: nowMs,
      sessions: [],
      signIn: null,
      lastActiveSessionId: null,
    };
    this.#clients.add(client);
    return client;
  }

  /** @throws {FapiError} `form_identifier_not_found` for an address nobody has. */
  startSignIn(client: StoredClient, identifier: string): StoredSignIn {
    const user = this.#options.directory.userByEmail(identifier);
    if (!user) {
      throw new FapiError(422, 'form_identifier_not_found', "Couldn't find your account.", {
        param_name: 'identifier',
      });
    }
    const present = client.sessions.find((session) => isLive(session) && session.user === user);
    if (present) {
      throw new FapiError(400, 'identifier_already_signed_in', "You're already signed in.", {
        session_id: present.id,
      });
    }
    client.signIn = {id: createId('sia'), user, createdSessionId: null};
    return client.signIn;
  }

  /** @throws {FapiError} `form_password_incorrect` for a wrong password. */
  finishSignIn(client: StoredClient, signIn: StoredSignIn, password: string): StoredSession {
    if (!isSameText(password, signIn.user.password)) {
      throw new FapiError(422, 'form_password_incorrect', 'Password is incorrect. Try again.', {
        param_name: 'password',
      });
    }
    const nowMs = this.#options.now();
    const session: StoredSession = {
      id: createId('sess'),
      user: signIn.user,
      status: 'active',
      organizationId: null,
      createdAtMs: nowMs,
      lastActiveAtMs: nowMs,
    };
    client.sessions.push(session);
    client.lastActiveSessionId = session.id;
    signIn.createdSessionId = session.id;
    client.signIn = null;
    return session;
  }

  /** @throws {FapiError} 401 unless the session is live and belongs to this browser. */
  session(client: StoredClient | null, id: string | null): StoredSession {
    const session = client?.sessions.find((candidate) => candidate.id === id);
    if (!session || !isLive(session)) throw unauthenticated();
    return session;
  }

  /**
   * Makes the session the browser's current one and, where `organization` is given, switches to
   * that id or slug; an empty text leaves all organizations.
   */
  touch(client: StoredClient, session: StoredSession, organization: string | null): void {
    if (organization !== null)
      session.organizationId = this.#ownOrganization(session, organization);
    session.lastActiveAtMs = this.#options.now();
    client.updatedAtMs = session.lastActiveAtMs;
    client.lastActiveSessionId = session.id;
  }

  end(client: StoredClient, session: StoredSession, status: 'ended' | 'removed'): void {
    session.status = status;
    client.updatedAtMs = this.#options.now();
    if (client.lastActiveSessionId !== session.id) return;
    client.lastActiveSessionId = client.sessions.find(isLive)?.id ?? null;
  }

  endAll(client: StoredClient): void {
    for (const session of client.sessions.filter(isLive)) this.end(client, session, 'ended');
    client.signIn = null;
  }

  /** Changes a session from outside its browser, as an administrator would. */
  setStatus(id: string, status: StoredSession['status']): void {
    this.#liveSession(id).status = status;
  }

  /** Switches a session from outside its browser, as another tab would; null leaves. */
  switchOrganization(id: string, idOrSlug: string | null): void {
    const session = this.#liveSession(id);
    session.organizationId = this.#ownOrganization(session, idOrSlug ?? '');
  }

  /** Takes the organization away from the person's sessions where it is the active one. */
  leaveOrganization(userId: string, organizationId: string): void {
    for (const session of this.sessions) {
      const isThere = session.user.id === userId && session.organizationId === organizationId;
      if (isThere) session.organizationId = null;
    }
  }

  /** Signs everybody out. */
  reset(): void {
    for (const client of this.#clients) this.endAll(client);
  }

  #liveSession(id: string): StoredSession {
    const session = this.sessions.find((candidate) => candidate.id === id);
    if (!session) throw notFound(`Session ${id}`);
    return session;
  }

  #ownOrganization({user}: StoredSession, idOrSlug: string): string | null {
    if (idOrSlug === '') return null;
    const belonging = this.#options.directory.belonging(user, idOrSlug);
    if (belonging) return belonging.organization.id;
    throw new FapiError(
      404,
      'organization_not_found_or_unauthorized',
      'Given organization not found, or you are not a member of it.',
    );
  }
}

function isSameText(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
