/** A page view as the Events API takes it for `live_events`. */
export interface LiveEvent {
  /** UTC, `YYYY-MM-DD hh:mm:ss.mmm`. */
  readonly timestamp: string;
  readonly org_id: string;
  readonly visitor_id: string;
  readonly page: string;
  readonly country: string;
}

/** What live traffic needs from its surroundings. */
export interface LiveTrafficOptions {
  /** Appends one batch; called again only after it has settled. */
  send: (events: readonly LiveEvent[]) => Promise<void>;
  /** Told of a batch that could not be appended; the next one is tried all the same. */
  onError: (error: unknown) => void;
  /** @default 2000 */
  intervalMs?: number;
  /** @default Date.now */
  now?: () => number;
  /** A number from 0 up to 1. @default Math.random */
  random?: () => number;
}

/** Page views a second by organization: the sizes that the seeded history has. */
const VIEWS_PER_SECOND: readonly (readonly [string, number])[] = [
  ['acme', 2.6],
  ['globex', 0.8],
  ['initech', 0.2],
  ['umbrella', 0.01],
];
const PAGES = ['/', '/product', '/docs', '/pricing', '/app', '/blog'];
const COUNTRIES = ['US', 'DE', 'GB', 'FR', 'IN'];
const VISITORS_AT_A_TIME = 400;

/** Appends page views for each organization with events, until the returned function is called. */
export function startLiveTraffic(options: LiveTrafficOptions): () => void {
  const {send, onError, intervalMs = 2000, now = Date.now, random = Math.random} = options;
  let isStopped = false;
  let sentToMs = now();
  let timer = setTimeout(tick, intervalMs);

  function tick(): void {
    const fromMs = sentToMs;
    sentToMs = now();
    const events = buildLiveEvents(fromMs, sentToMs, random);
    void (events.length > 0 ? send(events) : Promise.resolve()).catch(onError).finally(() => {
      if (!isStopped) timer = setTimeout(tick, intervalMs);
    });
  }

  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}

/** Draws the page views of a span of time, in no order. A span beyond a minute counts as a minute. */
export function buildLiveEvents(fromMs: number, toMs: number, random: () => number): LiveEvent[] {
  // After a laptop has slept, hours of views would arrive at once.
  const spanMs = Math.min(toMs - fromMs, 60_000);
  const pick = (values: readonly string[]): string =>
    values[Math.floor(values.length * random() ** 2)] ?? '';

  return VIEWS_PER_SECOND.flatMap(([slug, perSecond]) => {
    const count = Math.floor((perSecond * spanMs) / 1000 + random());
    return Array.from({length: count}, () => ({
      timestamp: toTimestamp(toMs - Math.floor(random() * spanMs)),
      org_id: slug,
      visitor_id: `v_${Math.floor(random() * VISITORS_AT_A_TIME).toString(16)}`,
      page: pick(PAGES),
      country: pick(COUNTRIES),
    }));
  });
}

// 2026-01-31 23:59:59.250
function toTimestamp(timeMs: number): string {
  return new Date(timeMs).toISOString().replace('T', ' ').replace('Z', '');
}
