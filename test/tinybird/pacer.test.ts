import {expect} from '@open-wc/testing';
import {mostWithin, pace} from './support/pace.js';

describe('Pacer with a rate of 10', () => {
  it('starts 60 requests with never more than 10 in any 1.05 s', async () => {
    const {clock, started, wantMany} = pace();

    wantMany(60);
    await clock.advance(6_000);

    expect(started).to.have.length(60);
    expect(mostWithin(started, 1_050)).to.equal(10);
  });

  it('starts them as fast as the rate allows', async () => {
    const {clock, started, wantMany} = pace();

    wantMany(60);
    await clock.advance(5_300);

    expect(started).to.have.length(60);
  });

  it('keeps the rate for requests that trickle in', async () => {
    const {clock, started, want} = pace();

    for (let index = 0; index < 100; index += 1) {
      want(`${index}`);
      await clock.advance(37);
    }
    await clock.advance(20_000);

    expect(started).to.have.length(100);
    expect(mostWithin(started, 1_050)).to.equal(10);
  });

  it('allows for 250 ms on the way while no answer is there', async () => {
    const {clock, started, wantMany} = pace({isHeld: true});

    wantMany(11);
    await clock.advance(1_250);
    const within = started.length;
    await clock.advance(1);

    expect([within, started.length]).to.deep.equal([10, 11]);
  });

  it('counts a request from its answer where that comes sooner', async () => {
    const {clock, started, wantMany} = pace({isHeld: true});

    wantMany(11);
    await clock.advance(100);
    for (const {permit} of [...started]) permit.finish();
    await clock.advance(1_000);
    const within = started.length;
    await clock.advance(1);

    expect([within, started.length]).to.deep.equal([10, 11]);
  });

  it('gives polling at most half', async () => {
    const {clock, started, wantMany} = pace();

    wantMany(60, {isPolling: true});
    await clock.advance(20_000);

    expect(started).to.have.length(60);
    expect(mostWithin(started, 1_050)).to.equal(5);
  });

  it('lets others through while polling waits for its half', async () => {
    const {clock, want, wantMany, names} = pace();

    wantMany(20, {isPolling: true});
    for (let index = 0; index < 5; index += 1) want(`asked ${index}`);
    await clock.advance(0);

    expect(names().filter((name) => name.startsWith('asked'))).to.have.length(5);
  });

  it('starts charts on screen first, then those that waited longest', async () => {
    const {clock, want, wantMany, names} = pace();

    wantMany(10);
    want('hidden, old', {isOnScreen: false, sinceMs: 1});
    want('shown, new', {sinceMs: 3});
    want('shown, old', {sinceMs: 2});
    await clock.advance(2_000);

    expect(names().slice(10)).to.deep.equal(['shown, old', 'shown, new', 'hidden, old']);
  });

  it('looks at the screen when it decides, not when it is asked', async () => {
    const {clock, pacer, want, wantMany, names} = pace();
    let isOnScreen = false;

    wantMany(10);
    want('first');
    want('scrolled in', {priority: {isPolling: () => false, isOnScreen: () => isOnScreen}});
    want('waits', {isOnScreen: false});
    isOnScreen = true;
    pacer.reconsider();
    await clock.advance(2_000);

    expect(names().indexOf('scrolled in')).to.be.below(names().indexOf('waits'));
  });

  it('takes an aborted waiter out and starts the rest', async () => {
    const {clock, want, wantMany, names} = pace();
    const abort = new AbortController();

    wantMany(10);
    want('unwanted', {signal: abort.signal});
    want('wanted');
    await clock.advance(0);
    abort.abort();
    await clock.advance(2_000);

    expect(names().slice(-2)).to.deep.equal(['unwanted aborted', 'wanted']);
    expect(names()).to.have.length(12);
  });

  it('does not count a permit that was given back', async () => {
    const {clock, started, wantMany, want} = pace({isHeld: true});

    wantMany(10);
    await clock.advance(0);
    started[0]!.permit.giveBack();
    want('eleventh');
    await clock.advance(0);

    expect(started).to.have.length(11);
  });

  it('keeps buckets apart', async () => {
    const {clock, started, wantMany} = pace();

    wantMany(20);
    wantMany(10, {bucket: 'two'});
    await clock.advance(0);

    expect(started).to.have.length(20);
  });

  it('counts a permit once', async () => {
    const {clock, started, want} = pace();

    want('only');
    await clock.advance(0);

    expect(() => started[0]!.permit.finish()).to.throw(TypeError);
  });
});

describe('Pacer with other rates', () => {
  it('keeps a rate of 1, and polling to half of it', async () => {
    const {clock, started, wantMany} = pace();

    wantMany(5, {requestsPerSecond: 1, isPolling: true});
    await clock.advance(20_000);

    expect(started).to.have.length(5);
    expect(mostWithin(started, 2_100)).to.equal(1);
  });

  it('keeps a rate below 1', async () => {
    const {clock, started, wantMany} = pace();

    wantMany(4, {requestsPerSecond: 0.5});
    await clock.advance(20_000);

    expect(started).to.have.length(4);
    expect(mostWithin(started, 2_100)).to.equal(1);
  });

  for (const rate of [null, 0, -1]) {
    it(`runs ten at once where the limit is ${rate}`, async () => {
      const {clock, started, wantMany} = pace({isHeld: true});

      wantMany(20, {requestsPerSecond: rate});
      await clock.advance(10_000);
      const before = started.length;
      started[0]!.permit.finish();
      await clock.advance(0);

      expect([before, started.length]).to.deep.equal([10, 11]);
    });
  }

  it('runs five polls at once where the limit is unknown', async () => {
    const {clock, started, wantMany} = pace({isHeld: true});

    wantMany(20, {requestsPerSecond: null, isPolling: true});
    await clock.advance(10_000);

    expect(started).to.have.length(5);
  });
});
