import {expect} from '@open-wc/testing';
import {settle} from '../support/fake-clock.js';
import {codeOf, request, sessionPage} from './support/session-page.js';

const MINUTE_MS = 60_000;
const YEAR_MS = 365 * 24 * 60 * MINUTE_MS;

describe('ClerkSessionSource tokens', () => {
  it('asks Clerk once for fifty callers', async () => {
    const {source, clerk} = sessionPage();

    const tokens = await Promise.all(
      Array.from({length: 50}, () => source.requestToken(request())),
    );

    expect(new Set(tokens.map(({value}) => value)).size).to.equal(1);
    expect(clerk.tokenCalls).to.deep.equal([{template: 'tinybird', skipCache: true}]);
  });

  it('gives the same token while it lasts', async () => {
    const {source, clerk, clock} = sessionPage();
    const first = await source.requestToken(request());

    await clock.advance(30_000);
    const second = await source.requestToken(request());

    expect(second).to.deep.equal(first);
    expect(clerk.templateCalls).to.equal(1);
  });

  it('binds a token to the identity it was checked against', async () => {
    const {source} = sessionPage();

    const token = await source.requestToken(request());

    expect(token.identityKey).to.equal('sess_of_user_ada|user_ada|org_acme');
  });

  for (const lifetimeMs of [30_000, MINUTE_MS, 30 * 24 * 60 * MINUTE_MS, 10 * YEAR_MS]) {
    it(`asks once for a token that lives ${lifetimeMs / 1000} s`, async () => {
      const {source, clerk, clock} = sessionPage();
      clerk.lifetimeMs = lifetimeMs;
      source.observe(() => {});
      await source.requestToken(request());

      await clock.advance(15_000);
      await source.requestToken(request());

      expect(clerk.templateCalls).to.equal(1);
    });
  }

  for (const skewMs of [10 * MINUTE_MS, -10 * MINUTE_MS]) {
    it(`never gives an expired token when the server is ${skewMs} ms ahead`, async () => {
      const {source, clerk, clock} = sessionPage();
      clerk.skewMs = skewMs;

      const first = await source.requestToken(request());
      await clock.advance(54_000);
      const usableBefore = source.isUsable(first);
      await clock.advance(2_000);
      const second = await source.requestToken(request());

      expect(usableBefore).to.equal(true);
      expect(source.isUsable(first)).to.equal(false);
      expect(second.value).not.to.equal(first.value);
      expect(clerk.templateCalls).to.equal(2);
    });
  }

  it('asks for a new token after the device clock has jumped', async () => {
    const {source, clerk, clock} = sessionPage();
    const first = await source.requestToken(request());

    clock.jump(-5 * MINUTE_MS);
    clerk.skewMs = 5 * MINUTE_MS;
    const second = await source.requestToken(request());

    expect(second.value).not.to.equal(first.value);
    expect(source.isUsable(second)).to.equal(true);
  });

  it('renews a refused token once for all callers', async () => {
    const {source, clerk} = sessionPage();
    const rejected = await source.requestToken(request());

    const renewed = await Promise.all([
      source.requestToken(request({rejected})),
      source.requestToken(request({rejected})),
    ]);
    const later = await source.requestToken(request({rejected}));

    expect(new Set([...renewed, later].map(({value}) => value)).size).to.equal(1);
    expect(later.value).not.to.equal(rejected.value);
    expect(clerk.templateCalls).to.equal(2);
  });

  it('drops a token that comes after the organization has changed', async () => {
    const {source, clerk} = sessionPage();
    let answer = (_: string) => {};
    clerk.answers.push(() => new Promise((resolve) => (answer = resolve)));
    const late = codeOf(source.requestToken(request()));
    await settle();
    const stale = clerk.mintToken();

    clerk.switchTo({id: 'org_globex', slug: 'globex', name: 'Globex'});
    answer(stale);
    const code = await late;
    const next = await source.requestToken(request());

    expect(code).to.equal('token-unavailable');
    expect(next.value).not.to.equal(stale);
    expect(next.identityKey).to.contain('org_globex');
  });

  it('ends with the reason of the signal', async () => {
    const {source, clerk} = sessionPage();
    clerk.answers.push(() => new Promise(() => {}));
    const controller = new AbortController();
    const reason = new Error('left');

    const pending = codeOf(source.requestToken(request({signal: controller.signal})));
    controller.abort(reason);

    expect(await pending).to.equal(reason);
  });

  it('gives up after ten seconds and can be asked again', async () => {
    const {source, clerk, clock} = sessionPage();
    clerk.answers.push(() => new Promise(() => {}));

    const pending = source.requestToken(request()).catch((error: unknown) => error);
    await clock.advance(10_000);

    expect(await pending).to.include({code: 'token-unavailable', retryable: true});
    expect((await source.requestToken(request())).claims).not.to.equal(null);
  });
});

describe('ClerkSessionSource renewal ahead', () => {
  it('renews while charts watch and the old token still holds', async () => {
    const {source, clerk, clock} = sessionPage();
    source.observe(() => {});
    const first = await source.requestToken(request());

    await clock.advance(41_000);

    expect(clerk.templateCalls).to.equal(2);
    expect((await source.requestToken(request())).value).not.to.equal(first.value);
  });

  it('gives the old token while the new one is on its way', async () => {
    const {source, clerk, clock} = sessionPage();
    source.observe(() => {});
    const first = await source.requestToken(request());
    clerk.answers.push(() => new Promise(() => {}));

    await clock.advance(41_000);

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
    await clock.advance(50_000);
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
    await clock.advance(50_000);

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

    await clock.advance(41_000);
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
