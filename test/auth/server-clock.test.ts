import {expect} from '@open-wc/testing';
import {parseJwtClaims} from '../../src/auth/jwt-claims.js';
import {ServerClock} from '../../src/auth/server-clock.js';
import {FakeClock} from '../support/fake-clock.js';
import {claimsAt, jwt} from './support/jwt.js';

const MINUTE_MS = 60_000;

/** A token made by a server whose clock differs from the device's by `skewMs`. */
function tokenClaims(clock: FakeClock, skewMs: number, lifetimeMs = MINUTE_MS) {
  return parseJwtClaims(jwt(claimsAt(clock.now() + skewMs, {}, lifetimeMs)));
}

describe('ServerClock', () => {
  for (const skewMs of [0, 10 * MINUTE_MS, -10 * MINUTE_MS]) {
    it(`knows when a token ends on a device that is ${-skewMs} ms ahead`, async () => {
      const clock = new FakeClock();
      const serverClock = new ServerClock(clock);
      const claims = tokenClaims(clock, skewMs);
      serverClock.learn(claims, serverClock.mark());

      await clock.advance(54_999);
      const before = serverClock.isUsable(claims);
      await clock.advance(1);

      expect([before, serverClock.isUsable(claims)]).to.deep.equal([true, false]);
    });
  }

  it('sets the time of issue at the middle of the request', async () => {
    const clock = new FakeClock(0);
    const serverClock = new ServerClock(clock);
    const start = serverClock.mark();
    await clock.advance(2_000);

    serverClock.learn(tokenClaims(clock, 0), start);

    // Issued at 2 s by the server, at 1 s by the device.
    expect(serverClock.now() - clock.now()).to.equal(1_000);
  });

  it('keeps the estimate of the fastest answer', async () => {
    const clock = new FakeClock(0);
    const serverClock = new ServerClock(clock);
    const start = serverClock.mark();
    serverClock.learn(tokenClaims(clock, 0), start);
    await clock.advance(8_000);

    serverClock.learn(tokenClaims(clock, 0), start);

    expect(serverClock.now()).to.equal(8_000);
  });

  it('learns nothing from a token that was under way during a sleep', async () => {
    const clock = new FakeClock();
    const serverClock = new ServerClock(clock);
    const claims = tokenClaims(clock, 0);
    const start = serverClock.mark();
    // The wall clock goes on over a sleep, the monotonic one does not.
    clock.jump(MINUTE_MS);

    serverClock.learn(claims, start);

    expect(serverClock.isUsable(claims)).to.equal(false);
  });

  it('trusts no token after a clock jump until it has learnt again', () => {
    const clock = new FakeClock();
    const serverClock = new ServerClock(clock);
    const claims = tokenClaims(clock, 0);
    serverClock.learn(claims, serverClock.mark());

    clock.jump(-10 * MINUTE_MS);
    const before = serverClock.isUsable(claims);
    serverClock.learn(tokenClaims(clock, 10 * MINUTE_MS), serverClock.mark());

    expect([before, serverClock.isUsable(claims)]).to.deep.equal([false, true]);
  });

  it('calls a token without exp usable', () => {
    expect(new ServerClock(new FakeClock()).isUsable(null)).to.equal(true);
  });

  it('goes by the device where a token has no iat', () => {
    const clock = new FakeClock();
    const serverClock = new ServerClock(clock);

    serverClock.learn(parseJwtClaims(jwt({exp: 1})), serverClock.mark());

    expect([serverClock.isKnown, serverClock.now()]).to.deep.equal([true, clock.now()]);
  });
});
