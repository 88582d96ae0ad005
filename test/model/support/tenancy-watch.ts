import type {QueryState} from '../../../src/query/query-state.js';
import type {ModelPage} from './model-page.js';
import type {StartedRequest} from './scripted-tinybird.js';

/**
 * How far the true time may be past a token's `exp` at a start. `iat` counts whole seconds, and a
 * correction of the device's clock below 2 s goes unseen; 5 s of margin cover the rest.
 */
const EXPIRY_TOLERANCE_MS = 3_000;

/** How long the request of a chart that has left may still begin. */
const GRACE_MS = 100;

const RATE_WINDOW_MS = 1_050;

/** Watches a page for anything that its promises forbid, and writes it down. */
export class TenancyWatch {
  readonly violations: string[] = [];
  /** True between a page's restoration and the server's word that the session lives. */
  isUnconfirmed = false;
  protected readonly page: ModelPage;
  readonly #starts = new Map<string, number[]>();
  /** Keys that may be asked for on a hidden page: under way before, or asked for by code. */
  readonly #excused = new Set<string>();
  readonly #left = new Map<string, number>();
  #shown = 'null';

  constructor(page: ModelPage) {
    this.page = page;
    const {clerk, clock} = page;
    clerk.onConfirmed = () => {
      this.isUnconfirmed = false;
    };
    clerk.addListener(() => this.#meetIdentity());
    clock.onSettled = () => this.check();
  }

  /** The page is about to be hidden. */
  onHide(): void {
    for (const key of this.fetchingKeys()) this.#excused.add(key);
  }

  /** A chart is about to leave; it may only have been moved. */
  onStop({key}: {readonly key: string}): void {
    if (!this.fetchingKeys().includes(key)) return;
    this.#left.set(key, this.page.clock.monotonic() + GRACE_MS);
  }

  /** Code asks for rows, whether anybody sees them or not. */
  onAsk(pipe: string, query = ''): void {
    this.#excused.add(`/v0/pipes/${pipe}.json${query}`);
  }

  /** Checks one state at the moment a chart gets it. */
  onState(state: QueryState): void {
    for (const row of state.response?.data ?? []) this.checkOwner(row, 'a chart was told');
  }

  /** Checks a request at the moment it leaves. */
  onStart(request: StartedRequest): void {
    const {clerk, clock, tinybird, activity} = this.page;
    const {key, claims, atMs} = request;
    this.checkOwner(claims.scopes[0]?.fixedParams ?? {}, `a request for ${key} left`);
    const overdueMs = clock.serverNow() - (claims.expiresAtMs ?? 0);
    if (overdueMs > EXPIRY_TOLERANCE_MS) this.report(`token run out for ${overdueMs} ms: ${key}`);
    if (claims.subject !== clerk.user?.id) this.report(`token of ${claims.subject}: ${key}`);
    const isExcused = this.#excused.has(key) || (this.#left.get(key) ?? -1) >= atMs;
    if (!activity.isVisible && !isExcused) this.report(`hidden, yet asked: ${key}`);
    if (tinybird.running.some((other) => other.key === key)) this.report(`two at a time: ${key}`);
    const name = claims.name ?? '';
    const recent = (this.#starts.get(name) ?? []).filter((at) => atMs - at <= RATE_WINDOW_MS);
    this.#starts.set(name, [...recent, atMs]);
    if (recent.length >= (claims.requestsPerSecond ?? Infinity)) this.report(`too fast: ${key}`);
    this.check();
  }

  /** Checks what every chart holds now. */
  check(): void {
    const {charts, activity} = this.page;
    for (const {observation} of charts) {
      for (const row of observation.state.response?.data ?? [])
        this.checkOwner(row, 'a chart holds');
    }
    if (activity.isVisible) this.#excused.clear();
    const fetching = this.#excused.size > 0 ? this.fetchingKeys() : [];
    for (const key of this.#excused) if (!fetching.includes(key)) this.#excused.delete(key);
  }

  /** Keys of the charts that have asked or wait to ask. */
  protected fetchingKeys(): readonly string[] {
    const fetching = this.page.charts.filter(({observation}) => observation.state.isFetching);
    return fetching.map(({key}) => key);
  }

  #meetIdentity(): void {
    const {session, user, organization} = this.page.clerk;
    // Clerk changes its mind only by what its server says.
    const shown = JSON.stringify([session?.id, session?.status, user?.id, organization?.id]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.isUnconfirmed = false;
    this.#excused.clear();
  }

  /** Checks that something belongs to who is shown. */
  protected checkOwner({org, user}: Readonly<Record<string, unknown>>, what: string): void {
    const {clerk} = this.page;
    const owner = `${String(user)} of ${String(org)}`;
    const shown = `${String(clerk.user?.id)} of ${String(clerk.organization?.slug)}`;
    const isActive = clerk.session?.status === 'active';
    if (!isActive || owner !== shown) this.report(`${what}: ${owner}, shown ${shown}`);
    else if (this.isUnconfirmed) this.report(`${what} before the session was confirmed`);
  }

  /** Writes down what broke a promise. */
  report(what: string): void {
    this.violations.push(`at ${this.page.clock.monotonic()} ms: ${what}`);
  }
}
