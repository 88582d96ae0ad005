import {expect} from '@open-wc/testing';
import {Poller} from '../../src/lib/poller.js';
import {FakeActivity} from '../support/fake-activity.js';
import {FakeClock} from '../support/fake-clock.js';

function poll() {
  const clock = new FakeClock();
  const activity = new FakeActivity();
  return {clock, activity, poller: new Poller({clock, activity})};
}

describe('Poller', () => {
  it('runs all checks on one timer', async () => {
    const {clock, poller} = poll();
    const seen: string[] = [];
    poller.add(() => seen.push('first'));
    poller.add(() => seen.push('second'));

    await clock.advance(100);

    expect(seen).to.deep.equal(['first', 'second']);
    expect(clock.pendingTimers).to.equal(1);
  });

  it('slows down after ten seconds', async () => {
    const {clock, poller} = poll();
    let turns = 0;
    poller.add(() => (turns += 1));
    await clock.advance(10_000);
    const fastTurns = turns;

    await clock.advance(5_000);

    expect([fastTurns, turns - fastTurns]).to.deep.equal([100, 5]);
  });

  it('stands still while the page is hidden', async () => {
    const {clock, activity, poller} = poll();
    let turns = 0;
    poller.add(() => (turns += 1));

    activity.isVisible = false;
    await clock.advance(5_000);
    const hiddenTurns = turns;
    activity.isVisible = true;
    await clock.advance(100);

    expect([hiddenTurns, turns]).to.deep.equal([0, 1]);
  });

  it('has no timer without checks', () => {
    const {clock, poller} = poll();
    const stop = poller.add(() => {});

    stop();

    expect(clock.pendingTimers).to.equal(0);
  });

  it('lets a check end itself', async () => {
    const {clock, poller} = poll();
    let turns = 0;
    const stop = poller.add(() => {
      turns += 1;
      stop();
    });

    await clock.advance(1_000);

    expect([turns, clock.pendingTimers]).to.deep.equal([1, 0]);
  });
});
