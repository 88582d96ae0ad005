import {expect} from '@open-wc/testing';
import {ModelPage} from './support/model-page.js';
import type {PipeFault} from './support/scripted-tinybird.js';
import {seededRandom} from './support/seeded-random.js';

const HOUR_MS = 3_600_000;
const REFRESH_MS = 30_000;
const FAULTY = 0.05;

/** Charts on the page: `CHARTS=…` for another number. */
const charts = Number(process.env.CHARTS || 40);

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
async function liveThroughDay(lifetimeMs: number) {
  const random = seededRandom(7);
  let isFaulty = true;
  const seen = {expired: 0, hidden: 0};
  const page: ModelPage = new ModelPage({
    random,
    skewMs: -90_000,
    server: {lifetimeMs, requestsPerSecond: 10},
    tinybird: {
      fault: () =>
        isFaulty && random() < FAULTY ? FAULTS[Math.floor(random() * FAULTS.length)]! : 'none',
      onStart: ({claims}) => {
        if ((claims.expiresAtMs ?? 0) <= page.clock.serverNow()) seen.expired += 1;
        if (!page.activity.isVisible) seen.hidden += 1;
      },
    },
  });
  const {clock, activity, clerk, server, tinybird} = page;
  clerk.signIn('ann', 'acme');
  // Clerk's own timer would fetch tokens that nobody asked for.
  clerk.hasFocus = false;
  for (let index = 0; index < charts; index += 1) {
    page.observe({params: {index: `${index}`}, refreshIntervalMs: REFRESH_MS});
  }
  let shownMs = 0;
  for (let hour = 0; hour < 24; hour += 1) {
    const isShown = !HIDDEN_HOURS.includes(hour);
    if (activity.isVisible !== isShown) {
      // What is under way when the page is hidden may end.
      if (!isShown) await clock.advance(0);
      activity.isVisible = isShown;
    }
    if (isShown) shownMs += HOUR_MS;
    await clock.advance(HOUR_MS);
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
  return {...seen, minted, answered, shownMs, stuck: stuck.length, refused: tinybird.expired};
}

describe(`A day of ${charts} charts that refresh every 30 s`, function () {
  this.timeout(300_000);

  for (const lifetimeMs of [60_000, 900_000]) {
    it(`passes on tokens of ${lifetimeMs / 1000} s`, async () => {
      const startedAtMs = performance.now();

      const day = await liveThroughDay(lifetimeMs);

      const tookS = ((performance.now() - startedAtMs) / 1000).toFixed(1);
      console.log(`${JSON.stringify(day)} in ${tookS} s`);
      expect([day.expired, day.refused, day.hidden, day.stuck]).to.deep.equal([0, 0, 0, 0]);
      // Usable until 5 s before the end, and nobody needs one between two refreshes.
      const least = day.shownMs / (lifetimeMs - 5_000);
      expect(day.minted).to.be.below(least * 1.1);
    });
  }
});
