import {expect} from '@open-wc/testing';
import {setPatientTimer} from '../../src/lib/patient-timer.js';
import {FakeClock} from '../support/fake-clock.js';

describe('setPatientTimer', () => {
  it('calls back once after the time', async () => {
    const {clock, calls} = timed();

    await clock.advance(999);
    const early = calls.length;
    await clock.advance(5_000);

    expect([early, calls]).to.deep.equal([0, [1_000]]);
  });

  for (const atMs of [0, 499, 500, 999])
    it(`calls nobody once it is called off after ${atMs} ms`, async () => {
      const {clock, calls, cancel} = timed();
      await clock.advance(atMs);

      cancel();
      await clock.advance(5_000);

      expect([calls, clock.pendingTimers]).to.deep.equal([[], 0]);
    });

  it('leaves a page that was asleep half of the time for what came meanwhile', async () => {
    const {clock, calls} = timed();
    clock.stall(60_000);

    await clock.advance(499);
    const early = calls.length;
    await clock.advance(1);

    expect([early, calls]).to.deep.equal([0, [60_500]]);
  });
});

/** A timer of a second, and when it has called. */
function timed() {
  const clock = new FakeClock();
  const calls: number[] = [];
  const cancel = setPatientTimer(clock, () => calls.push(clock.monotonic()), 1_000);
  return {clock, calls, cancel};
}
