import {SignedOutError} from '../errors/auth-errors.js';
import {abortable} from '../lib/abortable.js';
import type {Clock} from '../lib/clock.js';
import {Listeners} from '../lib/listeners.js';
import type {PageActivity} from '../lib/page-activity.js';
import {retryUntilDone} from '../lib/retry-until-done.js';
import {stableKey} from '../lib/stable-key.js';
import {textHash} from '../lib/text-hash.js';
import {findTenantFault} from './tenant-guard.js';
import {type KeptToken, TokenKeeper, toTokenError} from './token-keeper.js';
import type {
  AccessToken,
  AuthState,
  TokenInspection,
  TokenRequest,
  TokenSource,
} from './token-source.js';

/** What a page's `getToken` is told. */
export interface GetTokenRequest {
  /** Name or id of the pipe; empty where one token serves all pipes. */
  readonly pipe: string;
  /** True when a token from a cache will not do. */
  readonly forceRenew: boolean;
  /** Aborts when the answer is no longer wanted. */
  readonly signal: AbortSignal;
}

/** A page's own way to a token; null means that nobody is signed in. */
export type GetToken = (request: GetTokenRequest) => Promise<string | null>;

/** What a `GetTokenSource` is made of. */
export interface GetTokenSourceOptions {
  readonly key: string;
  readonly getToken: GetToken;
  readonly pipe: string;
  readonly clock: Clock;
  readonly activity: PageActivity;
}

/** Claims that differ between two tokens of the same visitor. */
const PASSING_CLAIMS = new Set(['exp', 'iat', 'nbf', 'jti']);

/** Gives tokens from a function of the page. The token itself says whose rows they open. */
export class GetTokenSource implements TokenSource {
  readonly key: string;
  readonly actions = null;
  readonly #options: GetTokenSourceOptions;
  readonly #keeper: TokenKeeper;
  readonly #changed = new Listeners();
  #state: AuthState = {status: 'waiting', reason: 'token'};
  #abort = new AbortController();
  #stopConfirming: () => void = () => undefined;

  constructor(options: GetTokenSourceOptions) {
    const {activity, clock} = options;
    this.#options = options;
    this.key = options.key;
    this.#keeper = new TokenKeeper({
      mint: (fresh) => this.#mint(fresh),
      isAlwaysFresh: false,
      isWatched: () => this.#changed.size > 0 && activity.isVisible,
      onToken: (token) => this.#identify(token),
      clock,
    });
    activity.onChange(() => this.#keeper.schedule());
    activity.onFocus(() => {
      if (this.#state.status === 'signed-out') this.#confirm();
    });
    activity.onHide(() => this.#conceal());
    activity.onRestore(() => {
      this.#conceal();
      this.#confirm();
    });
  }

  get state(): AuthState {
    return this.#state;
  }

  observe(callback: () => void): () => void {
    const remove = this.#changed.add(callback);
    if (this.#changed.size === 1) this.#watch();
    return () => {
      remove();
      this.#keeper.schedule();
      if (this.#changed.size === 0) this.#stopConfirming();
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
    const {signal, rejected, pipe} = request;
    signal.throwIfAborted();
    if (this.#state.status === 'signed-out') throw new SignedOutError(undefined, {pipe});
    const token = await abortable(this.#keeper.take(rejected?.value), signal);
    const fault = findTenantFault(token.claims, null, request);
    if (fault) throw fault;
    return {...token, identityKey: identityKeyOf(token)};
  }

  async #mint(forceRenew: boolean): Promise<string> {
    const {getToken, pipe} = this.#options;
    let value: string | null;
    try {
      value = await getToken({pipe, forceRenew, signal: this.#abort.signal});
    } catch (error) {
      throw toTokenError(error, 'getToken()');
    }
    if (value) return value;
    this.#drop();
    this.#set({status: 'signed-out'});
    throw new SignedOutError('getToken() says that nobody is signed in.');
  }

  #identify(token: KeptToken): void {
    this.#stopConfirming();
    const userId = token.claims?.subject ?? null;
    const identity = {key: identityKeyOf(token), userId, organization: null};
    this.#set({status: 'signed-in', identity});
  }

  #watch(): void {
    this.#keeper.schedule();
    if (this.#state.status === 'waiting') this.#confirm();
  }

  #conceal(): void {
    this.#drop();
    this.#keeper.clear(true);
    this.#set({status: 'waiting', reason: 'restored'});
  }

  #drop(): void {
    this.#stopConfirming();
    this.#keeper.clear();
    this.#abort.abort();
    this.#abort = new AbortController();
  }

  #confirm(): void {
    this.#stopConfirming();
    if (this.#changed.size === 0) return;
    this.#stopConfirming = retryUntilDone(async () => {
      try {
        await this.#keeper.take();
      } catch (error) {
        if (error instanceof SignedOutError) return;
        const {state} = this;
        if (state.status === 'waiting') this.#set({...state, error: toTokenError(error, '')});
        throw error;
      }
    }, this.#options);
  }

  #set(state: AuthState): void {
    if (JSON.stringify(state) === JSON.stringify(this.#state)) return;
    this.#state = state;
    this.#changed.emit();
  }
}

function identityKeyOf({value, claims}: KeptToken): string {
  if (!claims) return `token:${textHash(value)}`;
  const lasting = Object.entries(claims.payload).filter(([name]) => !PASSING_CLAIMS.has(name));
  return `claims:${textHash(stableKey(Object.fromEntries(lasting)))}`;
}
