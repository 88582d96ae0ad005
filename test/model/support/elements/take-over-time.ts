import type {ModelClock} from '../model-clock.js';

/** Far above the numbers that browsers give to timers. */
const FIRST_TIMER = 1_000_000_000;

/**
 * Makes `clock` the time of the whole page: `Date.now`, `performance.now` and timeouts, which is all
 * that the product's own clock reads. Random numbers are zero. The returned function gives it back.
 */
export function takeOverTime(clock: ModelClock): () => void {
  const timers = new Map<number, () => void>();
  let lastTimer = FIRST_TIMER;
  const stands = [
    standIn(globalThis, 'setTimeout', (callback: () => void, delayMs = 0) => {
      lastTimer += 1;
      timers.set(lastTimer, clock.setTimer(callback, delayMs));
      return lastTimer;
    }),
    standIn(globalThis, 'clearTimeout', (timer: number) => timers.get(timer)?.()),
    standIn(Date, 'now', () => clock.now()),
    standIn(performance, 'now', () => clock.monotonic()),
    standIn(Math, 'random', () => 0),
  ];
  return () => {
    for (const restore of stands) restore();
  };
}

function standIn(owner: object, name: string, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, {value, configurable: true, writable: true});
  return () => {
    if (before) Object.defineProperty(owner, name, before);
    else Reflect.deleteProperty(owner, name);
  };
}
