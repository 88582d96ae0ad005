import {Pacer} from '../../../src/tinybird/pacer.js';
import type {Permit, PermitRequest} from '../../../src/tinybird/permit.js';
import {FakeClock} from '../../support/fake-clock.js';

/** A permit as it was given. */
export interface Started {
  readonly name: string;
  readonly atMs: number;
  readonly permit: Permit;
}

/** What a request of a test asks for. */
export type Want = Partial<PermitRequest> & {isPolling?: boolean; isOnScreen?: boolean};

/** A pacer whose permits end at once unless `isHeld`. */
export function pace({isHeld = false} = {}) {
  const clock = new FakeClock();
  const pacer = new Pacer({clock, random: () => 0});
  const started: Started[] = [];
  const want = (name: string, options: Want = {}) => {
    const {isPolling = false, isOnScreen = true, ...rest} = options;
    void pacer
      .acquire({
        bucket: 'one',
        requestsPerSecond: 10,
        priority: {isPolling: () => isPolling, isOnScreen: () => isOnScreen},
        signal: new AbortController().signal,
        ...rest,
      })
      .then(
        (permit) => {
          started.push({name, atMs: clock.monotonic(), permit});
          if (!isHeld) permit.finish();
        },
        () => started.push({name: `${name} aborted`, atMs: clock.monotonic(), permit: null!}),
      );
  };
  const wantMany = (count: number, options?: Want) => {
    for (let index = 0; index < count; index += 1) want(`${index}`, options);
  };
  return {clock, pacer, started, want, wantMany, names: () => started.map(({name}) => name)};
}

/** The most starts that any window of `windowMs` holds, both ends counted. */
export function mostWithin(started: readonly Started[], windowMs: number): number {
  const times = started.map(({atMs}) => atMs);
  return Math.max(
    0,
    ...times.map((from) => times.filter((at) => at >= from && at <= from + windowMs).length),
  );
}
