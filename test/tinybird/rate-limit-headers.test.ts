import {expect} from '@open-wc/testing';
import {readExhaustedMs, readRetryAfterMs} from '../../src/tinybird/rate-limit-headers.js';

const nowMs = Date.UTC(2026, 0, 1, 12, 0, 0);

describe('readRetryAfterMs', () => {
  const cases: [string, Record<string, string>, number | null][] = [
    ['seconds', {'Retry-After': '3'}, 3_000],
    ['fractions', {'Retry-After': '1.5'}, 1_500],
    ['a date', {'Retry-After': 'Thu, 01 Jan 2026 12:00:07 GMT'}, 7_000],
    ['the reset where Retry-After is absent', {'X-RateLimit-Reset': '2'}, 2_000],
    ['Retry-After before the reset', {'Retry-After': '1', 'X-RateLimit-Reset': '9'}, 1_000],
    [
      'the reset where Retry-After is nonsense',
      {'Retry-After': 'soon', 'X-RateLimit-Reset': '2'},
      2_000,
    ],
    ['at least 250 ms', {'Retry-After': '0'}, 250],
    ['at least 250 ms for a date gone by', {'Retry-After': 'Thu, 01 Jan 2025 12:00:00 GMT'}, 250],
    ['at most 60 s', {'Retry-After': '86400'}, 60_000],
    ['at most 60 s for 1e12 seconds', {'Retry-After': '1000000000000'}, 60_000],
    ['at most 60 s for milliseconds', {'Retry-After': '1500'}, 60_000],
    ['at most 60 s for an epoch', {'X-RateLimit-Reset': '1767268800'}, 60_000],
    ['at most 60 s for a far date', {'Retry-After': 'Thu, 01 Jan 2099 12:00:00 GMT'}, 60_000],
    ['null without headers', {}, null],
    ['null for a negative number', {'Retry-After': '-5'}, null],
    ['null for a negative reset', {'X-RateLimit-Reset': '-5'}, null],
    ['null for no number', {'Retry-After': 'NaN', 'X-RateLimit-Reset': 'NaN'}, null],
    ['null for infinity', {'Retry-After': 'Infinity'}, null],
    ['null for an exponent', {'Retry-After': '1e12'}, null],
    ['null for nothing', {'Retry-After': ''}, null],
  ];
  for (const [what, headers, waitMs] of cases) {
    it(`gives ${what}`, () => {
      expect(readRetryAfterMs(new Headers(headers), nowMs)).to.equal(waitMs);
    });
  }
});

describe('readExhaustedMs', () => {
  it('is the wait when nothing remains', () => {
    const headers = new Headers({'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': '1'});

    expect(readExhaustedMs(headers, nowMs)).to.equal(1_000);
  });

  it('is at most 10 s', () => {
    const headers = new Headers({'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': '86400'});

    expect(readExhaustedMs(headers, nowMs)).to.equal(10_000);
  });

  it('is null while requests remain', () => {
    const headers = new Headers({'X-RateLimit-Remaining': '4', 'X-RateLimit-Reset': '1'});

    expect(readExhaustedMs(headers, nowMs)).to.equal(null);
  });
});
