import type {ChartError} from '../errors/chart-error.js';
import type {PipeResponse} from '../tinybird/pipe-response.js';
import type {ShownState} from './chart-state.js';
import {CustomStates} from './custom-states.js';
import {
  ChartErrorEvent,
  ChartLoadEvent,
  ChartRateLimitEvent,
  ChartSignInEvent,
  type ChartState,
  ChartStateEvent,
} from './events.js';

/** Tells the page what changed: events and `:state()`, each change once. */
export class ChartNotices {
  readonly #host: HTMLElement;
  readonly #states: CustomStates;
  #state: ChartState = 'idle';
  #response: PipeResponse | null = null;
  #error: ChartError | null = null;

  constructor(host: HTMLElement) {
    this.#host = host;
    this.#states = new CustomStates(host);
  }

  /** Compares with what was told last and dispatches what is new. */
  tell(shown: ShownState): void {
    const {state, response, error, staleReason, isRefetching} = shown;
    this.#states.set([
      state,
      ...(isRefetching ? ['refetching'] : []),
      ...(staleReason ? ['stale'] : []),
    ]);
    const previous = this.#state;
    const isNewResponse = response !== null && response !== this.#response;
    const isNewError = error !== null && error !== this.#error;
    this.#state = state;
    this.#response = response;
    this.#error = error;
    if (state !== previous) this.#host.dispatchEvent(new ChartStateEvent(state, previous));
    if (isNewResponse) this.#host.dispatchEvent(new ChartLoadEvent(response));
    if (isNewError) this.#tellError(error);
  }

  /** Asks the page whether it wants to sign in by itself; else runs `signIn`. */
  signIn(signIn: () => void): void {
    if (this.#host.dispatchEvent(new ChartSignInEvent())) signIn();
  }

  #tellError(error: ChartError): void {
    // A visitor without organization is a state of the page, as a signed-out one is.
    if (error.code === 'signed-out' || error.code === 'no-organization') return;
    if (error.code === 'rate-limited')
      this.#host.dispatchEvent(new ChartRateLimitEvent(Math.ceil(error.retryAfterMs ?? 0)));
    else this.#host.dispatchEvent(new ChartErrorEvent(error));
  }
}
