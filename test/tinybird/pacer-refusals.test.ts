import {expect} from '@open-wc/testing';
import {PermitRefusal} from '../../src/tinybird/permit.js';
import {mostWithin, pace} from './support/pace.js';

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
      await clock.advance(61_000);
      want(`round ${round}`);
      await clock.advance(0);
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

describe('Pacer in a pause of five seconds or more', () => {
  it('tells those who wait how long it is', async () => {
    const {clock, started, wantMany, names} = pace({isHeld: true});

    wantMany(12);
    await clock.advance(0);
    started[0]!.permit.refuse(30_000);
    await clock.advance(0);

    expect(names().filter((name) => name.endsWith('aborted'))).to.have.length(2);
  });

  it('tells those who come', async () => {
    const {clock, pacer, started, want} = pace({isHeld: true});
    want('first');
    await clock.advance(0);
    started[0]!.permit.refuse(30_000);
    await clock.advance(10_000);

    const refusal: unknown = await pacer
      .acquire({
        bucket: 'one',
        requestsPerSecond: 10,
        priority: {isPolling: () => false, isOnScreen: () => true},
        signal: new AbortController().signal,
      })
      .catch((error: unknown) => error);

    expect(refusal).to.be.instanceOf(PermitRefusal).and.include({retryAfterMs: 20_000});
  });

  it('waits at least five minutes after ten of nothing but refusals', async () => {
    const {clock, started, want} = pace({isHeld: true});
    let waitMs = 0;

    for (let passedMs = 0; passedMs <= 10 * 60_000; passedMs += 60_000) {
      want(`${passedMs}`);
      await clock.advance(0);
      waitMs = started.at(-1)!.permit.refuse(1_000);
      await clock.advance(60_000);
    }

    expect(waitMs).to.equal(300_000);
  });
});

describe('Pacer where only half of the limit is left', () => {
  it('finds out with one burst and one more refusal in 15 seconds at most', async () => {
    const {clock, started, wantMany} = pace({isHeld: true});
    const passed: number[] = [];
    let refused = 0;

    wantMany(60);
    for (let step = 0; step < 300; step += 1) {
      for (const {permit} of started.splice(0)) {
        const nowMs = clock.monotonic();
        if (passed.filter((atMs) => nowMs - atMs < 1_000).length < 5) {
          passed.push(nowMs);
          permit.finish();
        } else {
          refused += 1;
          permit.refuse(1_000);
        }
      }
      await clock.advance(50);
    }

    expect(passed).to.have.length.above(50);
    expect(refused).to.be.within(5, 6);
  });
});
