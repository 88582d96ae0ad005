import {expect} from '@open-wc/testing';
import {settle} from '../support/fake-clock.js';
import {codeOf, request, sessionPage} from './support/session-page.js';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const YEAR_MS = 365 * DAY_MS;

/** A tab beside the one that is looked at: only our own renewals matter there. */
function pageWithoutFocus() {
  const page = sessionPage();
  page.activity.hasFocus = false;
  return page;
}

/** A page where a chart polls: it asks for a token every `intervalMs`. Returns those it was given. */
async function poll(
  {source, clock}: ReturnType<typeof sessionPage>,
  intervalMs: number,
  forMs: number,
) {
  const tokens = [];
  for (let passedMs = 0; passedMs < forMs; passedMs += intervalMs) {
    await clock.advance(intervalMs);
    tokens.push(await source.requestToken(request()));
  }
  return tokens;
}

describe('The life of a token', () => {
  // Longest of the leeways: an eighth of the life, 8 to 30 s, a third of short ones.
  const lives: [string, number, number, number][] = [
    ['30 s', 30 * SECOND_MS, SECOND_MS, 22_000],
    ['60 s', MINUTE_MS, SECOND_MS, 52_000],
    ['an hour', HOUR_MS, 10 * SECOND_MS, HOUR_MS - 30_000],
    ['a day', DAY_MS, MINUTE_MS, DAY_MS - 30_000],
    ['25 days', 25 * DAY_MS, HOUR_MS, 25 * DAY_MS - 30_000],
    ['50 days', 50 * DAY_MS, HOUR_MS, 50 * DAY_MS - 30_000],
    ['10 years', 10 * YEAR_MS, 30 * DAY_MS, 10 * YEAR_MS - 30_000],
  ];
  for (const [name, lifetimeMs, intervalMs, renewedAtMs] of lives) {
    it(`of ${name} costs one request, ahead of its end`, async () => {
      const page = pageWithoutFocus();
      const {source, clerk, clock} = page;
      clerk.lifetimeMs = lifetimeMs;
      source.observe(() => {});
      const startMs = clock.monotonic();
      const first = await source.requestToken(request());

      const before = Math.floor((renewedAtMs - 1) / intervalMs) * intervalMs;
      const tokens = await poll(page, intervalMs, before);
      await clock.advance(startMs + renewedAtMs - 1 - clock.monotonic());
      const early = clerk.templateCalls;
      await clock.advance(1);

      expect([...new Set(tokens.map(({value}) => value))]).to.deep.equal([first.value]);
      expect([early, clerk.templateCalls]).to.deep.equal([1, 2]);
      expect(source.isUsable(first)).to.equal(true);
    });
  }

  for (const skewMs of [-10 * MINUTE_MS, 0, 10 * MINUTE_MS]) {
    for (const hasFocus of [true, false]) {
      const name = `${hasFocus ? 'with' : 'without'} focus, server ${skewMs / MINUTE_MS} min ahead`;
      it(`is never used up over an hour, ${name}`, async () => {
        const page = sessionPage();
        const {source, clerk, clock, activity} = page;
        activity.hasFocus = hasFocus;
        clerk.skewMs = skewMs;
        source.observe(() => {});

        const serverLeftMs = [];
        for (let passedMs = 0; passedMs < HOUR_MS; passedMs += 7 * SECOND_MS) {
          await clock.advance(7 * SECOND_MS);
          const token = await source.requestToken(request());
          serverLeftMs.push((token.claims?.expiresAtMs ?? 0) - (clock.now() + skewMs));
        }

        expect(Math.min(...serverLeftMs)).to.be.greaterThan(5_000);
        // One for each 52 s of the hour, give or take the steps of the poll. With the focus one
        // for each 42 s, which spares Clerk's own each 43 s.
        const [least, most] = hasFocus ? ([74, 87] as const) : ([60, 72] as const);
        expect(clerk.templateCalls).to.be.within(least, most);
      });
    }
  }
});

describe('A token after a long pause', () => {
  const pauses: [string, (page: ReturnType<typeof sessionPage>, ms: number) => void][] = [
    ['a sleep over which the monotonic clock stood still', ({clock}, ms) => clock.jump(ms)],
    ['a sleep over which both clocks ran', ({clock}, ms) => clock.stall(ms)],
  ];
  for (const [what, pass] of pauses) {
    it(`is a new one (${what})`, async () => {
      const page = sessionPage();
      const {source, clerk, clock} = page;
      source.observe(() => {});
      const old = await source.requestToken(request());

      pass(page, 8 * HOUR_MS);
      const isUsable = source.isUsable(old);
      const token = await source.requestToken(request());

      expect(isUsable).to.equal(false);
      expect((token.claims?.expiresAtMs ?? 0) - clock.now()).to.equal(MINUTE_MS);
      expect(clerk.templateCalls).to.equal(2);
      expect(source.isUsable(token)).to.equal(true);
    });
  }

  it('that was asked for before a sleep does not set the clock by it', async () => {
    const {source, clerk, clock} = sessionPage();
    let answer = (_: string) => {};
    clerk.answers.push(() => new Promise((resolve) => (answer = resolve)));
    const asked = codeOf(source.requestToken(request()));
    await settle();
    const old = clerk.mintToken();

    clock.jump(8 * HOUR_MS);
    answer(old);
    await asked;
    const token = await source.requestToken(request());

    expect(token.value).not.to.equal(old);
    expect(source.inspect().skewMs).to.equal(0);
  });

  it('is a new one when the timer that renews fires a minute late', async () => {
    const {source, clerk, clock} = sessionPage();
    source.observe(() => {});
    const first = await source.requestToken(request());

    clock.stall(52_000 + MINUTE_MS);
    const isUsable = source.isUsable(first);
    const [token] = await Promise.all([source.requestToken(request()), clock.advance(0)]);

    expect(isUsable).to.equal(false);
    expect(token.value).not.to.equal(first.value);
    expect(clerk.templateCalls).to.equal(2);
  });

  it('costs nothing while the page is hidden for hours, and one request on return', async () => {
    const {source, clerk, clock, activity} = sessionPage();
    source.observe(() => {});
    await source.requestToken(request());

    activity.isVisible = false;
    await clock.advance(9 * HOUR_MS);
    const whileHidden = clerk.tokenCalls.length;
    activity.isVisible = true;
    await Promise.all([
      source.requestToken(request()),
      source.requestToken(request()),
      clock.advance(0),
    ]);

    expect([whileHidden, clerk.tokenCalls.length]).to.deep.equal([1, 2]);
  });
});

describe('A token that does not come', () => {
  /** Asks as charts do: again some seconds after each failure. */
  async function insist({source, clock}: ReturnType<typeof sessionPage>, times: number) {
    const codes = [];
    for (let count = 0; count < times; count += 1) {
      const code = codeOf(source.requestToken(request()));
      await clock.advance(12 * SECOND_MS);
      codes.push(await code);
    }
    return codes;
  }

  it('is waited for by two questions at most, as Clerk repeats each for minutes', async () => {
    const page = sessionPage();
    for (let count = 0; count < 20; count += 1) {
      page.clerk.answers.push(() => new Promise(() => {}));
    }

    const codes = await insist(page, 14);

    expect([...new Set(codes)]).to.deep.equal(['token-unavailable']);
    expect(page.clerk.templateCalls).to.equal(2);
  });

  it('serves those who joined the question when it comes at last', async () => {
    const page = sessionPage();
    const {clerk, source, clock} = page;
    let answer = (_: string) => {};
    clerk.answers.push(
      () => new Promise(() => {}),
      () => new Promise((resolve) => (answer = resolve)),
    );
    await insist(page, 5);

    const late = source.requestToken(request());
    await clock.advance(SECOND_MS);
    answer(clerk.mintToken());
    const token = await late;

    expect(clerk.templateCalls).to.equal(2);
    // The estimate of the server's clock is as rough as the wait was long, and never a refusal.
    expect((await source.requestToken(request())).value).to.equal(token.value);
  });

  it('is asked for anew once a question is older than all of Clerk’s retries', async () => {
    const page = sessionPage();
    for (let count = 0; count < 2; count += 1) {
      page.clerk.answers.push(() => new Promise(() => {}));
    }
    await insist(page, 2);

    await page.clock.advance(3 * MINUTE_MS);
    const token = await page.source.requestToken(request());

    expect(page.source.isUsable(token)).to.equal(true);
  });

  it('is not waited for any more after a switch of the organization', async () => {
    const page = sessionPage();
    for (let count = 0; count < 2; count += 1) {
      page.clerk.answers.push(() => new Promise(() => {}));
    }
    await insist(page, 2);

    page.clerk.switchTo({id: 'org_globex', slug: 'globex', name: 'Globex'});
    const token = await page.source.requestToken(request());

    expect(token.identityKey).to.contain('org_globex');
  });
});
