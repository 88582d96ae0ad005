import {expect} from '@open-wc/testing';
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
