import {expect} from '@open-wc/testing';
import {retryUntilDone} from '../../src/lib/retry-until-done.js';
import {FakeActivity} from '../support/fake-activity.js';
import {FakeClock, settle} from '../support/fake-clock.js';

/** Starts a task that fails `failures` times. */
function start(failures: number, setUp: (activity: FakeActivity) => void = () => {}) {
  const clock = new FakeClock();
  const activity = new FakeActivity();
  setUp(activity);
  const runs = {count: 0};
  const task = () => {
    runs.count += 1;
    return runs.count > failures ? Promise.resolve() : Promise.reject(new Error('not yet'));
  };
  const stop = retryUntilDone(task, {clock, activity});
  return {clock, activity, runs, stop};
}

describe('retryUntilDone', () => {
  it('runs once when the task succeeds', async () => {
    const {clock, runs} = start(0);

    await clock.advance(600_000);

    expect([runs.count, clock.pendingTimers]).to.deep.equal([1, 0]);
  });

  it('repeats with growing pauses until it succeeds', async () => {
    const {clock, runs} = start(2);

    await clock.advance(2_000);
    const early = runs.count;
    await clock.advance(4_000);

    expect([early, runs.count]).to.deep.equal([2, 3]);
  });

  it('comes back at once when the page is focused', async () => {
    const {activity, runs} = start(1);
    await settle();

    activity.focus();

    expect(runs.count).to.equal(2);
  });

  it('waits while the page is offline', async () => {
    const {clock, activity, runs} = start(0, (page) => (page.isOnline = false));

    await clock.advance(60_000);
    const offlineRuns = runs.count;
    activity.isOnline = true;

    expect([offlineRuns, runs.count]).to.deep.equal([0, 1]);
  });

  it('never runs twice at a time', () => {
    const {activity, runs} = start(0);

    activity.focus();

    expect(runs.count).to.equal(1);
  });

  it('ends when it is stopped', async () => {
    const {clock, activity, runs, stop} = start(9);
    await settle();

    stop();
    activity.focus();
    await clock.advance(600_000);

    expect([runs.count, clock.pendingTimers]).to.deep.equal([1, 0]);
  });
});
