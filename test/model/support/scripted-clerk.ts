import type {
  ClerkInstance,
  ClerkOrganization,
  ClerkResources,
  ClerkSession,
  ClerkUser,
} from '../../../src/auth/clerk-instance.js';
import {Listeners} from '../../../src/lib/listeners.js';
import {ClerkCache} from './clerk-cache.js';
import {ScriptedClerkError, type ClerkServer, type ServerSession} from './clerk-server.js';

/** First pause between retries and how it grows (clerk-js 6.40). */
const RETRY_MS = 3_000;
const RETRY_FACTOR = 1.55;
const MAX_RETRIES = 8;
const MAX_OFFLINE_RETRIES = 3;

/** A window that gains focus again within this time does not touch again. */
const TOUCH_PAUSE_MS = 5_000;

/** One tab's Clerk as clerk-js 6.40 behaves; the contract tests hold both to the same facts. */
export class ScriptedClerk implements ClerkInstance {
  readonly loaded = true;
  readonly publishableKey = 'pk_test_model';
  session: ClerkSession | null | undefined = null;
  user: ClerkUser | null | undefined = null;
  organization: ClerkOrganization | null | undefined = null;
  hasFocus = true;
  /** Hears of each session token that the server has given: it proves the session. */
  onConfirmed: () => void = () => undefined;
  readonly #server: ClerkServer;
  readonly #cache: ClerkCache;
  readonly #listeners = new Listeners<[ClerkResources]>();
  readonly #refreshing = new Set<string>();
  /** The tab's own copy: changed by `setActive` before the server knows. */
  #tab: {readonly session: ServerSession; organization: string | null} | null = null;
  #touchedAtMs = -Infinity;

  constructor(server: ClerkServer) {
    this.#server = server;
    this.#cache = new ClerkCache(server.clock);
  }

  addListener(listener: (resources: ClerkResources) => void): () => void {
    const remove = this.#listeners.add(listener);
    listener(this.#resources);
    return remove;
  }

  /** A new session of `userId`; of several organizations none is active at first. */
  signIn(userId: string, organization: string | null = null): void {
    const session = this.#server.begin(userId, organization);
    this.#emit();
    this.#adopt(session);
  }

  /** Undefined while in transition, for as long as the page navigates, then null. */
  signOut(transitionMs = 0): void {
    const tab = this.#tab;
    if (!tab) return;
    tab.session.isLive = false;
    this.#cache.clear();
    this.session = this.user = this.organization = undefined;
    this.#emit();
    if (transitionMs === 0) this.#adopt(null);
    else {
      this.#server.clock.setTimer(() => {
        if (this.#tab === tab) this.#adopt(null);
      }, transitionMs);
    }
  }

  async setActive({organization}: {organization: string | null}): Promise<void> {
    const tab = this.#tab;
    if (!tab) throw new TypeError('setActive is being called without a session.');
    tab.organization = organization;
    if (this.hasFocus) await this.#touch();
    if (this.#tab !== tab) return;
    await this.session?.getToken();
    this.#show();
    this.#emit();
  }

  /** The window gains focus: the server is told what this tab shows. */
  focus(): void {
    this.hasFocus = true;
    const nowMs = this.#server.clock.monotonic();
    if (!this.#tab || nowMs - this.#touchedAtMs < TOUCH_PAUSE_MS) return;
    this.#touchedAtMs = nowMs;
    // As in clerk-js, a touch that fails on focus is only logged.
    this.#touch().catch(() => undefined);
  }

  /** Another tab has signed out, and said so on the channel that tabs share. */
  hearSignOut(): void {
    void this.#refetchClient();
  }

  openSignIn(): void {
    throw new TypeError('Clerk was not loaded with Ui components');
  }

  redirectToSignIn(): Promise<unknown> {
    return Promise.resolve(null);
  }

  async #touch(): Promise<void> {
    const tab = this.#tab;
    if (!tab) return;
    try {
      await this.#server.touch(tab.session.id, tab.organization);
    } catch (error) {
      if (!(error instanceof ScriptedClerkError) || error.status !== 401) throw error;
      await this.#refetchClient();
      return;
    }
    if (this.#tab !== tab) return;
    this.#show();
    this.#emit();
  }

  async #getToken(
    tab: {readonly session: ServerSession; organization: string | null},
    template: string | undefined,
    isUncached: boolean,
  ): Promise<string | null> {
    for (let retry = 0; ; retry += 1) {
      try {
        const token = await this.#askOnce(tab, template, isUncached);
        if (template === undefined) this.onConfirmed();
        return token;
      } catch (error) {
        if (!(error instanceof ScriptedClerkError)) throw error;
        if (error.status === 401) {
          await this.#refetchClient();
          throw error;
        }
        const {status = 500} = error;
        const isFinal = status < 500 && status !== 429;
        const most = this.#server.isOnline ? MAX_RETRIES : MAX_OFFLINE_RETRIES;
        if (isFinal) throw error;
        if (retry >= most) {
          throw this.#server.isOnline ? error : new ScriptedClerkError({code: 'clerk_offline'});
        }
        await this.#server.clock.wait(Math.min(50_000, RETRY_MS * RETRY_FACTOR ** retry));
      }
    }
  }

  #askOnce(
    {session, organization}: {readonly session: ServerSession; organization: string | null},
    template: string | undefined,
    isUncached: boolean,
  ): Promise<string> {
    const key = JSON.stringify([session.id, template, organization]);
    const cached = isUncached ? undefined : this.#cache.get(key);
    if (cached) return cached;
    const answer = this.#server.token(session.id, template);
    this.#cache.set(key, answer, this.#refresher(key, session.id, template));
    return answer;
  }

  #refresher(key: string, sessionId: string, template: string | undefined) {
    if (!this.hasFocus) return undefined;
    return () => {
      if (this.#refreshing.has(key)) return;
      this.#refreshing.add(key);
      void this.#server
        .token(sessionId, template)
        .then(
          (token) =>
            this.#cache.set(key, Promise.resolve(token), this.#refresher(key, sessionId, template)),
          // As in clerk-js: the entry lives on to its end.
          () => undefined,
        )
        .finally(() => this.#refreshing.delete(key));
    };
  }

  /** Takes over what the server still has of this client. */
  async #refetchClient(): Promise<void> {
    await this.#server.clock.wait(50);
    const tab = this.#tab;
    if (!tab || tab.session.isLive) return;
    this.#cache.clear();
    const next = [...this.#server.sessions.values()].reverse().find(({isLive}) => isLive);
    this.#adopt(next ?? null);
  }

  #adopt(session: ServerSession | null): void {
    const tab = session && {session, organization: session.organization};
    this.#tab = tab;
    this.session = tab && {
      id: tab.session.id,
      status: 'active',
      getToken: ({template, skipCache = false} = {}) => this.#getToken(tab, template, skipCache),
    };
    this.user = tab && {
      id: tab.session.userId,
      getOrganizationMemberships: () => Promise.resolve({data: [], total_count: 0}),
    };
    this.#show();
    this.#emit();
  }

  #show(): void {
    const slug = this.#tab?.organization;
    this.organization = slug ? {id: `org_${slug}`, slug, name: slug} : null;
  }

  get #resources(): ClerkResources {
    const {session, user, organization} = this;
    return {session, user, organization};
  }

  #emit(): void {
    this.#listeners.emit(this.#resources);
  }
}
