import {expect} from '@open-wc/testing';
import {codeOf, request, sessionPage} from './support/session-page.js';

const MINUTE_MS = 60_000;

describe('ClerkSessionSource renewal ahead', () => {
  it('renews while charts watch and the old token still holds', async () => {
    const {source, clerk, clock} = sessionPage();
    source.observe(() => {});
    const first = await source.requestToken(request());

    await clock.advance(53_000);

    expect(clerk.templateCalls).to.equal(2);
    expect((await source.requestToken(request())).value).not.to.equal(first.value);
  });

  it('comes before that of Clerk itself in a tab with the focus, which it replaces', async () => {
    const {source, clerk, clock} = sessionPage();
    source.observe(() => {});
    await source.requestToken(request());

    // Clerk's own comes between 43 and 44 s.
    await clock.advance(42_500);

    expect(clerk.templateCalls).to.equal(2);
  });

  it('comes eight seconds ahead in a tab without the focus', async () => {
    const {source, clerk, clock, activity} = sessionPage();
    activity.hasFocus = false;
    source.observe(() => {});
    await source.requestToken(request());

    await clock.advance(50_000);
    const early = clerk.templateCalls;
    await clock.advance(3_000);

    expect([early, clerk.templateCalls]).to.deep.equal([1, 2]);
  });

  it('gives the old token while the new one is on its way', async () => {
    const {source, clerk, clock} = sessionPage();
    source.observe(() => {});
    const first = await source.requestToken(request());
    clerk.answers.push(() => new Promise(() => {}));

    await clock.advance(53_000);

    expect((await source.requestToken(request())).value).to.equal(first.value);
  });

  it('stops when nobody asks for tokens any more', async () => {
    const {source, clerk, clock} = sessionPage();
    source.observe(() => {});
    await source.requestToken(request());

    await clock.advance(60 * MINUTE_MS);

    expect(clerk.templateCalls).to.equal(2);
    expect(clock.pendingTimers).to.equal(0);
  });

  it('does nothing while the page is hidden', async () => {
    const {source, clerk, clock, activity} = sessionPage();
    source.observe(() => {});
    await source.requestToken(request());

    activity.isVisible = false;
    await clock.advance(53_000);
    const whileHidden = clerk.templateCalls;
    activity.isVisible = true;
    await clock.advance(0);

    expect([whileHidden, clerk.templateCalls]).to.deep.equal([1, 2]);
  });

  it('does nothing without observers', async () => {
    const {source, clerk, clock} = sessionPage();
    const stop = source.observe(() => {});
    await source.requestToken(request());

    stop();
    await clock.advance(53_000);

    expect(clerk.templateCalls).to.equal(1);
    expect(clock.pendingTimers).to.equal(0);
  });

  it('keeps one timer for many observers', async () => {
    const {source, clock} = sessionPage();
    for (let count = 0; count < 20; count += 1) source.observe(() => {});

    await source.requestToken(request());
    await source.requestToken(request());

    expect(clock.pendingTimers).to.equal(1);
  });

  it('keeps the old token when a renewal fails, and tries again', async () => {
    const {source, clerk, clock} = sessionPage();
    source.observe(() => {});
    const first = await source.requestToken(request());
    clerk.answers.push(() => Promise.reject(new Error('down')));

    await clock.advance(53_000);
    const second = await source.requestToken(request());
    await clock.advance(5_000);
    const calls = clerk.templateCalls;

    expect(second.value).to.equal(first.value);
    expect(calls).to.equal(3);
  });
});

describe('ClerkSessionSource failures', () => {
  const cases: [string, unknown, string, boolean][] = [
    ['a missing template', {status: 404, errors: []}, 'jwt-template-missing', false],
    ['an offline browser', {code: 'clerk_offline'}, 'network', true],
    ['a failure of Clerk', {status: 500}, 'token-unavailable', true],
    ['a refusal of Clerk', {status: 403}, 'token-unavailable', true],
    ['a thrown text', 'boom', 'token-unavailable', true],
  ];
  for (const [what, thrown, code, retryable] of cases) {
    it(`names ${what} ${code}`, async () => {
      const {source, clerk} = sessionPage();
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- as callers get it
      clerk.answers.push(() => Promise.reject(thrown));

      const error: unknown = await source
        .requestToken(request())
        .catch((reason: unknown) => reason);

      expect(error).to.include({code, retryable});
    });
  }

  it('passes on how long Clerk wants to be left alone', async () => {
    const {source, clerk} = sessionPage();
    const refusal = Object.assign(new Error('slow down'), {status: 429, retryAfter: 7});
    clerk.answers.push(() => Promise.reject(refusal));

    const error: unknown = await source.requestToken(request()).catch((reason: unknown) => reason);

    expect(error).to.include({code: 'token-unavailable', retryAfterMs: 7_000});
  });

  it('takes no token for signed out', async () => {
    const {source, clerk} = sessionPage();
    clerk.answers.push(() => Promise.resolve(null));

    expect(await codeOf(source.requestToken(request()))).to.equal('signed-out');
  });

  it('asks Clerk for nothing while nobody is signed in', async () => {
    const {source, clerk} = sessionPage(() => {});

    expect(await codeOf(source.requestToken(request()))).to.equal('signed-out');
    expect(clerk.tokenCalls).to.deep.equal([]);
  });

  it('says when a token has run out on arrival', async () => {
    const {source, clerk} = sessionPage();
    clerk.lifetimeMs = 4_000;

    expect(await codeOf(source.requestToken(request()))).to.equal('token-unavailable');
  });
});
