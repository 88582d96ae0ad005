import {ClerkSessionSource} from '../../../src/auth/clerk-session-source.js';
import {ClerkTokenSource} from '../../../src/auth/clerk-token-source.js';
import type {ClerkSearch} from '../../../src/auth/clerk-finder.js';
import type {Tenancy} from '../../../src/auth/token-source.js';
import {Listeners} from '../../../src/lib/listeners.js';
import {QueryCache, type Observation} from '../../../src/query/query-cache.js';
import type {ObserverOptions} from '../../../src/query/query-observers.js';
import type {QueryState} from '../../../src/query/query-state.js';
import {rateLimitCauses, toResponseError} from '../../../src/tinybird/error-response.js';
import {Pacer, type OpenShare} from '../../../src/tinybird/pacer.js';
import {LockNotes, type NoteLocks} from '../../../src/tinybird/tab-notes.js';
import {TabShare} from '../../../src/tinybird/tab-share.js';
import {TinybirdClient} from '../../../src/tinybird/tinybird-client.js';
import {FakeActivity} from '../../support/fake-activity.js';
import {ClerkServer, type ClerkServerOptions} from './clerk-server.js';
import {ModelClock} from './model-clock.js';
import {ScriptedClerk} from './scripted-clerk.js';
import {ScriptedTinybird, type TinybirdOptions} from './scripted-tinybird.js';

/** One chart of the model's page. */
export interface ModelChart {
  readonly pipe: string;
  /** Path and query of its requests. */
  readonly key: string;
  readonly observation: Observation;
  options: ObserverOptions;
}

/** What a chart asks for. */
export interface ChartWish extends Partial<ObserverOptions> {
  readonly pipe?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly tenancy?: Tenancy;
}

/** Settings of a `ModelPage`. */
export interface ModelPageOptions {
  readonly skewMs?: number;
  readonly server?: Omit<ClerkServerOptions, 'clock'>;
  readonly tinybird?: Omit<TinybirdOptions, 'clock'>;
  readonly random?: () => number;
  /** The clock of several tabs. @default one of its own */
  readonly clock?: ModelClock;
  /** Web Locks of the tabs. @default none */
  readonly locks?: NoteLocks;
  /** False for a page whose Clerk appears later. */
  readonly isClerkFound?: boolean;
  /** Sees each state at the moment a chart is told. */
  readonly onState?: (state: QueryState) => void;
}

/** The product's own parts from Clerk to the rows, in a world that the test moves. */
export class ModelPage {
  readonly clock: ModelClock;
  readonly activity = new FakeActivity();
  readonly server: ClerkServer;
  readonly clerk: ScriptedClerk;
  readonly tinybird: ScriptedTinybird;
  readonly charts: ModelChart[] = [];
  readonly cache: QueryCache;
  readonly #source: ClerkTokenSource;
  readonly #onState: (state: QueryState) => void;
  readonly #found = new Listeners();
  #search: ClerkSearch = {status: 'searching', isAbsent: false};

  constructor(options: ModelPageOptions = {}) {
    const {skewMs = 0, random = () => 0, isClerkFound = true} = options;
    const clock = options.clock ?? new ModelClock({skewMs});
    this.clock = clock;
    this.server = new ClerkServer({...options.server, clock});
    this.clerk = new ScriptedClerk(this.server);
    this.tinybird = new ScriptedTinybird({...options.tinybird, clock});
    this.#onState = options.onState ?? (() => undefined);
    const client = new TinybirdClient({
      clock,
      pacer: new Pacer({
        clock,
        random,
        openShare: options.locks ? this.#share(options.locks) : null,
      }),
      violations: {hasBlocked: () => Promise.resolve(false)},
      loadErrors: () => Promise.resolve({toResponseError, rateLimitCauses}),
    });
    this.cache = new QueryCache({client, clock, activity: this.activity, random});
    let session: ClerkSessionSource | null = null;
    const {activity} = this;
    const search = () => this.#search;
    this.#source = new ClerkTokenSource({
      key: 'model',
      finder: {
        get state() {
          return search();
        },
        observe: (callback) => this.#found.add(callback),
        retry: () => undefined,
      },
      open: (clerk) =>
        (session ??= new ClerkSessionSource({
          key: 'model/session',
          clerk,
          template: 'tinybird',
          clock,
          activity,
        })),
      ui: () => null,
    });
    if (isClerkFound) this.findClerk();
  }

  #share(locks: NoteLocks): OpenShare {
    const {clock} = this;
    const notes = new LockNotes(locks, clock);
    const isSeen = () => this.activity.isVisible;
    return (topic, pace) => new TabShare(topic, pace, {notes, clock, isSeen});
  }

  /** Clerk has appeared on the page. */
  findClerk(): void {
    if (this.#search.status === 'found') return;
    this.#search = {status: 'found', clerk: this.clerk};
    this.#found.emit();
  }

  /** True once a chart has made the page listen to Clerk. */
  get hasListened(): boolean {
    return this.clerk.listenerCount > 1;
  }

  /** Calls back when Clerk appears, or at once where it has. */
  onClerk(callback: () => void): void {
    this.#found.add(callback);
    if (this.#search.status === 'found') callback();
  }

  observe({pipe = 'sales', params = {}, tenancy = 'auto', ...more}: ChartWish = {}): ModelChart {
    const options: ObserverOptions = {refreshIntervalMs: null, onScreen: true, ...more};
    const host = 'https://api.tinybird.co';
    const {fetch} = this.tinybird;
    const observation = this.cache.observe(
      {source: this.#source, host, pipe, params, tenancy, tenantClaim: null, fetch},
      options,
      (state) => this.#onState(state),
    );
    const query = new URLSearchParams(params).toString();
    const key = `/v0/pipes/${pipe}.json${query && `?${query}`}`;
    const chart = {pipe, key, observation, options};
    this.charts.push(chart);
    this.#onState(observation.state);
    return chart;
  }

  stop(chart: ModelChart): void {
    chart.observation.stop();
    this.charts.splice(this.charts.indexOf(chart), 1);
  }

  /** Network of the page and of everything on it. */
  set isOnline(value: boolean) {
    this.server.isOnline = this.tinybird.isOnline = value;
    this.activity.isOnline = value;
  }

  /** The window gains focus, Clerk first, as its listener is the older one. */
  focus(): void {
    this.activity.hasFocus = true;
    this.clerk.focus();
    this.activity.focus();
  }

  /** Takes the page down, so that thousands can follow each other. */
  close(): void {
    for (const chart of [...this.charts]) this.stop(chart);
    this.clock.close();
  }
}
