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
