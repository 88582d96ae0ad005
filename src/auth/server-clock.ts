import type {Clock} from '../lib/clock.js';
import type {TokenClaims} from './token-source.js';

/** A request must start at least this long before the token's `exp`. */
export const EXPIRY_MARGIN_MS = 5_000;

/** Difference between wall and monotonic clock that counts as a jump: sleep, or a correction. */
const JUMP_MS = 2_000;

/** A moment by both of the device's clocks, in milliseconds. */
export interface Moment {
  readonly monotonicMs: number;
  /** Wall minus monotonic time. */
  readonly offsetMs: number;
}

/** Estimates the server's clock from the `iat` of fresh tokens. */
export class ServerClock {
  readonly #clock: Clock;
  #skewMs = 0;
  #spanMs = Infinity;
  /** Wall minus monotonic time when the skew was learnt; null until then. */
  #anchorMs: number | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** False before the first estimate and after each jump of the device's clock. */
  get isKnown(): boolean {
    return this.#anchorMs !== null && Math.abs(this.#offset() - this.#anchorMs) <= JUMP_MS;
  }

  /** Server's clock minus the device's as learnt from a token; null where it is only assumed. */
  get skewMs(): number | null {
    return this.isKnown && this.#spanMs < Infinity ? this.#skewMs : null;
  }

  /** Server's time in milliseconds since the Unix epoch, by the last estimate. */
  now(): number {
    return this.#clock.now() + this.#skewMs;
  }

  /** Takes the device's clock as right where nothing can be learnt, unless more is known. */
  assume(): void {
    if (this.isKnown) return;
    this.#skewMs = 0;
    this.#spanMs = Infinity;
    this.#anchorMs = this.#offset();
  }

  /** The present moment, to learn from what starts now. */
  mark(): Moment {
    return {monotonicMs: this.#clock.monotonic(), offsetMs: this.#offset()};
  }

  /**
   * Learns from a token that was made between `start` and now, unless the clock has jumped since.
   * Slower answers than the one learnt from change nothing until the clock jumps.
   */
  learn(claims: TokenClaims | null, start: Moment): void {
    if (claims?.issuedAtMs == null) {
      this.assume();
      return;
    }
    // Over a sleep nobody can tell how long ago the token was made.
    if (Math.abs(this.#offset() - start.offsetMs) > JUMP_MS) return;
    const spanMs = this.#clock.monotonic() - start.monotonicMs;
    if (this.isKnown && spanMs >= this.#spanMs) return;
    this.#skewMs = claims.issuedAtMs - (this.#clock.now() - spanMs / 2);
    this.#spanMs = spanMs;
    this.#anchorMs = this.#offset();
  }

  /** True while a request may start with a token of these claims. False after a clock jump. */
  isUsable(claims: TokenClaims | null): boolean {
    if (claims?.expiresAtMs == null) return true;
    return this.isKnown && this.now() < claims.expiresAtMs - EXPIRY_MARGIN_MS;
  }

  #offset(): number {
    return this.#clock.now() - this.#clock.monotonic();
  }
}
