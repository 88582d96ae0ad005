import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import type {RateWindow} from '../../../demo/stack/tinybird/rate-limiter.js';
import {RateLimiter} from '../../../demo/stack/tinybird/rate-limiter.js';

const KINDS: readonly RateWindow[] = ['fixed', 'sliding', 'token-bucket'];

function passed(
  limiter: RateLimiter,
  timesMs: readonly number[],
  requestsPerSecond = 2,
): boolean[] {
  return timesMs.map((nowMs) => limiter.take({key: 'a', requestsPerSecond, nowMs}).allowed);
}

describe('RateLimiter', () => {
  for (const kind of KINDS) {
    it(`lets rps requests through at once and refuses the next in a ${kind} window`, () => {
      assert.deepEqual(passed(new RateLimiter(kind), [5000, 5000, 5000]), [true, true, false]);
    });

    it(`lets everything through again after a second without requests in a ${kind} window`, () => {
      const limiter = new RateLimiter(kind);

      passed(limiter, [5000, 5000, 5000]);

      assert.deepEqual(passed(limiter, [6000, 6000]), [true, true]);
    });

    it(`counts each key by itself in a ${kind} window`, () => {
      const limiter = new RateLimiter(kind);

      passed(limiter, [5000, 5000]);

      assert.equal(limiter.take({key: 'b', requestsPerSecond: 2, nowMs: 5000}).allowed, true);
    });

    it(`passes the refused request after the wait it names in a ${kind} window`, () => {
      const limiter = new RateLimiter(kind);
      passed(limiter, [5300, 5600]);

      const {retryAfterMs} = limiter.take({key: 'a', requestsPerSecond: 2, nowMs: 5700});

      assert.equal(retryAfterMs > 0, true);
      assert.deepEqual(passed(limiter, [5700 + retryAfterMs - 1]), [false]);
      assert.deepEqual(passed(limiter, [5700 + Math.ceil(retryAfterMs)]), [true]);
    });

    it(`takes one request in two seconds for 0.5 rps in a ${kind} window`, () => {
      const limiter = new RateLimiter(kind);

      assert.deepEqual(passed(limiter, [4000, 5999, 6000], 0.5), [true, false, true]);
    });

    it(`lets a request that costs more than the limit pass an empty ${kind} window`, () => {
      const limiter = new RateLimiter(kind);

      const decision = limiter.take({key: 'a', requestsPerSecond: 2, nowMs: 0, cost: 9});

      assert.deepEqual([decision.allowed, decision.remaining], [true, 0]);
    });
  }

  it('lets twice the limit through around the edge of a fixed window', () => {
    assert.deepEqual(passed(new RateLimiter('fixed'), [5999, 5999, 6000, 6000]), [
      true,
      true,
      true,
      true,
    ]);
  });

  it('never lets more than the limit through in any second of a sliding window', () => {
    assert.deepEqual(passed(new RateLimiter('sliding'), [5500, 5999, 6000, 6500, 6501]), [
      true,
      true,
      false,
      true,
      false,
    ]);
  });

  it('gives a token bucket one permit back after half a second at 2 rps', () => {
    assert.deepEqual(passed(new RateLimiter('token-bucket'), [5000, 5000, 5499, 5500, 5501]), [
      true,
      true,
      false,
      true,
      false,
    ]);
  });

  it('tells what is left and when the fixed window ends', () => {
    const decision = new RateLimiter('fixed').take({key: 'a', requestsPerSecond: 5, nowMs: 5250});

    assert.deepEqual(decision, {
      allowed: true,
      limit: 5,
      remaining: 4,
      resetMs: 750,
      retryAfterMs: 0,
    });
  });
});
