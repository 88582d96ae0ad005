import {systemRandom} from '../lib/backoff.js';
import {systemClock, type Clock} from '../lib/clock.js';
import {createPageActivity, type PageActivity} from '../lib/page-activity.js';
import {sharedOnPage} from '../lib/page-shared.js';
import {TinybirdClient} from '../tinybird/tinybird-client.js';
import {toQueryKey, type QueryRequest} from './query-key.js';
import type {QueryFigures} from './query-figures.js';
import type {QueryState} from './query-state.js';
import type {Observer, ObserverOptions} from './query-observers.js';
import {Query, type QueryContext} from './query.js';
import {RefreshTimer} from './refresh-timer.js';

/** Collaborators of a `QueryCache`. */
export interface QueryCacheOptions {
  readonly client?: TinybirdClient;
  readonly clock?: Clock;
  readonly activity?: PageActivity;
  readonly random?: () => number;
}

/** A chart's hold on a shared query. */
export interface Observation {
  readonly state: QueryState;
  /** Tells about the query's token, its requests and the rate limit that they draw on. */
  inspect(): QueryFigures;
  /** Changes how often and how urgently is refetched, not what. */
  update(options: ObserverOptions): void;
  /** Asks now, also where errors had stopped the query. */
  refetch(): void;
  /** Lets go; the last one to do so ends a running request. */
  stop(): void;
}

/** How long a query without observers waits for the next: an element that moves comes back. */
const GRACE_MS = 100;

/** How long rows without observers are kept, of how many queries, and how much: some 30 MB. */
const KEEP_MS = 5 * 60_000;
const MAX_IDLE = 20;
const MAX_IDLE_CELLS = 1_000_000;

/** All queries of a page, one for each distinct request. */
export class QueryCache {
  readonly #context: QueryContext;
  readonly #queries = new Map<string, Query>();
  /** Queries without observers, longest idle first, with what calls off their end. */
  readonly #idle = new Map<string, () => void>();

  constructor(options: QueryCacheOptions = {}) {
    const {clock = systemClock, activity = createPageActivity(), random = systemRandom} = options;
    const client = options.client ?? new TinybirdClient({clock});
    const timer = new RefreshTimer(clock, activity);
    this.#context = {client, clock, activity, timer, random};
    activity.onChange(() => this.#queries.forEach((query) => query.onActivity()));
    activity.onFocus(() => this.#queries.forEach((query) => query.onFocus()));
  }

  /**
   * Joins the query for `request`, starting it when nobody asks it yet. `callback` gets each new
   * state, the present one excepted.
   */
  observe(
    request: QueryRequest,
    options: ObserverOptions,
    callback: (state: QueryState) => void,
  ): Observation {
    const key = toQueryKey(request);
    const query = this.#queries.get(key) ?? new Query(request, this.#context);
    this.#queries.set(key, query);
    this.#wake(key);
    const observer: Observer = {options, callback};
    query.add(observer);
    let isOpen = true;
    return {
      get state() {
        return query.state;
      },
      inspect: () => {
        const queries = [...this.#queries.values()].filter(({isObserved}) => isObserved);
        return {...query.inspect(), pageIntervalsMs: queries.map(({intervalMs}) => intervalMs)};
      },
      update: (changed) => {
        observer.options = changed;
        if (isOpen) query.reconsider();
      },
      refetch: () => {
        if (isOpen) query.refetch();
      },
      stop: () => {
        if (!isOpen) return;
        isOpen = false;
        query.remove(observer);
        if (!query.isObserved) this.#rest(key, query);
      },
    };
  }

  #wake(key: string): void {
    this.#idle.get(key)?.();
    this.#idle.delete(key);
  }

  #rest(key: string, query: Query): void {
    const {clock} = this.#context;
    const endGrace = () => {
      query.abort();
      this.#idle.set(
        key,
        clock.setTimer(() => this.#evict(key), KEEP_MS),
      );
      this.#limit(key);
    };
    this.#idle.set(key, clock.setTimer(endGrace, GRACE_MS));
  }

  /** Keeps what is worth it and fits, the latest first. Behind `latest` are those that may come back. */
  #limit(latest: string): void {
    const keys = [...this.#idle.keys()];
    let kept = 0;
    let cells = 0;
    for (const key of keys.slice(0, keys.indexOf(latest) + 1).reverse()) {
      const own = this.#queries.get(key)?.cellCount ?? 0;
      if (own === 0 || kept === MAX_IDLE || cells + own > MAX_IDLE_CELLS) this.#evict(key);
      else {
        kept += 1;
        cells += own;
      }
    }
  }

  #evict(key: string): void {
    this.#wake(key);
    this.#queries.get(key)?.destroy();
    this.#queries.delete(key);
  }
}

/** Returns the one cache of this page. */
export function getSharedQueryCache(): QueryCache {
  return sharedOnPage('query-cache', () => new QueryCache());
}
