import {NoOrganizationError, SignedOutError, TokenUnavailableError} from '../errors/auth-errors.js';
import type {ChartError} from '../errors/chart-error.js';
import {abortable} from '../lib/abortable.js';
import type {Clock} from '../lib/clock.js';
import {Listeners} from '../lib/listeners.js';
import type {PageActivity} from '../lib/page-activity.js';
import {retryUntilDone} from '../lib/retry-until-done.js';
import {timeLimit} from '../lib/time-limit.js';
import {toClerkFailure} from './clerk-failure.js';
import type {ClerkInstance, ClerkResources, ClerkSession} from './clerk-instance.js';
import {findTenantFault} from './tenant-guard.js';
import {toRefusal} from './to-refusal.js';
import {TokenKeeper} from './token-keeper.js';
import type {
  AccessToken,
  AuthState,
  TokenInspection,
  TokenRequest,
  TokenSource,
} from './token-source.js';

/** Longest wait for Clerk's word on a restored page, before it is asked again. */
const CONFIRM_LIMIT_MS = 10_000;

/** What a `ClerkSessionSource` is made of. */
export interface ClerkSessionSourceOptions {
  readonly key: string;
  /** A Clerk that has started. */
  readonly clerk: ClerkInstance;
  /** Name of the JWT template in Clerk. */
  readonly template: string;
  readonly clock: Clock;
  readonly activity: PageActivity;
}

/** Gives template tokens of one Clerk's session, never one of another user or organization. */
export class ClerkSessionSource implements TokenSource {
  readonly key: string;
  readonly actions = null;
  readonly #options: ClerkSessionSourceOptions;
  readonly #keeper: TokenKeeper;
  readonly #changed = new Listeners();
  #state: AuthState = {status: 'waiting', reason: 'clerk'};
  #session: ClerkSession | null = null;
  /** A renewed token that still belongs to somebody else: not renewed again until told to. */
  #strayToken: string | null = null;
  /** What Clerk says, which a restored page does not believe before the server confirms it. */
  #claimed: AuthState = this.#state;
  #isConcealed = false;
  #stopConfirming: () => void = () => undefined;

  constructor(options: ClerkSessionSourceOptions) {
    const {activity, clock} = options;
    this.#options = options;
    this.key = options.key;
    this.#keeper = new TokenKeeper({
      mint: () => this.#mint(),
      isAlwaysFresh: true,
      isWatched: () => this.#changed.size > 0 && activity.isVisible,
      clock,
    });
    activity.onChange(() => this.#keeper.schedule());
    activity.onFocus(() => this.#forgive());
    activity.onHide(() => this.#conceal());
    activity.onRestore(() => this.#confirm());
    options.clerk.addListener((resources) => this.#read(resources));
    this.#read(options.clerk);
  }

  get state(): AuthState {
    return this.#state;
  }

  observe(callback: () => void): () => void {
    const remove = this.#changed.add(callback);
    this.#keeper.schedule();
    return () => {
      remove();
      this.#keeper.schedule();
    };
  }

  isUsable(token: AccessToken): boolean {
    const {status} = this.#state;
    return (
      status === 'signed-in' &&
      token.identityKey === this.#state.identity.key &&
      this.#keeper.isUsable(token.claims)
    );
  }

  inspect(): TokenInspection {
    return this.#keeper.inspect();
  }

  async requestToken(request: TokenRequest): Promise<AccessToken> {
    const {signal, tenancy, pipe} = request;
    signal.throwIfAborted();
    const state = this.#state;
    if (state.status !== 'signed-in') throw toRefusal(state, pipe);
    const {identity} = state;
    if (tenancy === 'organization' && !identity.organization) {
      throw new NoOrganizationError(undefined, {pipe});
    }
    let token = await abortable(this.#keeper.take(request.rejected?.value), signal);
    let fault = findTenantFault(token.claims, identity, request);
    // Clerk's server may still hold the organization of before, or of another tab.
    if (isForeign(fault, identity.organization !== null) && token.value !== this.#strayToken) {
      token = await abortable(this.#keeper.take(token.value), signal);
      fault = findTenantFault(token.claims, identity, request);
      if (isForeign(fault, identity.organization !== null)) this.#strayToken = token.value;
    }
    if (fault) throw fault;
    if (this.#state.status !== 'signed-in' || this.#state.identity.key !== identity.key) {
      throw new TokenUnavailableError('The session has changed.', {pipe});
    }
    return {...token, identityKey: identity.key};
  }

  async #mint(): Promise<string> {
    const {template} = this.#options;
    let value: string | null | undefined;
    try {
      // Clerk's own cache can hold a token of another organization under this one's key.
      value = await this.#session?.getToken({template, skipCache: true});
    } catch (error) {
      throw toClerkFailure(error, template);
    }
    if (!value) throw new SignedOutError('Clerk gave no token: the session has ended.');
    return value;
  }

  #read({session, user, organization}: ClerkResources): void {
    if (session === undefined || user === undefined) {
      this.#become({status: 'waiting', reason: 'transition'}, null);
    } else if (!session || !user) this.#become({status: 'signed-out'}, null);
    else if (session.status === 'pending') {
      this.#become({status: 'waiting', reason: 'pending-session'}, null);
    } else {
      const {id, slug, name} = organization ?? {id: '', slug: null, name: ''};
      const identity = {
        key: [session.id, user.id, id].join('|'),
        userId: user.id,
        organization: organization ? {id, slug, name} : null,
      };
      this.#become({status: 'signed-in', identity}, session);
    }
  }

  #become(state: AuthState, session: ClerkSession | null): void {
    const isSame = identityKey(state) === identityKey(this.#claimed);
    this.#claimed = state;
    this.#session = session;
    if (isSame && session) {
      // A restored page may hold Clerk's memory of long ago: only a change is news to it.
      if (this.#isConcealed) return;
      this.#set(state);
      this.#forgive();
      return;
    }
    this.#keeper.clear();
    this.#reveal(state);
  }

  #conceal(): void {
    if (!this.#session) return;
    this.#stopConfirming();
    this.#isConcealed = true;
    this.#keeper.clear();
    this.#set({status: 'waiting', reason: 'restored'});
  }

  #reveal(state: AuthState): void {
    this.#stopConfirming();
    this.#isConcealed = false;
    this.#set(state);
  }

  #confirm(): void {
    this.#conceal();
    if (!this.#isConcealed) return;
    this.#stopConfirming = retryUntilDone(() => this.#askServer(), this.#options);
  }

  /** Asks for Clerk's own session token: it proves the session and moves no organization. */
  async #askServer(): Promise<void> {
    const key = identityKey(this.#claimed);
    try {
      const answer = Promise.resolve(this.#session?.getToken({skipCache: true}));
      const late = () => new TokenUnavailableError('Clerk did not confirm the session in 10 s.');
      const token = await timeLimit(answer, CONFIRM_LIMIT_MS, this.#options.clock, late);
      if (!this.#isConcealed || key !== identityKey(this.#claimed)) return;
      this.#reveal(token ? this.#claimed : {status: 'signed-out'});
    } catch (error) {
      const failure = toClerkFailure(error, this.#options.template);
      if (this.#isConcealed) this.#set({status: 'waiting', reason: 'restored', error: failure});
      throw failure;
    }
  }

  /** Lets charts try again that were given a token of somebody else. */
  #forgive(): void {
    if (this.#strayToken === null) return;
    this.#keeper.clear();
    this.#strayToken = null;
    this.#changed.emit();
  }

  #set(state: AuthState): void {
    if (JSON.stringify(state) === JSON.stringify(this.#state)) return;
    this.#state = state;
    this.#strayToken = null;
    this.#changed.emit();
  }
}

function identityKey(state: AuthState): string | null {
  return state.status === 'signed-in' ? state.identity.key : null;
}

/** Tells a token of somebody else from one that can never do: only the former is renewed. */
function isForeign(fault: ChartError | null, hasOrganization: boolean): boolean {
  return (
    fault?.code === 'tenant-mismatch' || (hasOrganization && fault?.code === 'no-organization')
  );
}
