import {SignedOutError} from '../errors/auth-errors.js';
import {abortable} from '../lib/abortable.js';
import type {Clock} from '../lib/clock.js';
import type {PageActivity} from '../lib/page-activity.js';
import {stableKey} from '../lib/stable-key.js';
import {textHash} from '../lib/text-hash.js';
import {SourceState} from './source-state.js';
import {findTenantFault} from './tenant-guard.js';
import {toTokenError} from './to-token-error.js';
import {type KeptToken, TokenKeeper} from './token-keeper.js';
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
  readonly #state: SourceState;
  #abort = new AbortController();

  constructor(options: GetTokenSourceOptions) {
    const {activity, clock} = options;
    this.#options = options;
    this.key = options.key;
    this.#state = new SourceState({status: 'waiting', reason: 'token'}, options);
    this.#keeper = new TokenKeeper({
      mint: (fresh) => this.#mint(fresh),
      isAlwaysFresh: false,
      isWatched: () => this.#state.isObserved && activity.isVisible,
      onToken: (token) => this.#identify(token),
      clock,
    });
    activity.onChange(() => this.#keeper.schedule());
    activity.onFocus(() => {
      if (this.state.status === 'signed-out') this.#confirm();
    });
    activity.onHide(() => this.#conceal());
    activity.onRestore(() => {
      this.#conceal();
      this.#confirm();
    });
  }

  get state(): AuthState {
    return this.#state.current;
  }

  observe(callback: () => void): () => void {
    const isFirst = !this.#state.isObserved;
    const remove = this.#state.observe(callback);
    if (isFirst) this.#watch();
    return () => {
      remove();
      this.#keeper.schedule();
      if (!this.#state.isObserved) this.#state.stopConfirming();
    };
  }

  isUsable(token: AccessToken): boolean {
    return this.#state.isOf(token) && this.#keeper.isUsable(token.claims);
  }

  inspect(): TokenInspection {
    return this.#keeper.inspect();
  }

  async requestToken(request: TokenRequest): Promise<AccessToken> {
    const {signal, rejected, pipe} = request;
    signal.throwIfAborted();
    if (this.state.status === 'signed-out') throw new SignedOutError(undefined, {pipe});
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
    this.#state.set({status: 'signed-out'});
    throw new SignedOutError('getToken() says that nobody is signed in.');
  }

  #identify(token: KeptToken): void {
    this.#state.stopConfirming();
    const userId = token.claims?.subject ?? null;
    const identity = {key: identityKeyOf(token), userId, organization: null};
    this.#state.set({status: 'signed-in', identity});
  }

  #watch(): void {
    this.#keeper.schedule();
    if (this.state.status === 'waiting') this.#confirm();
  }

  #conceal(): void {
    this.#drop();
    this.#keeper.clear(true);
    this.#state.set({status: 'waiting', reason: 'restored'});
  }

  #drop(): void {
    this.#state.stopConfirming();
    this.#keeper.clear();
    this.#abort.abort();
    this.#abort = new AbortController();
  }

  #confirm(): void {
    if (!this.#state.isObserved) return;
    this.#state.confirm(async () => {
      try {
        await this.#keeper.take();
      } catch (error) {
        if (!(error instanceof SignedOutError)) throw error;
      }
    });
  }
}

function identityKeyOf({value, claims}: KeptToken): string {
  if (!claims) return `token:${textHash(value)}`;
  const lasting = Object.entries(claims.payload).filter(([name]) => !PASSING_CLAIMS.has(name));
  return `claims:${textHash(stableKey(Object.fromEntries(lasting)))}`;
}
