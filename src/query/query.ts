import {TokenUnavailableError} from '../errors/auth-errors.js';
import type {ChartError} from '../errors/chart-error.js';
import type {Clock} from '../lib/clock.js';
import type {PageActivity} from '../lib/page-activity.js';
import {isLoopback} from '../tinybird/host.js';
import type {TinybirdClient} from '../tinybird/tinybird-client.js';
import type {QueryFigures} from './query-figures.js';
import type {QueryRequest} from './query-key.js';
import {QueryObservers, type Observer} from './query-observers.js';
import {QueryRun} from './query-run.js';
import {QuerySchedule} from './query-schedule.js';
import type {QueryState} from './query-state.js';
import * as to from './query-transitions.js';
import type {RefreshTimer} from './refresh-timer.js';

export type {ObserverOptions} from './query-observers.js';

/** Collaborators of a `Query`. */
export interface QueryContext {
  readonly client: TinybirdClient;
  readonly clock: Clock;
  readonly activity: PageActivity;
  readonly timer: RefreshTimer;
  readonly random: () => number;
}

/** One question shared by all charts that ask it: its rows, its request, its next refetch. */
export class Query {
  readonly #request: QueryRequest;
  readonly #context: QueryContext;
  readonly #observers = new QueryObservers();
  readonly #schedule: QuerySchedule;
  readonly #stopSource: () => void;
  #state = to.INITIAL_STATE;
  /** Rows of the last certain identity, kept out of `state` while it is uncertain. */
  #rows: to.OwnedRows | null = null;
  /** The identity that is certain now. */
  #identityKey: string | null = null;
  #run: QueryRun | null = null;
  /** Set when something changed on a hidden page, which asks for nothing by itself. */
  #isOwed = false;

  constructor(request: QueryRequest, context: QueryContext) {
    this.#request = request;
    this.#context = context;
    this.#schedule = new QuerySchedule(context.clock, context.random);
    this.#stopSource = request.source.observe(() => this.#meetIdentity());
    this.#meetIdentity();
  }

  get state(): QueryState {
    return this.#state;
  }

  get isObserved(): boolean {
    return !this.#observers.isEmpty;
  }

  /** Cells worth keeping for the next observer, names of columns among them. */
  get cellCount(): number {
    const {data, meta} = this.#rows?.response ?? {data: [], meta: []};
    return (data.length + 1) * meta.length;
  }

  /** Time between refetches that its observers ask for; Infinity for none. */
  get intervalMs(): number {
    return this.#observers.intervalMs;
  }

  /** Tells about its token and requests, but for what other queries of the page do. */
  inspect(): Omit<QueryFigures, 'pageIntervalsMs'> {
    const token = this.#request.source.inspect?.() ?? {claims: null, skewMs: null};
    const requests = this.#context.client.inspect(this.#request, token.claims);
    return {...token, ...requests, intervalMs: this.intervalMs};
  }

  add(observer: Observer): void {
    // Started first, so that an observer hears nothing before it has its observation.
    if (this.#schedule.wantsFetch) this.#start('asked');
    this.#observers.add(observer);
    this.reconsider();
  }

  remove(observer: Observer): void {
    this.#observers.remove(observer);
    this.reconsider();
  }

  /** Takes note that observers or their options changed. */
  reconsider(): void {
    this.#plan();
    this.#context.client.pacer.reconsider();
  }

  /** The page was shown, hidden, connected or cut off. */
  onActivity(): void {
    if (this.#request.source.state.status === 'waiting') this.#meetIdentity();
    const isBack = this.#isCutOff && this.#context.activity.isOnline;
    if (isBack || this.#isOwed) this.#startWhenSeen();
  }

  /** The window has focus, or Clerk told its server: what waits for the right organization asks. */
  onFocus(): void {
    if (this.#awaitsOrganization) this.#startWhenSeen();
  }

  /** Asks now, whatever is known; joins a request that runs. */
  refetch(): void {
    this.#schedule.forgive();
    this.#start('asked');
  }

  /** Calls off the request that runs. */
  abort(): void {
    this.#endRun();
    this.#set({...this.#state, isFetching: false});
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
    if (key !== null && key === this.#identityKey) {
      this.onFocus();
      return;
    }
    this.#endRun();
    this.#identityKey = key;
    this.#schedule.forgive();
    // Only while the identity is merely uncertain may its rows come back.
    if (auth.status !== 'waiting' && this.#rows?.identityKey !== key) {
      this.#rows = null;
      this.#schedule.reset();
    }
    const state = to.toIdentity(this.#state, auth);
    if (key !== null && this.#rows) this.#set(to.toRevealed(state, this.#rows));
    // Without a network it stays unknown who asks: that is what the visitor can do something about.
    else this.#set(auth.status === 'waiting' && this.#isOffline() ? to.toOffline(state) : state);
    this.#startWhenSeen();
    this.#plan();
  }

  #startWhenSeen(): void {
    this.#isOwed = !this.#context.activity.isVisible;
    if (!this.#isOwed && this.isObserved) this.#start('asked');
  }

  #start(cause: 'asked' | 'timer'): void {
    if (this.#identityKey === null) return;
    if (this.#run) {
      if (cause === 'asked') this.#run.urge();
      return;
    }
    this.#schedule.begin();
    if (this.#isOffline()) {
      this.#set(to.toOffline(this.#state));
    } else {
      this.#run = new QueryRun({
        client: this.#context.client,
        request: this.#request,
        isPolling: cause === 'timer' && this.#rows !== null,
        isOnScreen: () => this.#observers.isOnScreen,
        onRows: (rows) => this.#succeed(rows),
        onFailure: (error) => this.#fail(error),
      });
      this.#set(to.toStarted(this.#state, cause));
    }
    this.#plan();
  }

  #succeed(rows: to.OwnedRows): void {
    if (rows.identityKey !== this.#identityKey) {
      this.#fail(new TokenUnavailableError('The rows are those of another identity.'));
      return;
    }
    this.#run = null;
    this.#rows = rows;
    this.#schedule.succeed();
    this.#set(to.toAnswered(this.#state, rows));
    this.#plan();
  }

  #fail(error: ChartError): void {
    this.#run = null;
    const retry = this.#schedule.fail(error);
    if (error.code === 'signed-out' || error.code === 'no-organization') {
      this.#rows = null;
      this.#set(to.toWithoutTenant(this.#state, error));
    } else {
      const {clock, activity} = this.#context;
      const retryAtMs = retry && clock.now() + retry.delayMs;
      const isQuiet = retry?.isQuiet ?? false;
      this.#set(to.toFailed(this.#state, error, {retryAtMs, isQuiet, isOnline: activity.isOnline}));
    }
    this.#plan();
  }

  #plan(): void {
    const {timer} = this.#context;
    const atMs = this.#schedule.dueAtMs(this.#observers.intervalMs);
    const isHeld = this.#run !== null || !this.isObserved || (this.#isCutOff && this.#isOffline());
    if (atMs === null || isHeld) timer.cancel(this);
    else timer.plan(this, atMs, () => this.#start('timer'));
  }

  #endRun(): void {
    this.#run?.abort();
    this.#run = null;
  }

  /** True when tokens name another organization than the page, or none where one is active. */
  get #awaitsOrganization(): boolean {
    const {error} = this.#state;
    if (error?.code !== 'no-organization') return error?.code === 'tenant-mismatch';
    const auth = this.#request.source.state;
    return auth.status === 'signed-in' && auth.identity.organization !== null;
  }

  get #isCutOff(): boolean {
    return this.#state.status === 'offline' || this.#state.staleReason === 'offline';
  }

  #isOffline(): boolean {
    // Without any network a local server still answers.
    return !this.#context.activity.isOnline && !isLoopback(new URL(this.#request.host).hostname);
  }

  #set(state: QueryState): void {
    this.#state = state;
    this.#observers.notify(state);
  }
}
