import {UnexpectedResponseError} from '../errors/data-errors.js';
import {isChartError, type ChartError} from '../errors/chart-error.js';
import type {Clock} from '../lib/clock.js';
import type {PageActivity} from '../lib/page-activity.js';
import {isLoopback} from '../tinybird/host.js';
import type {TinybirdClient} from '../tinybird/tinybird-client.js';
import type {QueryRequest} from './query-key.js';
import type {QueryState} from './query-state.js';
import * as to from './query-transitions.js';
import {MIN_INTERVAL_MS, type RefreshTimer} from './refresh-timer.js';
import {planRetry} from './retry-policy.js';

/** What one chart wants of a shared query. */
export interface ObserverOptions {
  /** Time between refetches, at least 1,000; null for none. */
  readonly refreshIntervalMs: number | null;
  readonly onScreen: boolean;
}

/** One chart on a query. */
export interface Observer {
  options: ObserverOptions;
  readonly callback: (state: QueryState) => void;
}

/** Collaborators of a `Query`. */
export interface QueryContext {
  readonly client: TinybirdClient;
  readonly clock: Clock;
  readonly activity: PageActivity;
  readonly timer: RefreshTimer;
  readonly random: () => number;
}

/** Rows younger than this satisfy a new observer. */
const FRESH_MS = 10_000;

/** Least time between timed refetches of something that a person has to fix. */
const FAILED_INTERVAL_MS = 30_000;

/** One question shared by all charts that ask it: its rows, its request, its next refetch. */
export class Query {
  readonly #request: QueryRequest;
  readonly #context: QueryContext;
  readonly #observers = new Set<Observer>();
  readonly #stopSource: () => void;
  #state = to.INITIAL_STATE;
  /** Rows of the last certain identity, kept out of `state` while it is uncertain. */
  #rows: to.OwnedRows | null = null;
  /** The identity that is certain now. */
  #identityKey: string | null = null;
  #run: AbortController | null = null;
  #isPolling = false;
  #failures = 0;
  #settledAtMs = -Infinity;
  #retryAtMs: number | null = null;
  /** Set when a fresh token was refused: asking again would only repeat that. */
  #isRefused = false;

  constructor(request: QueryRequest, context: QueryContext) {
    this.#request = request;
    this.#context = context;
    this.#stopSource = request.source.observe(() => this.#meetIdentity());
    this.#meetIdentity();
  }

  get state(): QueryState {
    return this.#state;
  }

  get hasObservers(): boolean {
    return this.#observers.size > 0;
  }

  /** True when there is something worth keeping for the next observer. */
  get hasRows(): boolean {
    return this.#rows !== null;
  }

  add(observer: Observer): void {
    this.#observers.add(observer);
    const isOld = this.#context.clock.monotonic() - this.#settledAtMs > FRESH_MS;
    if (isOld && this.#retryAtMs === null && !this.#isRefused) this.#start('asked');
    this.reconsider();
  }

  remove(observer: Observer): void {
    this.#observers.delete(observer);
    this.reconsider();
  }

  /** Takes note that observers, their options or the page's activity changed. */
  reconsider(): void {
    if (this.#state.status === 'offline' || this.#state.staleReason === 'offline') {
      if (this.hasObservers && !this.#isOffline()) this.#start('asked');
    }
    this.#plan();
    this.#context.client.pacer.reconsider();
  }

  /** The window has focus again: what waits for the right organization asks once more. */
  onFocus(): void {
    if (this.#state.error?.code === 'tenant-mismatch' && this.hasObservers) this.#start('asked');
  }

  /** Asks now, whatever is known; joins a request that runs. */
  refetch(): void {
    this.#failures = 0;
    this.#isRefused = false;
    this.#start('asked');
  }

  /** Calls off the request that runs. */
  abort(): void {
    if (!this.#run) return;
    this.#endRun();
    this.#set(to.toStopped(this.#state));
  }

  /** Ends the query for good. */
  destroy(): void {
    this.#stopSource();
    this.#endRun();
    this.#rows = null;
    this.#context.timer.cancel(this);
  }

  #meetIdentity(): void {
    const auth = this.#request.source.state;
    const key = auth.status === 'signed-in' ? auth.identity.key : null;
    if (key !== null && key === this.#identityKey) return;
    this.#endRun();
    this.#identityKey = key;
    this.#failures = 0;
    this.#retryAtMs = null;
    this.#isRefused = false;
    // Only while the identity is merely uncertain may its rows come back.
    if (auth.status !== 'waiting' && this.#rows?.identityKey !== key) {
      this.#rows = null;
      this.#settledAtMs = -Infinity;
    }
    const state = to.toIdentity(this.#state, auth);
    this.#set(key !== null && this.#rows ? to.toRevealed(state, this.#rows) : state);
    if (key !== null && this.hasObservers) this.#start('asked');
    this.#plan();
  }

  #start(cause: 'asked' | 'timer'): void {
    const {source, tenancy} = this.#request;
    const {state} = source;
    if (state.status !== 'signed-in') return;
    if (this.#run) {
      // A refetch by hand makes a waiting poll urgent.
      if (cause === 'asked') this.#isPolling = false;
      this.#context.client.pacer.reconsider();
      return;
    }
    this.#retryAtMs = null;
    if (tenancy === 'organization' && !state.identity.organization) {
      this.#set(to.toNoOrganization(this.#state, null));
    } else if (this.#isOffline()) {
      this.#set(to.toOffline(this.#state));
    } else {
      this.#run = new AbortController();
      this.#isPolling = cause === 'timer' && this.#rows !== null;
      void this.#ask(this.#run);
      this.#set(to.toStarted(this.#state, cause));
    }
  }

  async #ask(run: AbortController): Promise<void> {
    try {
      // Every query of the page drops its old rows before the first one asks for new ones.
      await Promise.resolve();
      run.signal.throwIfAborted();
      const priority = {
        isOnScreen: () => [...this.#observers].some(({options}) => options.onScreen),
        isPolling: () => this.#isPolling,
      };
      const options = {...this.#request, priority, signal: run.signal};
      const rows = await this.#context.client.queryPipe(this.#request, options);
      if (this.#run !== run) return;
      this.#settle();
      if (rows.identityKey !== this.#identityKey) return this.#start('asked');
      this.#rows = rows;
      this.#failures = 0;
      this.#set(to.toAnswered(this.#state, rows));
    } catch (error) {
      if (this.#run !== run) return;
      this.#settle();
      this.#fail(isChartError(error) ? error : toUnexpected(error));
    }
    this.#plan();
  }

  #fail(error: ChartError): void {
    const {clock, activity, random} = this.#context;
    if (error.code === 'signed-out' || error.code === 'no-organization') {
      this.#rows = null;
      const isSignedOut = error.code === 'signed-out';
      this.#set(
        isSignedOut
          ? to.toIdentity(this.#state, {status: 'signed-out'})
          : to.toNoOrganization(this.#state, error),
      );
      return;
    }
    this.#failures += 1;
    this.#isRefused = error.status === 401 || error.status === 403;
    const retry = planRetry(error, this.#failures, random);
    this.#retryAtMs = retry && clock.monotonic() + retry.delayMs;
    this.#set(
      to.toFailed(this.#state, error, {
        retryAtMs: retry && clock.now() + retry.delayMs,
        isOnline: activity.isOnline,
        isQuiet: retry?.isQuiet ?? false,
      }),
    );
  }

  #plan(): void {
    const {timer} = this.#context;
    const intervalMs = Math.min(
      ...[...this.#observers].map(({options}) => options.refreshIntervalMs ?? Infinity),
    );
    const pauseMs = this.#state.error ? FAILED_INTERVAL_MS : MIN_INTERVAL_MS;
    const atMs = this.#retryAtMs ?? this.#settledAtMs + Math.max(intervalMs, pauseMs);
    const isIdle = !this.hasObservers || this.#run !== null || this.#isRefused;
    if (isIdle || !Number.isFinite(atMs)) timer.cancel(this);
    else timer.plan(this, atMs, () => this.#start('timer'));
  }

  #settle(): void {
    this.#run = null;
    this.#settledAtMs = this.#context.clock.monotonic();
  }

  #endRun(): void {
    const run = this.#run;
    this.#run = null;
    run?.abort();
  }

  #isOffline(): boolean {
    // Without any network a local server still answers.
    return !this.#context.activity.isOnline && !isLoopback(new URL(this.#request.host).hostname);
  }

  #set(state: QueryState): void {
    this.#state = state;
    for (const observer of [...this.#observers]) {
      if (this.#observers.has(observer)) observer.callback(state);
    }
  }
}

function toUnexpected(cause: unknown): ChartError {
  return new UnexpectedResponseError('Something outside of Tinybird broke the request.', {cause});
}
