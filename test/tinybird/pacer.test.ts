import {expect} from '@open-wc/testing';
import {Pacer, type Permit, type PermitRequest} from '../../src/tinybird/pacer.js';
import {FakeClock} from '../support/fake-clock.js';

interface Started {
  readonly name: string;
  readonly atMs: number;
  readonly permit: Permit;
}

type Want = Partial<PermitRequest> & {isPolling?: boolean; isOnScreen?: boolean};

/** A pacer whose permits end at once unless `isHeld`. */
function pace({isHeld = false} = {}) {
  const clock = new FakeClock();
  const pacer = new Pacer({clock, random: () => 0});
  const started: Started[] = [];
  const want = (name: string, options: Want = {}) => {
    const {isPolling = false, isOnScreen = true, ...rest} = options;
    void pacer
      .acquire({
        bucket: 'one',
        requestsPerSecond: 10,
        priority: {isPolling: () => isPolling, isOnScreen: () => isOnScreen},
        signal: new AbortController().signal,
        ...rest,
      })
      .then(
        (permit) => {
          started.push({name, atMs: clock.monotonic(), permit});
          if (!isHeld) permit.finish();
        },
        () => started.push({name: `${name} aborted`, atMs: clock.monotonic(), permit: null!}),
      );
  };
  const wantMany = (count: number, options?: Want) => {
    for (let index = 0; index < count; index += 1) want(`${index}`, options);
  };
  return {clock, pacer, started, want, wantMany, names: () => started.map(({name}) => name)};
}

/** The most starts that any window of `windowMs` holds, both ends counted. */
function mostWithin(started: readonly Started[], windowMs: number): number {
  const times = started.map(({atMs}) => atMs);
  return Math.max(
    0,
    ...times.map((from) => times.filter((at) => at >= from && at <= from + windowMs).length),
  );
}

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
    it(`runs six at once where the limit is ${rate}`, async () => {
      const {clock, started, wantMany} = pace({isHeld: true});

      wantMany(20, {requestsPerSecond: rate});
      await clock.advance(10_000);
      const before = started.length;
      started[0]!.permit.finish();
      await clock.advance(0);

      expect([before, started.length]).to.deep.equal([6, 7]);
    });
  }

  it('runs three polls at once where the limit is unknown', async () => {
    const {clock, started, wantMany} = pace({isHeld: true});

    wantMany(20, {requestsPerSecond: null, isPolling: true});
    await clock.advance(10_000);

    expect(started).to.have.length(3);
  });
});

describe('Pacer after a 429', () => {
  it('starts nothing before the wait is over', async () => {
    const {clock, started, wantMany} = pace({isHeld: true});

    wantMany(30);
    await clock.advance(0);
    const waitMs = started[0]!.permit.refuse(3_000);
    await clock.advance(2_999);

    expect(waitMs).to.equal(3_000);
    expect(started).to.have.length(10);
  });

  it('sends one request to see whether it is over', async () => {
    const {clock, started, wantMany} = pace({isHeld: true});

    wantMany(30);
    await clock.advance(0);
    for (const {permit} of started.slice(0)) permit.refuse(3_000);
    await clock.advance(60_000);

    expect(started).to.have.length(11);
  });

  it('grows back to the full rate', async () => {
    const {clock, started, wantMany} = pace({isHeld: true});
    let ended = 10;
    wantMany(10);
    await clock.advance(0);
    for (const {permit} of [...started]) permit.refuse(1_000);

    wantMany(100);
    for (let step = 0; step < 400; step += 1) {
      await clock.advance(50);
      for (; ended < started.length; ended += 1) started[ended]!.permit.finish();
    }

    const paused = started.slice(10);
    expect(paused).to.have.length(100);
    const firstMs = paused[0]!.atMs;
    expect(paused.filter(({atMs}) => atMs <= firstMs + 1_000)).to.have.length(5);
    expect(mostWithin(paused, 1_050)).to.equal(10);
  });

  it('takes a storm for one refusal', async () => {
    const {clock, started, wantMany} = pace({isHeld: true});

    wantMany(10);
    await clock.advance(0);
    const waits = [...started].map(({permit}) => permit.refuse(null));

    expect(Math.max(...waits)).to.be.at.most(1_250);
  });

  it('waits longer after each refusal that gives no time', async () => {
    const {clock, started, want} = pace({isHeld: true});
    const waits: number[] = [];

    for (let round = 0; round < 6; round += 1) {
      want(`round ${round}`);
      await clock.advance(61_000);
      waits.push(started.at(-1)!.permit.refuse(null));
    }

    expect(waits).to.deep.equal([500, 1_000, 2_000, 4_000, 8_000, 16_000]);
  });

  it('never loses a waiter in a storm', async () => {
    const {clock, started, wantMany} = pace({isHeld: true});
    let answered = 0;

    wantMany(40);
    for (let step = 0; step < 3_000 && answered < 40; step += 1) {
      await clock.advance(100);
      for (const {permit} of started.splice(0)) {
        answered += 1;
        if (step % 7 === 0) permit.refuse(step % 2 ? 700 : null);
        else permit.finish();
      }
    }

    expect(answered).to.equal(40);
  });

  it('goes on when the probe is given back', async () => {
    const {clock, started, wantMany} = pace({isHeld: true});

    wantMany(3, {requestsPerSecond: 1});
    await clock.advance(0);
    started[0]!.permit.refuse(1_000);
    await clock.advance(5_000);
    started[1]!.permit.giveBack();
    await clock.advance(5_000);

    expect(started).to.have.length(3);
  });

  it('pauses when an answer says that nothing remains', async () => {
    const {clock, started, wantMany} = pace({isHeld: true});

    wantMany(1);
    await clock.advance(0);
    started[0]!.permit.finish(4_000);
    wantMany(3);
    await clock.advance(3_999);
    const before = started.length;
    await clock.advance(1);

    expect([before, started.length]).to.deep.equal([1, 4]);
  });
});
