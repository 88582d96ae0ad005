import type {
  AccessToken,
  AuthState,
  Identity,
  TokenClaims,
  TokenRequest,
  TokenSource,
} from '../../src/auth/token-source.js';
import {Listeners} from '../../src/lib/listeners.js';

/** Builds an identity from a user's and an organization's name. */
export function identity(userId = 'ann', organizationId: string | null = 'acme'): Identity {
  return {
    key: `${userId}/${organizationId ?? ''}`,
    userId,
    organization: organizationId
      ? {id: organizationId, slug: organizationId, name: organizationId}
      : null,
  };
}

/** Builds claims that allow every pipe named in `pipes`. */
export function claims(
  options: {
    pipes?: readonly string[];
    requestsPerSecond?: number | null;
    name?: string;
    workspaceId?: string;
  } = {},
): TokenClaims {
  const {pipes = ['sales'], requestsPerSecond = null, name = 'frontend', workspaceId} = options;
  return {
    expiresAtMs: Date.UTC(2026, 0, 2),
    issuedAtMs: Date.UTC(2026, 0, 1),
    subject: 'ann',
    workspaceId: workspaceId ?? '5a1e5000-0000-4000-8000-000000000001',
    name,
    algorithm: 'HS256',
    requestsPerSecond,
    scopes: pipes.map((resource) => ({type: 'PIPES:READ', resource, fixedParams: {}})),
    payload: {},
  };
}

/** A token source that says what the test tells it to. */
export class FakeTokenSource implements TokenSource {
  readonly key: string;
  readonly actions = null;
  readonly requests: TokenRequest[] = [];
  #state: AuthState;
  readonly #changed = new Listeners();
  /** What the next tokens claim. */
  claims: TokenClaims | null = claims();
  /** Thrown instead of a token. */
  error: Error | null = null;
  /** When true, a token is given only at `release`. */
  isHeld = false;
  /** Values of tokens that have expired. */
  readonly expired = new Set<string>();
  readonly #held: {readonly give: () => void; readonly refuse: (error: Error) => void}[] = [];
  #version = 1;

  constructor(state: AuthState = {status: 'signed-in', identity: identity()}, key = 'fake') {
    this.#state = state;
    this.key = key;
  }

  get state(): AuthState {
    return this.#state;
  }

  /** Number of charts and queries that listen. */
  get observers(): number {
    return this.#changed.size;
  }

  observe(callback: () => void): () => void {
    return this.#changed.add(callback);
  }

  become(state: AuthState): void {
    this.#state = state;
    this.#changed.emit();
  }

  signIn(who: Identity = identity()): void {
    this.become({status: 'signed-in', identity: who});
  }

  /** Makes the next token another one. */
  renew(): void {
    this.#version += 1;
  }

  /** Gives the tokens that are waited for. */
  release(): void {
    this.isHeld = false;
    for (const {give} of this.#held.splice(0)) give();
  }

  /** Rejects the tokens that are waited for with `error`. */
  fail(): void {
    const {error} = this;
    if (!error) throw new Error('The test has set no error.');
    for (const {refuse} of this.#held.splice(0)) refuse(error);
  }

  requestToken(request: TokenRequest): Promise<AccessToken> {
    this.requests.push(request);
    if (request.rejected?.value === this.#token().value) this.renew();
    if (this.error) return Promise.reject(this.error);
    if (!this.isHeld) return Promise.resolve(this.#token());
    return new Promise((resolve, reject) => {
      const {signal} = request;
      signal.addEventListener('abort', () => reject(signal.reason as Error));
      this.#held.push({give: () => resolve(this.#token()), refuse: reject});
    });
  }

  isUsable(token: AccessToken): boolean {
    return !this.expired.has(token.value);
  }

  #token(): AccessToken {
    const identityKey = this.#state.status === 'signed-in' ? this.#state.identity.key : 'nobody';
    return {value: `token-${identityKey}-${this.#version}`, claims: this.claims, identityKey};
  }
}
