import {TokenUnavailableError} from '../errors/auth-errors.js';
import type {Clock} from '../lib/clock.js';
import {timeLimit} from '../lib/time-limit.js';
import {parseJwtClaims} from './jwt-claims.js';
import {ServerClock} from './server-clock.js';
import {TokenQuestions} from './token-questions.js';
import type {TokenClaims, TokenInspection} from './token-source.js';

/** Longest wait for a token; Clerk itself retries for minutes. */
const MINT_LIMIT_MS = 10_000;

/**
 * A token is renewed ahead of its `exp` by an eighth of its life within these bounds, of a short
 * life by its last third: renewing sooner costs more tokens than pages with trouble gain.
 */
const MIN_LEEWAY_MS = 8_000;
const MAX_LEEWAY_MS = 30_000;

/** Pause after a renewal in the background that failed. */
const RENEWAL_PAUSE_MS = 5_000;

/** A token and what it says. */
export interface KeptToken {
  readonly value: string;
  readonly claims: TokenClaims | null;
}

/** What a `TokenKeeper` needs from its source. */
export interface TokenKeeperOptions {
  /** Makes a token. `fresh` asks for one that no cache has held; rejects with errors of ours. */
  readonly mint: (fresh: boolean) => Promise<string>;
  /** True when `mint` gives an uncached token even without `fresh`. */
  readonly isAlwaysFresh: boolean;
  /** True while somebody would miss a token that ran out: charts observe, the page is visible. */
  readonly isWatched: () => boolean;
  /** Asks for at least this leeway of a token that has come, in milliseconds. @default 0 */
  readonly minLeewayMs?: () => number;
  /** Hears of each new token before anybody gets it. */
  readonly onToken?: (token: KeptToken) => void;
  readonly clock: Clock;
}

/** Keeps one token of one identity: one request for all callers, renewed ahead of its end. */
export class TokenKeeper {
  readonly #options: TokenKeeperOptions;
  readonly #serverClock: ServerClock;
  /** They outlive a flight that was given up. */
  readonly #questions: TokenQuestions;
  #kept: KeptToken | null = null;
  /** Claims of the latest token, also of one that had run out on arrival. */
  #claims: TokenClaims | null = null;
  #flight: Promise<KeptToken> | null = null;
  /** The last token renewed because it was refused: it never costs a second renewal. */
  #refused: string | null = null;
  #isFreshNext = false;
  #isWanted = false;
  #renewAtMs = Infinity;
  #stopTimer: (() => void) | null = null;

  constructor(options: TokenKeeperOptions) {
    this.#options = options;
    this.#serverClock = new ServerClock(options.clock);
    this.#questions = new TokenQuestions(options.mint, () => this.#serverClock.mark());
  }

  /** Forgets the token and drops the answer of a running request. */
  clear(isFreshNext = false): void {
    this.#kept = this.#claims = this.#flight = this.#refused = null;
    this.#questions.forget();
    this.#isFreshNext = isFreshNext;
    this.schedule();
  }

  /** Tells about the latest token since `clear`. */
  inspect(): TokenInspection {
    return {claims: this.#claims, skewMs: this.#serverClock.skewMs};
  }

  /** True while a request may start with a token of these claims. */
  isUsable(claims: TokenClaims | null): boolean {
    return this.#serverClock.isUsable(claims);
  }

  /**
   * Gives a usable token, the kept one when it is. `refused` is renewed first, once.
   *
   * @throws {TokenUnavailableError} after 10 s, or when the new token has run out on arrival.
   */
  async take(refused?: string): Promise<KeptToken> {
    this.#isWanted = true;
    const kept = this.#kept;
    if (!kept || !this.isUsable(kept.claims)) return this.#renew();
    if (kept.value === refused && this.#refused !== refused) {
      this.#refused = refused;
      this.#kept = null;
      this.#isFreshNext = true;
      return this.#renew();
    }
    if (this.#options.clock.monotonic() >= this.#renewAtMs) this.#renewAhead();
    else this.schedule();
    return kept;
  }

  /** Sets the one timer anew; called when `isWatched` changes. */
  schedule(): void {
    this.#stopTimer?.();
    this.#stopTimer = null;
    if (!this.#kept || this.#flight || !this.#isWanted || !this.#options.isWatched()) return;
    if (this.#renewAtMs === Infinity) return;
    const waitMs = this.#renewAtMs - this.#options.clock.monotonic();
    this.#stopTimer = this.#options.clock.setTimer(() => this.#renewAhead(), waitMs);
  }

  #renewAhead(): void {
    // The new token must be asked for before it is renewed ahead again: an idle page stops here.
    this.#isWanted = false;
    this.#renew().catch(() => {
      // Callers still have the old token; the next one to come tries again.
      this.#renewAtMs = this.#options.clock.monotonic() + RENEWAL_PAUSE_MS;
    });
  }

  #renew(): Promise<KeptToken> {
    if (this.#flight) return this.#flight;
    const flight: Promise<KeptToken> = this.#mintBest().then(
      (token) => {
        if (this.#flight !== flight) throw new TokenUnavailableError('The session has changed.');
        this.#flight = null;
        this.#claims = token.claims;
        if (!this.isUsable(token.claims)) {
          const message = 'The new token has run out on arrival: its life is too short.';
          throw new TokenUnavailableError(message);
        }
        this.#keep(token);
        return token;
      },
      (error: unknown) => {
        if (this.#flight === flight) this.#flight = null;
        throw error;
      },
    );
    return (this.#flight = flight);
  }

  /** Gives a usable token where one can be had. */
  async #mintBest(): Promise<KeptToken> {
    const isFresh = this.#options.isAlwaysFresh || this.#kept !== null || this.#isFreshNext;
    const first = await this.#mint(isFresh);
    const isBest = isFresh && this.#serverClock.isKnown;
    return isBest || this.isUsable(first.claims) ? first : this.#mint(true);
  }

  async #mint(isFresh: boolean): Promise<KeptToken> {
    const {answer, start} = this.#questions.ask(isFresh);
    const late = () => new TokenUnavailableError('No token came within 10 s.');
    const value = await timeLimit(answer, MINT_LIMIT_MS, this.#options.clock, late);
    const token = {value, claims: parseJwtClaims(value)};
    if (isFresh) this.#serverClock.learn(token.claims, start);
    else this.#serverClock.assume();
    return token;
  }

  #keep(token: KeptToken): void {
    this.#kept = token;
    this.#isFreshNext = false;
    this.#options.onToken?.(token);
    const {expiresAtMs, issuedAtMs} = token.claims ?? {expiresAtMs: null, issuedAtMs: null};
    const nowMs = this.#serverClock.now();
    const lifetimeMs = (expiresAtMs ?? Infinity) - (issuedAtMs ?? nowMs);
    const wantedMs = Math.max(MIN_LEEWAY_MS, this.#options.minLeewayMs?.() ?? 0, lifetimeMs / 8);
    const leewayMs = Math.min(MAX_LEEWAY_MS, wantedMs, lifetimeMs / 3);
    const remainingMs = (expiresAtMs ?? Infinity) - nowMs - leewayMs;
    this.#renewAtMs = this.#options.clock.monotonic() + remainingMs;
    this.schedule();
  }
}
