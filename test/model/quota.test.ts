import {expect} from '@open-wc/testing';
import {ModelPage} from './support/model-page.js';
import {seededRandom} from './support/seeded-random.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** A page that is looked at all day; every request is refused from the start. */
async function openWithoutQuota(charts: number, {fault = 'limited'} = {}) {
  let isUsedUp = true;
  const startsMs: number[] = [];
  const page = new ModelPage({
    random: seededRandom(1),
    server: {requestsPerSecond: 10, lifetimeMs: 900_000},
    tinybird: {
      fault: () => (isUsedUp ? (fault as 'limited') : 'none'),
      onStart: ({atMs}) => startsMs.push(atMs),
    },
  });
  page.clerk.signIn('ann', 'acme');
  // In a tab with the focus, Clerk's own timer sets the pace.
  page.clerk.hasFocus = page.activity.hasFocus = false;
  for (let index = 0; index < charts; index += 1) {
    page.observe({params: {index: `${index}`}, refreshIntervalMs: 30_000});
  }
  const states = () => page.charts.map(({observation}) => observation.state);
  return {page, startsMs, states, endQuotaDay: () => (isUsedUp = false)};
}

describe('A daily quota that is used up', function () {
  this.timeout(60_000);

  for (const charts of [1, 60]) {
    it(`costs ${charts} charts some 300 requests a day, however many they are`, async () => {
      const {page, startsMs} = await openWithoutQuota(charts);

      await page.clock.advance(DAY_MS);

      console.log(`${charts} charts, a day without quota: ${startsMs.length} requests`);
      expect(startsMs.length).to.be.within(280, 330);
      page.close();
    });
  }

  it('is asked for no sooner where the refusal names a short wait', async () => {
    const {page, startsMs} = await openWithoutQuota(60, {fault: 'limited-told'});

    await page.clock.advance(DAY_MS);

    expect(startsMs.length).to.be.below(420);
    page.close();
  });

  it('makes every chart say that it is rate-limited, and never an error', async () => {
    const {page, states} = await openWithoutQuota(60);

    await page.clock.advance(30_000);

    expect(new Set(states().map(({status}) => status))).to.deep.equal(new Set(['rate-limited']));
    page.close();
  });

  it('is named as the likely cause after ten minutes', async () => {
    const {page, states} = await openWithoutQuota(60);
    const names = () =>
      states().filter(({error}) => error?.causes.some((cause) => cause.includes('daily quota')));

    await page.clock.advance(5 * MINUTE_MS);
    const early = names().length;
    await page.clock.advance(15 * MINUTE_MS);

    expect([early, names().length]).to.deep.equal([0, 60]);
    page.close();
  });

  it('lets every chart draw, and poll again, within six minutes of its end', async () => {
    const {page, states, startsMs, endQuotaDay} = await openWithoutQuota(60);
    await page.clock.advance(3 * 60 * MINUTE_MS);

    endQuotaDay();
    await page.clock.advance(6 * MINUTE_MS);
    const drawn = states().filter(({status, staleReason}) => status === 'ready' && !staleReason);
    const before = startsMs.length;
    await page.clock.advance(MINUTE_MS);

    expect(drawn).to.have.length(60);
    expect(startsMs.length - before).to.be.within(100, 130);
    page.close();
  });
});
