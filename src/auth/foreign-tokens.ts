import {TokenUnavailableError} from '../errors/auth-errors.js';
import type {Clock} from '../lib/clock.js';
import type {PageActivity} from '../lib/page-activity.js';
import {timeLimit} from '../lib/time-limit.js';
import type {KeptToken, TokenKeeper} from './token-keeper.js';

/** Longest wait for Clerk's server to take the organization. */
const TOUCH_LIMIT_MS = 10_000;

/** What `ForeignTokens` works with. */
export interface ForeignTokensOptions {
  readonly keeper: TokenKeeper;
  readonly activity: PageActivity;
  readonly clock: Clock;
  /** Tells Clerk's server which organization this tab shows; null where Clerk cannot. */
  readonly touch: () => Promise<unknown> | null;
}

/**
 * Replaces tokens of another organization than this tab shows: Clerk's server makes template tokens
 * for the organization that it heard of last, from whichever tab. What cannot be replaced is not
 * asked for again until `forgive` or `forget`.
 */
export class ForeignTokens {
  readonly #options: ForeignTokensOptions;
  /** A token that stayed foreign. */
  #stray: string | null = null;
  /** One replacement for all callers. */
  #replacing: Promise<KeptToken> | null = null;
  /** Once the server was told, only a focus or another identity lets it be told again. */
  #hasTouched = false;
  #identities = 0;

  constructor(options: ForeignTokensOptions) {
    this.#options = options;
    options.activity.onFocus(() => (this.#hasTouched = false));
  }

  /** Returns `token`, or what it was replaced by where it is foreign; that may still be so. */
  async settle(token: KeptToken, isForeign: (token: KeptToken) => boolean): Promise<KeptToken> {
    if (!isForeign(token) || token.value === this.#stray) return token;
    const identity = this.#identities;
    const settled = await this.#replace(token, isForeign);
    if (isForeign(settled) && identity === this.#identities) this.#stray = settled.value;
    return settled;
  }

  /** Lets the next caller try again; returns whether there was anything to forgive. */
  forgive(): boolean {
    const hadStray = this.#stray !== null;
    if (hadStray) this.#options.keeper.clear();
    this.#stray = null;
    return hadStray;
  }

  /** Another identity: all that is known was about the one before. */
  forget(): void {
    this.#identities += 1;
    this.#stray = this.#replacing = null;
    this.#hasTouched = false;
  }

  #replace(token: KeptToken, isForeign: (token: KeptToken) => boolean): Promise<KeptToken> {
    if (this.#replacing) return this.#replacing;
    const replacing = this.#replaceOnce(token, isForeign).finally(() => {
      if (this.#replacing === replacing) this.#replacing = null;
    });
    return (this.#replacing = replacing);
  }

  async #replaceOnce(
    token: KeptToken,
    isForeign: (token: KeptToken) => boolean,
  ): Promise<KeptToken> {
    const {keeper} = this.#options;
    const renewed = await keeper.take(token.value);
    if (!isForeign(renewed) || !(await this.#touch())) return renewed;
    return keeper.take(renewed.value);
  }

  /** Only where no other tab can be the one that the visitor looks at: it would lose its rows. */
  async #touch(): Promise<boolean> {
    const {activity, clock, touch} = this.#options;
    const isLookedAt = activity.isVisible && activity.hasFocus;
    if (!isLookedAt || this.#hasTouched) return false;
    const answer = touch();
    if (!answer) return false;
    this.#hasTouched = true;
    const late = () => new TokenUnavailableError('Clerk did not take the organization in 10 s.');
    try {
      await timeLimit(answer, TOUCH_LIMIT_MS, clock, late);
      return true;
    } catch {
      // The token stays refused; the next one that is foreign tries again.
      this.#hasTouched = false;
      return false;
    }
  }
}
