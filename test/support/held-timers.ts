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
    Object.assign(systemClock, {setTimer: clock.setTimer.bind(clock)});
    return clock;
  };
}
