import {expect} from '@open-wc/testing';
import {FakeTabs} from '../support/fake-tabs.js';
import {ModelClock} from './support/model-clock.js';
import {ModelPage} from './support/model-page.js';
import {rateWindow, type WindowKind} from './support/rate-window.js';
import {seededRandom} from './support/seeded-random.js';

const CHARTS = 60;
const RATE = 10;
const TOKEN_MS = 50;
const MAX_ROUND_TRIP_MS = 240;

const WINDOWS: readonly WindowKind[] = ['fixed', 'sliding', 'bucket'];

interface Setting {
  readonly window?: WindowKind;
  readonly count?: number;
  /** Tabs without Web Locks, by index. */
  readonly without?: readonly number[];
  readonly isStorm?: () => boolean;
}

/** Tabs of one person, each with sixty charts that all ask at once; the token says 10 a second. */
async function openTabs({window = 'sliding', count = 3, without = [], isStorm}: Setting = {}) {
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
        roundTripMs: () => 40 + random() * (MAX_ROUND_TRIP_MS - 40),
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

/** Ten starts a second, a bucket filled before; then the last answer. */
const idealMs = (count: number) =>
  TOKEN_MS + ((count * CHARTS) / RATE - 1) * 1_000 + MAX_ROUND_TRIP_MS;

describe('Tabs of one person', function () {
  this.timeout(60_000);

  for (const window of WINDOWS) {
    for (const count of [1, 2, 3, 6]) {
      it(`draw sixty charts in each of ${count} (${window} window)`, async () => {
        const {drawn, refused, asked, close} = await openTabs({window, count});

        const tookMs = await drawn(120_000);

        const share = refused() / asked();
        console.log(
          `${count} tabs, ${window}: ${refused()} of ${asked()} refused, ${tookMs} ms, ideal ${idealMs(count)} ms`,
        );
        expect(share).to.be.at.most(0.02);
        expect(tookMs).to.be.below(1.3 * idealMs(count));
        close();
      });
    }
  }
});
