import {expect} from '@open-wc/testing';
import {type GetTokenRequest, GetTokenSource} from '../../src/auth/get-token-source.js';
import {FakeActivity} from '../support/fake-activity.js';
import {FakeClock, settle} from '../support/fake-clock.js';
import {claimsAt, jwt} from './support/jwt.js';
import {codeOf, request} from './support/session-page.js';

type Answer = (request: GetTokenRequest, clock: FakeClock) => Promise<string | null>;

function page(answer: Answer) {
  const clock = new FakeClock();
  const activity = new FakeActivity();
  const calls: GetTokenRequest[] = [];
  const getToken = (asked: GetTokenRequest) => {
    calls.push(asked);
    return answer(asked, clock);
  };
  const source = new GetTokenSource({key: 'k', pipe: 'sales', getToken, clock, activity});
  return {clock, activity, calls, source};
}

/** A server that makes a token for `user` at each call. */
function fresh(user: () => string): Answer {
  let jti = 0;
  return (_, clock) => Promise.resolve(jwt(claimsAt(clock.now(), {sub: user(), jti: (jti += 1)})));
}

function identityKeyOf({source}: ReturnType<typeof page>): string | undefined {
  return source.state.status === 'signed-in' ? source.state.identity.key : undefined;
}

describe('GetTokenSource', () => {
  it('asks for a token as soon as somebody observes', async () => {
    const {source, calls} = page(fresh(() => 'ada'));
    const before = source.state;

    source.observe(() => {});
    await settle();

    expect(before).to.deep.equal({status: 'waiting', reason: 'token'});
    expect(source.state.status).to.equal('signed-in');
    expect(calls).to.have.length(1);
    expect(calls[0]).to.include({pipe: 'sales', forceRenew: false});
  });

  it('calls the function once for fifty callers', async () => {
    const {source, calls} = page(fresh(() => 'ada'));

    await Promise.all(Array.from({length: 50}, () => source.requestToken(request())));

    expect(calls).to.have.length(1);
  });

  it('keeps the identity over a renewal', async () => {
    const opened = page(fresh(() => 'ada'));
    const rejected = await opened.source.requestToken(request());
    const before = identityKeyOf(opened);

    const renewed = await opened.source.requestToken(request({rejected}));

    expect(renewed.value).not.to.equal(rejected.value);
    expect(identityKeyOf(opened)).to.equal(before);
    expect(opened.calls[1]).to.include({forceRenew: true});
  });

  it('announces another visitor before it gives his token', async () => {
    let user = 'ada';
    const opened = page(fresh(() => user));
    const rejected = await opened.source.requestToken(request());
    const before = identityKeyOf(opened);
    const events: string[] = [];
    opened.source.observe(() => events.push('changed'));

    user = 'bob';
    await opened.source.requestToken(request({rejected})).then(() => events.push('given'));

    expect(events).to.deep.equal(['changed', 'given']);
    expect(identityKeyOf(opened)).not.to.equal(before);
    expect(opened.source.isUsable(rejected)).to.equal(false);
  });

  it('takes an opaque token as its own identity, without showing it', async () => {
    const opened = page(() => Promise.resolve('p.secret-token'));

    const token = await opened.source.requestToken(request());

    expect(token.claims).to.equal(null);
    expect(identityKeyOf(opened)).to.match(/^token:[0-9a-f]{16}$/);
  });

  it('is signed out when the function says null', async () => {
    const {source} = page(() => Promise.resolve(null));

    const code = await codeOf(source.requestToken(request()));

    expect(code).to.equal('signed-out');
    expect(source.state).to.deep.equal({status: 'signed-out'});
  });

  it('looks again on focus after a sign-out', async () => {
    let token: string | null = null;
    const {source, activity} = page(() => Promise.resolve(token));
    source.observe(() => {});
    await settle();

    token = 'opaque';
    activity.focus();
    await settle();

    expect(source.state.status).to.equal('signed-in');
  });

  it('says what failed and tries again', async () => {
    let isDown = true;
    const {source, clock} = page(() =>
      isDown ? Promise.reject(new Error('down')) : Promise.resolve('opaque'),
    );
    source.observe(() => {});
    await settle();
    const between = source.state;

    isDown = false;
    await clock.advance(2_000);

    expect(between).to.have.nested.property('error.code', 'token-unavailable');
    expect(source.state.status).to.equal('signed-in');
  });

  it('turns a function that throws at once into an error of ours', async () => {
    const {source} = page(() => {
      throw new TypeError('oops');
    });

    expect(await codeOf(source.requestToken(request()))).to.equal('token-unavailable');
  });

  it('forces a renewal when a cached token has run out', async () => {
    const {source, calls} = page(({forceRenew}, clock) =>
      Promise.resolve(jwt(claimsAt(clock.now() - (forceRenew ? 0 : 120_000)))),
    );

    await source.requestToken(request());

    expect(calls.map(({forceRenew}) => forceRenew)).to.deep.equal([false, true]);
  });

  it('works on a device that is ten minutes ahead of the server', async () => {
    const {source} = page((_, clock) => Promise.resolve(jwt(claimsAt(clock.now() - 600_000))));

    const token = await source.requestToken(request());

    expect(source.isUsable(token)).to.equal(true);
  });

  it('confirms the visitor anew on a restored page', async () => {
    const {source, activity, calls} = page(fresh(() => 'ada'));
    source.observe(() => {});
    await settle();

    activity.hide();
    const frozen = source.state;
    activity.restore();
    await settle();

    expect(frozen).to.deep.equal({status: 'waiting', reason: 'restored'});
    expect(source.state.status).to.equal('signed-in');
    expect(calls[1]).to.include({forceRenew: true});
  });

  it('drops the answer of before the page was restored', async () => {
    const answers: ((value: string) => void)[] = [];
    const {source, activity} = page(() => new Promise((resolve) => answers.push(resolve)));
    source.observe(() => {});
    await settle();

    activity.hide();
    answers[0]?.('of-before');
    await settle();

    expect(source.state).to.include({status: 'waiting'});
  });

  it('checks the claims of the pipe', async () => {
    const {source} = page(fresh(() => 'ada'));

    expect(await codeOf(source.requestToken(request({pipe: 'other'})))).to.equal('jwt-claims');
  });
});
