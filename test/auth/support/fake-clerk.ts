import type {
  ClerkInstance,
  ClerkOrganization,
  ClerkResources,
  ClerkSession,
  ClerkUser,
} from '../../../src/auth/clerk-instance.js';
import {Listeners} from '../../../src/lib/listeners.js';
import type {FakeClock} from '../../support/fake-clock.js';
import {claimsAt, jwt} from './jwt.js';

export const ACME: ClerkOrganization = {id: 'org_acme', slug: 'acme', name: 'Acme'};
export const GLOBEX: ClerkOrganization = {id: 'org_globex', slug: 'globex', name: 'Globex'};

interface TokenCall {
  readonly template: string | undefined;
  readonly skipCache: boolean;
}

/** A Clerk whose server and session the test scripts. Tokens follow the server's organization. */
export class FakeClerk implements ClerkInstance {
  loaded = true;
  status = 'ready';
  publishableKey = 'pk_test_a';
  session: ClerkSession | null | undefined = null;
  user: ClerkUser | null | undefined = null;
  organization: ClerkOrganization | null | undefined = null;

  /** What Clerk's server holds for the session: the organization of template tokens. */
  serverOrganization: ClerkOrganization | null = null;
  lifetimeMs = 60_000;
  /** Server's clock minus the device's. */
  skewMs = 0;
  moreClaims: object = {};
  memberships: readonly ClerkOrganization[] = [ACME, GLOBEX];
  hasUi = true;
  /** Replaces the next answers of `getToken`, one each. */
  readonly answers: (() => Promise<string | null>)[] = [];
  readonly tokenCalls: TokenCall[] = [];
  /** How often the server was told of this tab's organization through the session. */
  touches = 0;
  /** Replaces the answer to each `touch` of the session. */
  onTouch = (): Promise<unknown> => {
    this.touch();
    return Promise.resolve();
  };
  readonly actions: string[] = [];
  loads = 0;
  readonly #clock: FakeClock;
  readonly #cache = new Map<string, string>();
  readonly #listeners = new Listeners<[ClerkResources]>();
  readonly #statusHandlers = new Listeners<[string]>();
  #lastJti = 0;

  constructor(clock: FakeClock) {
    this.#clock = clock;
  }

  get templateCalls(): number {
    return this.tokenCalls.filter(({template}) => template !== undefined).length;
  }

  signIn(userId = 'user_ada', organization: ClerkOrganization | null = ACME): void {
    this.session = this.#session(`sess_of_${userId}`, userId);
    this.user = {
      id: userId,
      getOrganizationMemberships: ({initialPage, pageSize}) => {
        const from = (initialPage - 1) * pageSize;
        const data = this.memberships.slice(from, from + pageSize);
        return Promise.resolve({
          data: data.map((item) => ({organization: item})),
          total_count: this.memberships.length,
        });
      },
    };
    this.organization = this.serverOrganization = organization;
    this.emit();
  }

  /** As Clerk does it: undefined while in transition, then null. */
  signOut(): void {
    this.startTransition();
    this.session = this.user = this.organization = null;
    this.emit();
  }

  startTransition(): void {
    this.session = this.user = this.organization = undefined;
    this.emit();
  }

  setPending(): void {
    if (this.session) this.session = {...this.session, status: 'pending'};
    this.emit();
  }

  /** Switches this tab; an unfocused tab does not tell the server. */
  switchTo(organization: ClerkOrganization | null, {focused = true} = {}): void {
    this.organization = organization;
    if (focused) this.serverOrganization = organization;
    this.emit();
  }

  /** What focus makes Clerk do: the server learns this tab's organization. */
  touch(): void {
    this.serverOrganization = this.organization ?? null;
    this.emit();
  }

  setStatus(status: string): void {
    this.status = status;
    this.loaded = status === 'ready' || status === 'degraded';
    this.#statusHandlers.emit(status);
    if (this.loaded) this.emit();
  }

  /** Puts a token into Clerk's cache, as its background timer does. */
  fillCache(template: string, value: string): void {
    this.#cache.set(this.#cacheKey(template), value);
  }

  mintToken(more: object = {}): string {
    const slug = this.serverOrganization?.slug ?? null;
    const fixedParams = {org: slug};
    const scopes = [{type: 'PIPES:READ', resource: 'sales', fixed_params: fixedParams}];
    this.#lastJti += 1;
    const claims = {scopes, sub: this.user?.id, jti: this.#lastJti, ...this.moreClaims, ...more};
    return jwt(claimsAt(this.#clock.now() + this.skewMs, claims, this.lifetimeMs));
  }

  emit(): void {
    const {session, user, organization} = this;
    this.#listeners.emit({session, user, organization});
  }

  addListener(listener: (resources: ClerkResources) => void): () => void {
    const remove = this.#listeners.add(listener);
    const {session, user, organization} = this;
    if (this.loaded) listener({session, user, organization});
    return remove;
  }

  on(_event: 'status', handler: (status: string) => void, options?: {notify?: boolean}): void {
    this.#statusHandlers.add(handler);
    if (options?.notify) handler(this.status);
  }

  load(): Promise<void> {
    this.loads += 1;
    return Promise.resolve();
  }

  openSignIn(): void {
    if (!this.hasUi) throw new Error('Clerk was not loaded with Ui components');
    this.actions.push('openSignIn');
  }

  redirectToSignIn(): Promise<unknown> {
    this.actions.push('redirectToSignIn');
    return Promise.resolve(null);
  }

  setActive({organization}: {organization: string}): Promise<void> {
    this.switchTo(this.memberships.find(({id}) => id === organization) ?? null);
    return Promise.resolve();
  }

  #session(id: string, userId: string): ClerkSession {
    return {
      id,
      status: 'active',
      touch: () => {
        this.touches += 1;
        return this.onTouch();
      },
      getToken: ({template, skipCache = false} = {}) => {
        this.tokenCalls.push({template, skipCache});
        const scripted = this.answers.shift();
        if (scripted) return scripted();
        if (template === undefined) return Promise.resolve(`session-token-of-${userId}`);
        const cached = this.#cache.get(this.#cacheKey(template));
        if (cached && !skipCache) return Promise.resolve(cached);
        const value = this.mintToken();
        this.#cache.set(this.#cacheKey(template), value);
        return Promise.resolve(value);
      },
    };
  }

  #cacheKey(template: string): string {
    return `${this.session?.id}-${template}-${this.organization?.id}`;
  }
}
