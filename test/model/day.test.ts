import {expect} from '@open-wc/testing';
import {ModelPage} from './support/model-page.js';
import type {PipeFault} from './support/scripted-tinybird.js';
import {seededRandom} from './support/seeded-random.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const REFRESH_MS = 30_000;
const FAULTY = 0.05;

/** Charts on the page: ten for a quick look, forty in the long run. */
const charts = Number(process.env.CHARTS || 10);

/** Hours of the day in which nobody looks. */
const HIDDEN_HOURS = [0, 1, 2, 3, 4, 5, 12, 18, 23];

const FAULTS: readonly PipeFault[] = [
  'broken',
  'dropped',
  'slow',
  'limited',
  'limited-told',
  'unauthorized',
  'garbage',
];

/** A day of a dashboard, one request in twenty of which goes wrong. */
async function liveThroughDay(lifetimeMs: number, {count = charts, refuses = true} = {}) {
  const random = seededRandom(7);
  let isFaulty = true;
  let refusedKey: string | null = null;
  const refused = new Set<unknown>();
  /** Keys asked for when the page was hidden: what was under way may end, with a new token too. */
  let underWay = new Set<string>();
  const seen = {expired: 0, hidden: 0};
  const page: ModelPage = new ModelPage({
    random,
    skewMs: -90_000,
    server: {lifetimeMs, requestsPerSecond: 10},
    tinybird: {
      fault: ({key, claims}) => {
        if (!isFaulty || random() >= FAULTY) return 'none';
        const fault = FAULTS[Math.floor(random() * FAULTS.length)]!;
        if (fault !== 'unauthorized') return fault;
        if (!refuses) return 'none';
        // Twice in a row is no accident: that stops a query until somebody has looked at it.
        if (refusedKey === key) return 'none';
        refusedKey = key;
        refused.add(claims.payload['jti']);
        return fault;
      },
      onStart: ({key, claims}) => {
        if ((claims.expiresAtMs ?? 0) <= page.clock.serverNow()) seen.expired += 1;
        if (!page.activity.isVisible && !underWay.has(key)) seen.hidden += 1;
      },
    },
  });
  const {clock, activity, clerk, server, tinybird} = page;
  clerk.signIn('ann', 'acme');
  // In a tab with the focus, Clerk's own timer sets the pace.
  clerk.hasFocus = activity.hasFocus = false;
  for (let index = 0; index < count; index += 1) {
    page.observe({params: {index: `${index}`}, refreshIntervalMs: REFRESH_MS});
  }
  await clock.advance(10_000);
  let shownMs = 0;
  for (let hour = 0; hour < 24; hour += 1) {
    const isShown = !HIDDEN_HOURS.includes(hour);
    const fetching = page.charts.filter(({observation}) => observation.state.isFetching);
    underWay = new Set(fetching.map(({key}) => key));
    if (activity.isVisible !== isShown) activity.isVisible = isShown;
    if (isShown) shownMs += HOUR_MS;
    await clock.advance(MINUTE_MS);
    underWay.clear();
    await clock.advance(HOUR_MS - MINUTE_MS);
  }
  isFaulty = false;
  activity.isVisible = true;
  const minted = server.templateRequests;
  const answered = tinybird.answered;
  await clock.advance(2 * REFRESH_MS + 60_000);
  const stuck = page.charts.filter(({observation}) => {
    const {status, staleReason} = observation.state;
    return status !== 'ready' || staleReason !== null;
  });
  page.close();
  const forced = refused.size;
  return {...seen, minted, forced, answered, shownMs, stuck: stuck.length};
}

describe(`A day of ${charts} charts that refresh every 30 s`, function () {
  this.timeout(300_000);

  for (const lifetimeMs of [60_000, 900_000]) {
    it(`passes on tokens of ${lifetimeMs / 1000} s`, async () => {
      const startedAtMs = performance.now();

      const day = await liveThroughDay(lifetimeMs);

      const tookS = ((performance.now() - startedAtMs) / 1000).toFixed(1);
      console.log(`${JSON.stringify(day)} in ${tookS} s`);
      expect([day.expired, day.hidden, day.stuck]).to.deep.equal([0, 0, 0]);
    });

    it(`passes with a tenth more tokens of ${lifetimeMs / 1000} s than it must have`, async () => {
      const day = await liveThroughDay(lifetimeMs, {count: 5, refuses: false});

      // A token lasts until 5 s before its end.
      const least = day.shownMs / (lifetimeMs - 5_000);
      console.log(`${day.minted} tokens, least ${least.toFixed(0)}`);
      expect(day.minted).to.be.within(least * 0.9, least * 1.1);
    });
  }
});
