import {
  ClerkKeyMismatchError,
  ClerkNotFoundError,
  TokenUnavailableError,
} from '../errors/auth-errors.js';
import type {ChartError} from '../errors/chart-error.js';
import type {Clock} from '../lib/clock.js';
import {Listeners} from '../lib/listeners.js';
import type {PageActivity} from '../lib/page-activity.js';
import type {Poller} from '../lib/poller.js';
import {type ClerkInstance, isClerkInstance} from './clerk-instance.js';
import type {ClerkLoader} from './clerk-loader.js';
import {announcesClerk, clerkOf, type ClerkPage} from './clerk-page.js';
import {toTokenError} from './to-token-error.js';

/** Quiet time after the window's `load` before Clerk counts as not coming by itself. */
const SETTLE_MS = 500;

/** How long an announced Clerk (script tag, framework) may stay away before it is loaded. */
const ANNOUNCED_LIMIT_MS = 15_000;

/** When to say that Clerk is missing, while still looking. */
const NOTICE_MS = 10_000;

/** Where a search for Clerk stands. `isAbsent`: none is configured, found or announced. */
export type ClerkSearch =
  | {readonly status: 'searching'; readonly isAbsent: boolean; readonly error?: ChartError}
  | {readonly status: 'found'; readonly clerk: ClerkInstance}
  | {readonly status: 'failed'; readonly error: ChartError};

/** Which Clerk to look for. */
export interface ClerkFinderSettings {
  /** The page's own Clerk instance, for pages that bundle Clerk. */
  readonly clerk?: ClerkInstance | undefined;
  /** Loads Clerk with this key when the page has none. */
  readonly publishableKey?: string | undefined;
  /** Proxy to Clerk's Frontend API. */
  readonly proxyUrl?: string | undefined;
  /** Address of Clerk's script. */
  readonly clerkJsUrl?: string | undefined;
  /** Whether the page itself says so, and not markup. */
  readonly trusted: boolean;
}

/** What a `ClerkFinder` works with. */
export interface ClerkFinderParts {
  readonly page: ClerkPage;
  readonly clock: Clock;
  readonly activity: PageActivity;
  readonly poller: Poller;
  readonly loader: Pick<ClerkLoader, 'load' | 'owns'>;
}

/** Finds a started Clerk: the one given, the page's, or, with a key, one that it loads. */
export class ClerkFinder {
  readonly #settings: ClerkFinderSettings;
  readonly #parts: ClerkFinderParts;
  readonly #changed = new Listeners();
  #state: ClerkSearch = {status: 'searching', isAbsent: false};
  #candidate: ClerkInstance | null = null;
  #settledAtMs: number | null = null;
  #stops: (() => void)[] = [];
  #isLoadAsked = false;

  constructor(settings: ClerkFinderSettings, parts: ClerkFinderParts) {
    this.#settings = settings;
    this.#parts = parts;
    parts.activity.onChange(() => this.retry());
    parts.activity.onFocus(() => this.retry());
    // So that charts of a page with a started Clerk never see a state of waiting.
    this.#check();
  }

  get state(): ClerkSearch {
    return this.#state;
  }

  /** Calls back on each change; looks for Clerk only while somebody observes. */
  observe(callback: () => void): () => void {
    const remove = this.#changed.add(callback);
    if (this.#changed.size === 1) this.#start();
    this.retry();
    return () => {
      remove();
      if (this.#changed.size === 0) this.#stop();
    };
  }

  /** Looks again after a failure that can pass. */
  retry(): void {
    if (this.#state.status !== 'failed' || !this.#state.error.retryable) return;
    const {isVisible, isOnline} = this.#parts.activity;
    if (this.#changed.size === 0 || !isVisible || !isOnline) return;
    this.#set({status: 'searching', isAbsent: false});
    this.#start();
  }

  #start(): void {
    this.#stop();
    if (this.#state.status !== 'searching') return;
    const {clock, page, poller} = this.#parts;
    this.#stops = [
      poller.add(() => this.#check()),
      clock.setTimer(() => this.#notice(), NOTICE_MS),
    ];
    if (this.#settledAtMs === null) {
      const onLoad = () => this.#stops.push(clock.setTimer(() => this.#settle(), SETTLE_MS));
      if (page.document.readyState === 'complete') onLoad();
      else {
        page.addEventListener('load', onLoad, {once: true});
        this.#stops.push(() => page.removeEventListener('load', onLoad));
      }
    }
    this.#check();
  }

  #stop(): void {
    for (const stop of this.#stops.splice(0)) stop();
  }

  #settle(): void {
    this.#settledAtMs = this.#parts.clock.monotonic();
    this.#check();
  }

  #check(): void {
    const candidate = this.#settings.clerk ?? clerkOf(this.#parts.page);
    if (isClerkInstance(candidate)) this.#consider(candidate);
    else if (this.#settledAtMs !== null) this.#goWithout(this.#settledAtMs);
  }

  #consider(clerk: ClerkInstance): void {
    const {publishableKey} = this.#settings;
    if (publishableKey && clerk.publishableKey && clerk.publishableKey !== publishableKey) {
      const message = 'The page runs Clerk with another publishable key: use one key on a page.';
      this.#fail(new ClerkKeyMismatchError(message));
    } else if (clerk.loaded) {
      this.#stop();
      this.#set({status: 'found', clerk});
    } else if (clerk !== this.#candidate) {
      this.#candidate = clerk;
      clerk.on?.('status', (status) => this.#hear(clerk, status), {notify: true});
    } else if (publishableKey && this.#parts.loader.owns(clerk)) this.#load(publishableKey);
  }

  #hear(clerk: ClerkInstance, status: string): void {
    if (this.#state.status === 'found' || this.#changed.size === 0) return;
    if (status === 'error') {
      this.#fail(new TokenUnavailableError('Clerk failed to start: see the console of the page.'));
    } else if (clerk.loaded) this.#consider(clerk);
  }

  #goWithout(settledAtMs: number): void {
    const {page, clock} = this.#parts;
    const {publishableKey} = this.#settings;
    const isAnnounced = announcesClerk(page);
    if (!publishableKey) {
      const state = this.#state;
      if (state.status === 'searching' && state.isAbsent === isAnnounced) {
        this.#set({...state, isAbsent: !isAnnounced});
      }
    } else if (!isAnnounced || clock.monotonic() - settledAtMs >= ANNOUNCED_LIMIT_MS) {
      this.#load(publishableKey);
    }
  }

  #load(publishableKey: string): void {
    if (this.#isLoadAsked) return;
    this.#isLoadAsked = true;
    this.#parts.loader.load({...this.#settings, publishableKey}).then(
      () => this.#stops.length > 0 && this.#check(),
      (error: unknown) => {
        this.#isLoadAsked = false;
        this.#fail(toTokenError(error, 'Loading Clerk'));
      },
    );
  }

  #notice(): void {
    if (this.#state.status !== 'searching') return;
    const message = this.#candidate
      ? 'Clerk is on the page but has not started for 10 s: call its load().'
      : 'No Clerk on this page for 10 s, still looking: set clerk-publishable-key, or give a ' +
        'bundled Clerk to configure({clerk}).';
    this.#set({...this.#state, error: new ClerkNotFoundError(message)});
  }

  #fail(error: ChartError): void {
    this.#stop();
    if (this.#state.status === 'searching') this.#set({status: 'failed', error});
  }

  #set(state: ClerkSearch): void {
    this.#state = state;
    this.#changed.emit();
  }
}
