import {FakeTabs} from '../../support/fake-tabs.js';
import {ModelClock} from './model-clock.js';
import {ModelPage} from './model-page.js';
import {rateWindow, type WindowKind} from './rate-window.js';
import {seededRandom} from './seeded-random.js';

/** Of each tab. */
export const CHARTS = 60;
/** Requests a second, of all tabs. */
export const RATE = 10;

const TOKEN_MS = 50;
const MIN_ROUND_TRIP_MS = 40;
const MAX_ROUND_TRIP_MS = 240;
const MEAN_ROUND_TRIP_MS = (MIN_ROUND_TRIP_MS + MAX_ROUND_TRIP_MS) / 2;

interface Setting {
  readonly window?: WindowKind;
  readonly count?: number;
  /** Tabs without Web Locks, by index. */
  readonly without?: readonly number[];
  readonly isStorm?: () => boolean;
}

/** Tabs of one person, each with sixty charts that all ask at once; the token says 10 a second. */
export async function openTabs({
  window = 'sliding',
  count = 3,
  without = [],
  isStorm,
}: Setting = {}) {
  const clock = new ModelClock();
  const tabs = new FakeTabs();
  const limiter = rateWindow(window, RATE);
  const starts: {readonly tab: number; readonly atMs: number}[] = [];
  const pages = Array.from({length: count}, (_, tab) => {
    const random = seededRandom(tab + 1);
    const page = new ModelPage({
      clock,
      random,
      ...(!without.includes(tab) && {locks: tabs.open(`tab-${tab}`)}),
      server: {requestsPerSecond: RATE, latencyMs: TOKEN_MS},
      tinybird: {
        limit: () => limiter,
        roundTripMs: () => MIN_ROUND_TRIP_MS + random() * (MAX_ROUND_TRIP_MS - MIN_ROUND_TRIP_MS),
        fault: () => (isStorm?.() ? 'limited' : 'none'),
        onStart: ({atMs}) => starts.push({tab, atMs}),
      },
    });
    page.clerk.signIn('ann', 'acme');
    return page;
  });
  await clock.advance(3_456);
  const draw = (page: ModelPage) => {
    for (let index = 0; index < CHARTS; index += 1) page.observe({params: {index: `${index}`}});
  };
  pages.forEach(draw);
  const startedAtMs = clock.monotonic();
  const isDrawn = (page: ModelPage) =>
    page.charts.every(({observation}) => observation.state.response);
  /** Milliseconds until these pages have drawn everything, at most `limitMs`. */
  const drawn = async (limitMs: number, which = pages): Promise<number> => {
    while (!which.every(isDrawn) && clock.monotonic() - startedAtMs < limitMs) {
      await clock.advance(10);
    }
    return which.every(isDrawn) ? clock.monotonic() - startedAtMs : Infinity;
  };
  const sum = (of: (page: ModelPage) => number) => pages.reduce((all, page) => all + of(page), 0);
  return {
    clock,
    tabs,
    pages,
    starts,
    drawn,
    refused: () => sum(({tinybird}) => tinybird.limited),
    asked: () => starts.length,
    close: () => pages.forEach((page) => page.close()),
  };
}

/**
 * Ten starts a second, which no kind of window outdoes by more than its first second. Only its
 * answer tells that a request has arrived, so that each second comes with a round trip.
 */
export const idealMs = (count: number) => {
  const windows = (count * CHARTS) / RATE;
  return TOKEN_MS + (windows - 1) * 1_000 + windows * MEAN_ROUND_TRIP_MS;
};
