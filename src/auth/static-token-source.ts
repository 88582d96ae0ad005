import {TokenUnavailableError} from '../errors/auth-errors.js';
import {type Clock, systemClock} from '../lib/clock.js';
import {textHash} from '../lib/text-hash.js';
import {parseJwtClaims} from './jwt-claims.js';
import {ServerClock} from './server-clock.js';
import {findTenantFault} from './tenant-guard.js';
import type {
  AccessToken,
  AuthState,
  TokenInspection,
  TokenRequest,
  TokenSource,
} from './token-source.js';

/** Gives one public token that the page's author wrote. Its rows belong to nobody. */
export class StaticTokenSource implements TokenSource {
  readonly key: string;
  readonly state: AuthState;
  readonly actions = null;
  readonly #token: AccessToken;
  readonly #serverClock: ServerClock;

  constructor(value: string, clock: Clock = systemClock) {
    this.key = `public:${textHash(value)}`;
    const identity = {key: this.key, userId: null, organization: null};
    this.state = {status: 'signed-in', identity};
    this.#token = {value, claims: parseJwtClaims(value), identityKey: this.key};
    this.#serverClock = new ServerClock(clock);
  }

  /** Never calls back: a token in the page does not change. */
  observe(): () => void {
    return () => undefined;
  }

  isUsable(token: AccessToken): boolean {
    // Nothing can be learnt of the server's clock without a fresh token.
    this.#serverClock.assume();
    return token.identityKey === this.key && this.#serverClock.isUsable(token.claims);
  }

  inspect(): TokenInspection {
    return {claims: this.#token.claims, skewMs: null};
  }

  requestToken(request: TokenRequest): Promise<AccessToken> {
    return new Promise((resolve) => resolve(this.#tokenFor(request)));
  }

  #tokenFor(request: TokenRequest): AccessToken {
    request.signal.throwIfAborted();
    const {pipe} = request;
    const fault = findTenantFault(this.#token.claims, null, {...request, tenancy: 'none'});
    if (fault) throw fault;
    if (this.isUsable(this.#token)) return this.#token;
    throw new TokenUnavailableError(
      'The public `token` has expired: put a new one into the page.',
      {pipe, retryable: false},
    );
  }
}
