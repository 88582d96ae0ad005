import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {TokenSource} from '../auth/token-source.js';
import {type ChartError, isChartError} from '../errors/chart-error.js';
import type {ObserverOptions} from '../query/query.js';
import type {QueryState} from '../query/query-state.js';
import {stableKey} from '../lib/stable-key.js';
import type {QueryInspection} from './debug-facts.js';
import type {OpenQuery, QueryPlan} from './engine.js';
import {engineAtHand, loadEngine} from './engine-part.js';
import {partMissing} from './part-missing.js';

/** Keeps its host subscribed to the shared query that its settings ask for. */
export class QueryController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #onChange: () => void;
  #loading: Promise<void> | null = null;
  #plan: QueryPlan | null = null;
  #key: string | null = null;
  #options: ObserverOptions = {refreshIntervalMs: null, onScreen: true};
  #open: OpenQuery | null = null;
  #stopSource: (() => void) | null = null;
  #problem: ChartError | null = null;
  #asked = 0;
  readonly #waiters: (() => void)[] = [];

  /** `onChange` runs at once, inside the notice, so that the host can conceal rows in time. */
  constructor(host: ReactiveControllerHost & HTMLElement, onChange: () => void) {
    this.#host = host;
    this.#onChange = onChange;
    host.addController(this);
  }

  get state(): QueryState | null {
    return this.#open?.observation.state ?? null;
  }

  /** Counts what the host has asked for: other rows, or the same ones again. */
  get asked(): number {
    return this.#asked;
  }

  /** A setting that is wrong, or the engine that could not be loaded. */
  get problem(): ChartError | null {
    return this.#problem;
  }

  get source(): TokenSource | null {
    return this.#open?.source ?? null;
  }

  /** What the diagnosis panel is told; null while nothing is asked. */
  inspect(): QueryInspection | null {
    return this.#problem ? null : (this.#open?.inspect() ?? null);
  }

  /** Identity that the page has now, or null while there is none. */
  get identityKey(): string | null {
    const state = this.#open?.source.state;
    return state?.status === 'signed-in' ? state.identity.key : null;
  }

  /** Starts loading the engine, ahead of a plan; resolves when it is there or cannot be had. */
  prepare(): Promise<void> {
    return (this.#loading ??= this.#load());
  }

  /** Asks for the rows of `plan`; a plan equal to the one before changes nothing. */
  ask(plan: QueryPlan, options: ObserverOptions): void {
    if (stableKey(options) !== stableKey(this.#options)) {
      this.#options = options;
      this.#open?.observation.update(options);
    }
    const key = planKey(plan);
    if (key === this.#key) return;
    this.#asked += 1;
    this.#plan = plan;
    this.#key = key;
    void this.#start();
  }

  /** Stops observing; rows of the shared query stay with other charts. */
  release(): void {
    this.#stopSource?.();
    this.#stopSource = null;
    this.#open?.observation.stop();
    this.#open = null;
    this.#key = null;
    for (const resolve of this.#waiters.splice(0)) resolve();
  }

  /** Asks again now; resolves when the answer or failure is there, or nothing can be asked. */
  async refetch(): Promise<void> {
    await this.#loading;
    if (!this.#open && this.#plan) await this.#start();
    if (!this.#open) return;
    this.#asked += 1;
    this.#open.observation.refetch();
    await this.#settled();
  }

  hostDisconnected(): void {
    // A drag disconnects and connects in one task; only a real removal ends the query.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.release();
    });
  }

  async #start(): Promise<void> {
    this.#problem = null;
    // With the code there, the query before is let go at once: it must not outlive a switch of identity.
    if (!engineAtHand()) await this.prepare();
    const engine = engineAtHand();
    const plan = this.#plan;
    if (!engine || !plan || this.#key !== planKey(plan) || !this.#host.isConnected) return;
    try {
      const next = engine.openQuery(plan, this.#options, () => this.#changed());
      this.#stopSource?.();
      this.#open?.observation.stop();
      this.#open = next;
      this.#stopSource = next.source.observe(() => this.#changed());
    } catch (error) {
      if (!isChartError(error)) throw error;
      this.#problem = error;
    }
    this.#changed();
  }

  async #load(): Promise<void> {
    try {
      await loadEngine();
    } catch (error) {
      this.#loading = null;
      this.#problem = partMissing(error);
      this.#changed();
    }
  }

  /** Resolves with the first notice that nothing is being fetched any more. */
  #settled(): Promise<void> {
    if (!this.state?.isFetching) return Promise.resolve();
    return new Promise((resolve) => this.#waiters.push(resolve));
  }

  #changed(): void {
    if (!this.state?.isFetching) for (const resolve of this.#waiters.splice(0)) resolve();
    this.#onChange();
    this.#host.requestUpdate();
  }
}

let nextId = 1;
const ids = new WeakMap<object, number>();

function idOf(value: object | undefined): number {
  if (!value) return 0;
  if (!ids.has(value)) ids.set(value, nextId++);
  return ids.get(value) ?? 0;
}

/** Equal for plans that lead to the same query. */
function planKey({pipe, settings, params, page}: QueryPlan): string {
  const {host, tenancy, tenantClaim, token, tokenEndpoint, jwtTemplate} = settings;
  const {clerkPublishableKey, clerkProxyUrl, clerkJsUrl, clerk, getToken, fetch} = settings;
  return stableKey([
    [pipe, params, host, tenancy, tenantClaim, token, tokenEndpoint, jwtTemplate],
    [clerkPublishableKey, clerkProxyUrl, clerkJsUrl, page.allowedHosts],
    [idOf(clerk), idOf(getToken), idOf(fetch)],
  ]);
}
