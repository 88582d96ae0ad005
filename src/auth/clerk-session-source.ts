import {
  NoOrganizationError,
  SessionPendingError,
  SignedOutError,
  TokenUnavailableError,
} from '../errors/auth-errors.js';
import type {ChartError} from '../errors/chart-error.js';
import {abortable} from '../lib/abortable.js';
import type {Clock} from '../lib/clock.js';
import type {PageActivity} from '../lib/page-activity.js';
import {timeLimit} from '../lib/time-limit.js';
import {toClerkFailure} from './clerk-failure.js';
import type {ClerkInstance, ClerkResources, ClerkSession} from './clerk-instance.js';
import {ForeignTokens} from './foreign-tokens.js';
import {SourceState} from './source-state.js';
import {findTenantFault} from './tenant-guard.js';
import {toRefusal} from './to-refusal.js';
import {type KeptToken, TokenKeeper} from './token-keeper.js';
import type {
  AccessToken,
  AuthState,
  Identity,
  TokenInspection,
  TokenRequest,
  TokenSource,
} from './token-source.js';

/** Longest wait for Clerk's word on a restored page, before it is asked again. */
const CONFIRM_LIMIT_MS = 10_000;

/**
 * In a focused tab Clerk renews each token that it made by itself, 17 s before its end, and our own
 * renewal would come on top. One second sooner, ours takes the place of Clerk's.
 */
const LEEWAY_BEFORE_CLERK_MS = 18_000;

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
  readonly #foreign: ForeignTokens;
  readonly #state: SourceState;
  #session: ClerkSession | null = null;
  /** What Clerk says, which a restored page does not believe before the server confirms it. */
  #claimed: AuthState = {status: 'waiting', reason: 'clerk'};
  #isConcealed = false;

  constructor(options: ClerkSessionSourceOptions) {
    const {activity, clock} = options;
    this.#options = options;
    this.key = options.key;
    this.#state = new SourceState(this.#claimed, options);
    this.#keeper = new TokenKeeper({
      mint: () => this.#mint(),
      isAlwaysFresh: true,
      isWatched: () => this.#state.isObserved && activity.isVisible,
      minLeewayMs: () => (activity.hasFocus ? LEEWAY_BEFORE_CLERK_MS : 0),
      clock,
    });
    const touch = () => this.#session?.touch?.() ?? null;
    this.#foreign = new ForeignTokens({keeper: this.#keeper, activity, clock, touch});
    activity.onChange(() => this.#keeper.schedule());
    activity.onFocus(() => this.#forgive());
    activity.onHide(() => this.#conceal());
    activity.onRestore(() => this.#confirm());
    options.clerk.addListener((resources) => this.#read(resources));
    this.#read(options.clerk);
  }

  get state(): AuthState {
    return this.#state.current;
  }

  observe(callback: () => void): () => void {
    const remove = this.#state.observe(callback);
    this.#keeper.schedule();
    return () => {
      remove();
      this.#keeper.schedule();
    };
  }

  isUsable(token: AccessToken): boolean {
    return this.#state.isOf(token) && this.#keeper.isUsable(token.claims);
  }

  inspect(): TokenInspection {
    return this.#keeper.inspect();
  }

  async requestToken(request: TokenRequest): Promise<AccessToken> {
    const {signal, tenancy, pipe} = request;
    signal.throwIfAborted();
    const {state} = this;
    if (state.status !== 'signed-in') throw toRefusal(state, pipe);
    const {identity} = state;
    if (tenancy === 'organization' && !identity.organization) {
      throw new NoOrganizationError(undefined, {pipe});
    }
    const faultOf = ({claims}: KeptToken) => findTenantFault(claims, identity, request);
    const isForeign = (token: KeptToken) => isFaultOfTenant(faultOf(token), identity);
    const taken = this.#keeper.take(request.rejected?.value);
    const settled = taken.then((token) => this.#foreign.settle(token, isForeign));
    const token = await abortable(settled, signal);
    const fault = faultOf(token);
    if (fault) throw fault;
    const accessToken = {...token, identityKey: identity.key};
    if (this.#state.isOf(accessToken)) return accessToken;
    throw new TokenUnavailableError('The session has changed.', {pipe});
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
      const error = new SessionPendingError(
        "The visitor's session is pending: Clerk has tasks left, show them with its components.",
      );
      this.#become({status: 'waiting', reason: 'pending-session', error}, null);
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
      this.#state.set(state);
      this.#forgive();
      return;
    }
    this.#keeper.clear();
    this.#reveal(state);
  }

  #conceal(): void {
    if (!this.#session) return;
    this.#state.stopConfirming();
    this.#isConcealed = true;
    this.#keeper.clear();
    this.#foreign.forget();
    this.#state.set({status: 'waiting', reason: 'restored'});
  }

  #reveal(state: AuthState): void {
    this.#state.stopConfirming();
    this.#isConcealed = false;
    this.#foreign.forget();
    this.#state.set(state);
  }

  #confirm(): void {
    this.#conceal();
    if (this.#isConcealed) this.#state.confirm(() => this.#askServer());
  }

  /** Asks for Clerk's own session token: it proves the session and moves no organization. */
  async #askServer(): Promise<void> {
    const {clock, template} = this.#options;
    const key = identityKey(this.#claimed);
    const answer = Promise.resolve(this.#session?.getToken({skipCache: true}));
    const late = () => new TokenUnavailableError('Clerk did not confirm the session in 10 s.');
    const token = await timeLimit(answer, CONFIRM_LIMIT_MS, clock, late).catch((error: unknown) => {
      throw toClerkFailure(error, template);
    });
    if (!this.#isConcealed || key !== identityKey(this.#claimed)) return;
    this.#reveal(token ? this.#claimed : {status: 'signed-out'});
  }

  /** Lets charts try again that were given a token of somebody else. */
  #forgive(): void {
    if (this.#foreign.forgive()) this.#state.repeat();
  }
}

function identityKey(state: AuthState): string | null {
  return state.status === 'signed-in' ? state.identity.key : null;
}

/** Tells a token of somebody else from one that can never do: only the former is replaced. */
function isFaultOfTenant(fault: ChartError | null, {organization}: Identity): boolean {
  return (
    fault?.code === 'tenant-mismatch' ||
    (organization !== null && fault?.code === 'no-organization')
  );
}
