import {systemClock} from '../../src/lib/clock.js';
import {FakeClock} from './fake-clock.js';

/**
 * Call in a `describe`. Returns what puts timers of the device under a clock that the test moves, from
 * then until the test is over.
 */
export function heldTimers(): () => FakeClock {
  const {setTimer} = systemClock;
  afterEach(() => void Object.assign(systemClock, {setTimer}));
  return () => {
    const clock = new FakeClock();
    const held: typeof setTimer = (callback, delayMs) => clock.setTimer(callback, delayMs);
    Object.assign(systemClock, {setTimer: held});
    return clock;
  };
}
