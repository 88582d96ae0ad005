import {expect} from '@open-wc/testing';
import {systemClock} from '../../src/lib/clock.js';

const DAY_MS = 24 * 60 * 60_000;

/** Replaces the browser's timers: the delays asked for, and the way to let the latest one fire. */
function stubTimers() {
  const {setTimeout: original, clearTimeout: originalClear} = window;
  const delays: number[] = [];
  let fire = () => {};
  let cleared = 0;
  window.setTimeout = ((callback: () => void, delayMs: number) => {
    delays.push(delayMs);
    fire = callback;
    return delays.length;
  }) as typeof window.setTimeout;
  window.clearTimeout = () => void (cleared += 1);
  return {
    delays,
    fire: () => fire(),
    get cleared() {
      return cleared;
    },
    restore: () => Object.assign(window, {setTimeout: original, clearTimeout: originalClear}),
  };
}

describe('systemClock', () => {
  let timers: ReturnType<typeof stubTimers>;
  beforeEach(() => {
    timers = stubTimers();
  });
  afterEach(() => timers.restore());

  it('takes a delay that browsers cannot hold in steps that they can', () => {
    let calls = 0;
    systemClock.setTimer(() => (calls += 1), 60 * DAY_MS);
    const callsBetween = [];
    for (let step = 0; step < 3; step += 1) {
      callsBetween.push(calls);
      timers.fire();
    }

    expect(callsBetween).to.deep.equal([0, 0, 0]);
    expect(calls).to.equal(1);
    expect(timers.delays).to.have.length(3);
    expect(Math.max(...timers.delays)).to.be.below(2 ** 31);
    expect(timers.delays.reduce((sum, delayMs) => sum + delayMs)).to.equal(60 * DAY_MS);
  });

  it('calls off the step that runs', () => {
    const cancel = systemClock.setTimer(() => {}, 60 * DAY_MS);
    timers.fire();

    cancel();

    expect(timers.cleared).to.equal(1);
  });

  it('takes a time that has passed for now', () => {
    systemClock.setTimer(() => {}, -5);

    expect(timers.delays).to.deep.equal([0]);
  });
});
