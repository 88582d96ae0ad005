import type {
  AccessToken,
  AuthState,
  SessionActions,
  TokenInspection,
  TokenRequest,
  TokenSource,
} from './token-source.js';

/**
 * Clerk's tokens, and a public token only while Clerk says that nobody is signed in or no Clerk is
 * on the page: never while waiting, on a mismatch or after an error.
 */
export class FallbackSource implements TokenSource {
  readonly key: string;
  readonly #clerk: TokenSource;
  readonly #open: TokenSource;
  readonly #isClerkAbsent: () => boolean;

  constructor(clerk: TokenSource, open: TokenSource, isClerkAbsent: () => boolean) {
    this.key = `${clerk.key}|${open.key}`;
    this.#clerk = clerk;
    this.#open = open;
    this.#isClerkAbsent = isClerkAbsent;
  }

  get state(): AuthState {
    return this.#current.state;
  }

  get actions(): SessionActions | null {
    return this.#clerk.actions;
  }

  observe(callback: () => void): () => void {
    return this.#clerk.observe(callback);
  }

  isUsable(token: AccessToken): boolean {
    return this.#current.isUsable(token);
  }

  inspect(): TokenInspection {
    return this.#current.inspect?.() ?? {claims: null, skewMs: null};
  }

  requestToken(request: TokenRequest): Promise<AccessToken> {
    return this.#current.requestToken(request);
  }

  get #current(): TokenSource {
    const {status} = this.#clerk.state;
    const isOpen = status === 'signed-out' || (status === 'waiting' && this.#isClerkAbsent());
    return isOpen ? this.#open : this.#clerk;
  }
}
