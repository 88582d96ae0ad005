import {expect} from '@open-wc/testing';
import {timeLimit} from '../../src/lib/time-limit.js';
import {FakeClock, settle} from '../support/fake-clock.js';

describe('timeLimit', () => {
  it('settles like the promise and leaves no timer', async () => {
    const clock = new FakeClock();

    const value = await timeLimit(Promise.resolve(7), 1_000, clock, () => new Error('late'));
    await settle();

    expect([value, clock.pendingTimers]).to.deep.equal([7, 0]);
  });

  it('rejects with the error of the caller when time is up', async () => {
    const clock = new FakeClock();
    const late = new Error('late');

    const limited = timeLimit(new Promise(() => {}), 1_000, clock, () => late);
    const caught = limited.catch((error: unknown) => error);
    await clock.advance(1_000);

    expect(await caught).to.equal(late);
  });

  it('takes a value that came while the page was asleep', async () => {
    const clock = new FakeClock();
    let resolve: (value: number) => void = () => {};
    const answer = new Promise<number>((give) => (resolve = give));

    const limited = timeLimit(answer, 1_000, clock, () => new Error('late'));
    clock.stall(60_000);
    await clock.advance(0);
    resolve(7);

    expect(await limited).to.equal(7);
  });
});
