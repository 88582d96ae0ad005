import {Listeners} from '../lib/listeners.js';
import {type RetryParts, retryUntilDone} from '../lib/retry-until-done.js';
import {toTokenError} from './to-token-error.js';
import type {AccessToken, AuthState} from './token-source.js';

/** What a source knows about the visitor, whom it tells, and how it finds out after a doubt. */
export class SourceState {
  readonly #parts: RetryParts;
  readonly #changed = new Listeners();
  #current: AuthState;
  #stopConfirming: () => void = () => undefined;

  constructor(initial: AuthState, parts: RetryParts) {
    this.#current = initial;
    this.#parts = parts;
  }

  get current(): AuthState {
    return this.#current;
  }

  get isObserved(): boolean {
    return this.#changed.size > 0;
  }

  /** Calls back after each change. */
  observe(callback: () => void): () => void {
    return this.#changed.add(callback);
  }

  /** Tells the observers, unless nothing is new. Returns whether it was. */
  set(state: AuthState): boolean {
    if (JSON.stringify(state) === JSON.stringify(this.#current)) return false;
    this.#current = state;
    this.#changed.emit();
    return true;
  }

  /** Tells the observers that the same state deserves another try. */
  repeat(): void {
    this.#changed.emit();
  }

  /** True while the visitor is the one that the token was checked against. */
  isOf(token: AccessToken): boolean {
    const state = this.#current;
    return state.status === 'signed-in' && token.identityKey === state.identity.key;
  }

  /** Runs `ask` until it resolves or the doubt has ended; what goes wrong is told meanwhile. */
  confirm(ask: () => Promise<void>): void {
    this.#stopConfirming();
    let isInDoubt = true;
    const stop = retryUntilDone(async () => {
      try {
        await ask();
      } catch (error) {
        const state = this.#current;
        if (isInDoubt && state.status === 'waiting') {
          this.set({...state, error: toTokenError(error, 'Confirming the session')});
        }
        throw error;
      }
    }, this.#parts);
    this.#stopConfirming = () => {
      isInDoubt = false;
      stop();
    };
  }

  /** Ends the doubt: it is known who is there, or nobody wants to know any more. */
  stopConfirming(): void {
    this.#stopConfirming();
  }
}
