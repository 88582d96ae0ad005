import {expect} from '@open-wc/testing';
import {ModelPage} from './support/model-page.js';
import {rateWindow, type WindowKind} from './support/rate-window.js';
import {seededRandom} from './support/seeded-random.js';

const CHARTS = 60;
const RATE = 10;

const TOKEN_MS = 50;
const MAX_ROUND_TRIP_MS = 240;

/** The token, then ten starts in each 1.05 s as promised, then the last answer. */
const IDEAL_MS = TOKEN_MS + (CHARTS / RATE - 1) * 1_050 + MAX_ROUND_TRIP_MS;

const WINDOWS: readonly WindowKind[] = ['fixed', 'sliding', 'bucket'];

interface Setting {
  readonly window?: WindowKind;
  /** What the service really allows a second. */
  readonly rate?: number;
  readonly roundTripMs?: () => number;
  readonly isOnScreen?: (index: number) => boolean;
  readonly isStorm?: () => boolean;
}

/** A page whose charts all ask at once; the token says 10 a second. */
async function dashboard(setting: Setting = {}) {
  const {window = 'sliding', rate = RATE, isOnScreen = () => true} = setting;
  const limiter = rateWindow(window, rate);
  const random = seededRandom(1);
  const asked: string[] = [];
  const page = new ModelPage({
    random,
    server: {requestsPerSecond: RATE, latencyMs: TOKEN_MS},
    tinybird: {
      limit: () => limiter,
      roundTripMs: setting.roundTripMs ?? (() => 40 + random() * (MAX_ROUND_TRIP_MS - 40)),
      fault: () => (setting.isStorm?.() ? 'limited' : 'none'),
      onStart: ({url}) => asked.push(url.searchParams.get('index') ?? ''),
    },
  });
  page.clerk.signIn('ann', 'acme');
  // A page that has been open for some seconds: windows of the service begin anywhere.
  await page.clock.advance(3_456);
  for (let index = 0; index < CHARTS; index += 1) {
    page.observe({params: {index: `${index}`}, onScreen: isOnScreen(index)});
  }
  const startedAtMs = page.clock.monotonic();
  /** Milliseconds until everything was drawn, at most `limitMs`. */
  const drawn = async (limitMs: number): Promise<number> => {
    const isDrawn = () => page.charts.every(({observation}) => observation.state.response);
    while (!isDrawn() && page.clock.monotonic() - startedAtMs < limitMs) {
      await page.clock.advance(10);
    }
    return isDrawn() ? page.clock.monotonic() - startedAtMs : Infinity;
  };
  return {page, asked, limiter, drawn};
}

describe('Sixty charts at ten requests a second', function () {
  this.timeout(60_000);

  for (const window of WINDOWS) {
    it(`draw without a refusal in 1.15 times the ideal (${window} window)`, async () => {
      const {page, drawn} = await dashboard({window});

      const tookMs = await drawn(60_000);

      expect(page.tinybird.limited).to.equal(0);
      expect(tookMs).to.be.below(IDEAL_MS * 1.15);
      page.close();
    });

    it(`draw those on screen first (${window} window)`, async () => {
      const {page, asked, drawn} = await dashboard({window, isOnScreen: (at) => at % 3 === 0});

      await drawn(60_000);

      const first = asked.slice(0, CHARTS / 3).map((index) => Number(index) % 3);
      expect(new Set(first)).to.deep.equal(new Set([0]));
      page.close();
    });

    it(`draw everything beside strangers who use the same name (${window} window)`, async () => {
      const {page, limiter, drawn} = await dashboard({window});
      const {clock} = page;
      const stranger = () => {
        limiter(clock.serverNow());
        clock.setTimer(stranger, 150);
      };
      stranger();

      const tookMs = await drawn(180_000);

      expect(tookMs).to.be.below(180_000);
      page.close();
    });

    it(`draw everything where the service allows less than it says (${window} window)`, async () => {
      const {page, drawn} = await dashboard({window, rate: 3});

      expect(await drawn(300_000)).to.be.below(300_000);
      page.close();
    });
  }

  it('draw after a storm of refusals without headers', async () => {
    let isStorm = true;
    const {page, drawn} = await dashboard({isStorm: () => isStorm});
    await page.clock.advance(600_000);
    const refusals = page.tinybird.limited;
    isStorm = false;

    const tookMs = await drawn(900_000);

    expect(refusals).to.be.below(60);
    expect(tookMs).to.be.below(900_000);
    page.close();
  });

  it('never show an error while they wait for a storm to end', async () => {
    const {page} = await dashboard({isStorm: () => true});

    await page.clock.advance(600_000);

    const statuses = page.charts.map(({observation}) => observation.state.status);
    expect(statuses).not.to.include('error');
    page.close();
  });
});
