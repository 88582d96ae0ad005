import {expect} from '@open-wc/testing';
import {FallbackSource} from '../../src/auth/fallback-source.js';
import {GetTokenSource} from '../../src/auth/get-token-source.js';
import {StaticTokenSource} from '../../src/auth/static-token-source.js';
import type {TokenRequest} from '../../src/auth/token-source.js';
import {FakeActivity} from '../support/fake-activity.js';
import {FakeClock, settle} from '../support/fake-clock.js';
import {FakeTokenSource} from '../support/fake-token-source.js';
import {claimsAt, jwt} from './support/jwt.js';

const NOTHING = {claims: null, skewMs: null};

function wanted(): TokenRequest {
  const {signal} = new AbortController();
  return {pipe: 'sales', tenancy: 'auto', tenantClaim: null, signal};
}

function setUp(answer: (clock: FakeClock) => string | null) {
  const clock = new FakeClock();
  const activity = new FakeActivity();
  const page = {answer};
  const getToken = () => Promise.resolve(page.answer(clock));
  const source = new GetTokenSource({key: 'test', getToken, pipe: 'sales', clock, activity});
  source.observe(() => undefined);
  return {clock, activity, page, source};
}

describe('inspecting a token source', () => {
  it('shows nothing before the first token', () => {
    expect(setUp(() => null).source.inspect()).to.deep.equal(NOTHING);
  });

  it('shows the claims of the present token and never its text', async () => {
    const {source} = setUp((clock) => jwt(claimsAt(clock.now())));
    const {value} = await source.requestToken(wanted());

    const shown = source.inspect();

    expect(shown.claims?.name).to.equal('frontend_jwt');
    expect(shown.claims?.algorithm).to.equal('HS256');
    expect(JSON.stringify(shown)).not.to.contain(value).and.not.to.contain('signature');
  });

  it('shows how far the clocks are apart once a fresh token has told', async () => {
    const ahead = (clock: FakeClock) => jwt(claimsAt(clock.now() + 90_000, {}, 120_000));
    const {source} = setUp(ahead);
    const token = await source.requestToken(wanted());
    expect(source.inspect().skewMs).to.equal(null);

    await source.requestToken({...wanted(), rejected: token});

    expect(source.inspect().skewMs).to.equal(90_000);
  });

  it('shows the claims of a token that had run out on arrival', async () => {
    const {source} = setUp((clock) => jwt(claimsAt(clock.now(), {}, 2_000)));

    await source.requestToken(wanted()).catch(() => null);

    expect(source.inspect().claims?.subject).to.equal('user_ada');
  });

  it('shows nothing of a visitor who has signed out', async () => {
    const {source, page, clock} = setUp((now) => jwt(claimsAt(now.now())));
    await source.requestToken(wanted());

    page.answer = () => null;
    await clock.advance(120_000);
    await source.requestToken(wanted()).catch(() => null);

    expect(source.inspect().claims).to.equal(null);
  });

  it('shows nothing of a page that is put away', async () => {
    const {source, activity} = setUp((clock) => jwt(claimsAt(clock.now())));
    await source.requestToken(wanted());

    activity.hide();
    await settle();

    expect(source.inspect().claims).to.equal(null);
  });

  it('follows the source in use where there is a public token besides', () => {
    const open = new StaticTokenSource(jwt(claimsAt(0, {name: 'public'})));
    const clerk = new FakeTokenSource();
    const source = new FallbackSource(clerk, open, () => false);
    expect(source.inspect()).to.deep.equal(NOTHING);

    clerk.become({status: 'signed-out'});

    expect(source.inspect().claims?.name).to.equal('public');
  });
});
