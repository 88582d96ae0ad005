import {createClerkActions} from './clerk-actions.js';
import type {ClerkFinder, ClerkSearch} from './clerk-finder.js';
import type {ClerkInstance} from './clerk-instance.js';
import {toRefusal} from './to-refusal.js';
import type {
  AccessToken,
  AuthState,
  SessionActions,
  TokenInspection,
  TokenRequest,
  TokenSource,
} from './token-source.js';

/** What a `ClerkTokenSource` is made of. */
export interface ClerkTokenSourceOptions {
  readonly key: string;
  readonly finder: Pick<ClerkFinder, 'state' | 'observe' | 'retry'>;
  /** Returns the page's one source for a Clerk that was found. */
  readonly open: (clerk: ClerkInstance) => TokenSource;
  /** Clerk's UI on its way, where this package loads it. */
  readonly ui: () => Promise<unknown> | null;
}

/** Waits for Clerk, then gives its tokens. */
export class ClerkTokenSource implements TokenSource {
  readonly key: string;
  readonly actions: SessionActions;
  readonly #options: ClerkTokenSourceOptions;
  #search: ClerkSearch | null = null;
  #searchState: AuthState = {status: 'waiting', reason: 'clerk'};

  constructor(options: ClerkTokenSourceOptions) {
    const {key, finder, ui} = options;
    this.key = key;
    this.#options = options;
    const clerk = () => (finder.state.status === 'found' ? finder.state.clerk : null);
    this.actions = createClerkActions({clerk, ui});
  }

  get state(): AuthState {
    const search = this.#options.finder.state;
    if (search.status === 'found') return this.#options.open(search.clerk).state;
    if (search !== this.#search) this.#searchState = toState(search);
    this.#search = search;
    return this.#searchState;
  }

  observe(callback: () => void): () => void {
    let stopSession: (() => void) | undefined;
    const follow = () => {
      const session = this.#session;
      if (session) stopSession ??= session.observe(callback);
    };
    const stopFinder = this.#options.finder.observe(() => {
      follow();
      callback();
    });
    follow();
    return () => {
      stopFinder();
      stopSession?.();
    };
  }

  isUsable(token: AccessToken): boolean {
    return this.#session?.isUsable(token) ?? false;
  }

  inspect(): TokenInspection {
    return this.#session?.inspect?.() ?? {claims: null, skewMs: null};
  }

  async requestToken(request: TokenRequest): Promise<AccessToken> {
    request.signal.throwIfAborted();
    const session = this.#session;
    if (session) return session.requestToken(request);
    this.#options.finder.retry();
    throw toRefusal(this.state, request.pipe);
  }

  get #session(): TokenSource | null {
    const search = this.#options.finder.state;
    return search.status === 'found' ? this.#options.open(search.clerk) : null;
  }
}

function toState(search: Exclude<ClerkSearch, {status: 'found'}>): AuthState {
  if (search.status === 'failed') return search;
  const {error} = search;
  return {status: 'waiting', reason: 'clerk', ...(error && {error})};
}
