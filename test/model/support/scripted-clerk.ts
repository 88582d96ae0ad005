import type {
  ClerkInstance,
  ClerkOrganization,
  ClerkResources,
  ClerkSession,
  ClerkUser,
} from '../../../src/auth/clerk-instance.js';
import {Listeners} from '../../../src/lib/listeners.js';
import {ScriptedClerkError, type ClerkServer, type ServerSession} from './clerk-server.js';
import {ClerkTabTokens, type ClerkTab} from './clerk-tab-tokens.js';

/** A window that gains focus again within this time does not touch again. */
const TOUCH_PAUSE_MS = 5_000;

/** Everybody's organizations. */
const MEMBERSHIPS = ['acme', 'globex'];

/** What to make active. */
export interface ActiveChoice {
  readonly organization: string | null;
  readonly navigate?: (() => Promise<unknown>) | undefined;
}

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
  /** Runs after all listeners have heard a notice. */
  onTold: () => void = () => undefined;
  readonly #server: ClerkServer;
  readonly #tokens: ClerkTabTokens;
  readonly #listeners = new Listeners<[ClerkResources]>();
  /** The tab's own copy: changed by `setActive` before the server knows. */
  #tab: ClerkTab | null = null;
  #touchedAtMs = -Infinity;

  constructor(server: ClerkServer) {
    this.#server = server;
    this.#tokens = new ClerkTabTokens({
      server,
      hasFocus: () => this.hasFocus,
      onConfirmed: () => this.onConfirmed(),
      onUnauthorized: () => this.#refetchClient(),
    });
  }

  addListener(listener: (resources: ClerkResources) => void): () => void {
    const remove = this.#listeners.add(listener);
    listener(this.#resources);
    return remove;
  }

  /** How many listen now. */
  get listenerCount(): number {
    return this.#listeners.size;
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
    this.#tokens.clear();
    this.#enterTransition();
    if (transitionMs === 0) this.#adopt(null);
    else {
      this.#server.clock.setTimer(() => {
        if (this.#tab === tab) this.#adopt(null);
      }, transitionMs);
    }
  }

  /** By slug or id. With `navigate` the session is in transition until that has ended. */
  async setActive({organization, navigate}: ActiveChoice): Promise<void> {
    const tab = this.#tab;
    if (!tab) throw new TypeError('setActive is being called without a session.');
    tab.organization = organization?.replace('org_', '') ?? null;
    if (this.hasFocus) await this.#touch(navigate !== undefined);
    if (this.#tab !== tab) return;
    await this.session?.getToken();
    if (this.#tab !== tab) return;
    if (navigate) {
      this.#enterTransition();
      await navigate();
      if (this.#tab !== tab) return;
    }
    this.#present(tab);
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

  async #touch(isQuiet = false): Promise<void> {
    const tab = this.#tab;
    if (!tab) return;
    try {
      await this.#server.touch(tab.session.id, tab.organization);
    } catch (error) {
      if (!(error instanceof ScriptedClerkError) || error.status !== 401) throw error;
      await this.#refetchClient();
      return;
    }
    tab.isPending = tab.session.isPending;
    if (this.#tab === tab && !isQuiet) this.#present(tab);
  }

  /** Takes over what the server still has of this client. */
  async #refetchClient(): Promise<void> {
    await this.#server.clock.wait(50);
    const tab = this.#tab;
    if (!tab || tab.session.isLive) return;
    this.#tokens.clear();
    const next = [...this.#server.sessions.values()].reverse().find(({isLive}) => isLive);
    this.#adopt(next ?? null);
  }

  #adopt(session: ServerSession | null): void {
    this.#tab = session && {
      session,
      organization: session.organization,
      isPending: session.isPending,
    };
    this.#present(this.#tab);
  }

  #enterTransition(): void {
    this.session = this.user = this.organization = undefined;
    this.#emit();
  }

  #present(tab: ClerkTab | null): void {
    this.session = tab && {
      id: tab.session.id,
      status: tab.isPending ? 'pending' : 'active',
      getToken: ({template, skipCache = false} = {}) => this.#tokens.get(tab, template, skipCache),
    };
    const data = MEMBERSHIPS.map((slug) => ({organization: toOrganization(slug)}));
    this.user = tab && {
      id: tab.session.userId,
      getOrganizationMemberships: () => Promise.resolve({data, total_count: data.length}),
    };
    this.organization = tab?.organization ? toOrganization(tab.organization) : null;
    this.#emit();
  }

  get #resources(): ClerkResources {
    const {session, user, organization} = this;
    return {session, user, organization};
  }

  #emit(): void {
    this.#listeners.emit(this.#resources);
    this.onTold();
  }
}

function toOrganization(slug: string): ClerkOrganization {
  return {id: `org_${slug}`, slug, name: slug};
}
