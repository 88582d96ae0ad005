/** How a service may count requests against a rate: nobody has said which one Tinybird's is. */
export type WindowKind = 'fixed' | 'sliding' | 'bucket';

/** Says whether one more request, arriving at `atMs`, is within the rate. */
export type RateWindow = (atMs: number) => boolean;

/** Makes a limiter of `rate` requests a second. A refused request counts for the fixed window. */
export function rateWindow(kind: WindowKind, rate: number): RateWindow {
  switch (kind) {
    case 'fixed':
      return fixedWindow(rate);
    case 'sliding':
      return slidingWindow(rate);
    case 'bucket':
      return tokenBucket(rate);
  }
}

function fixedWindow(rate: number): RateWindow {
  let second = -1;
  let count = 0;
  return (atMs) => {
    const now = Math.floor(atMs / 1000);
    count = now === second ? count + 1 : 1;
    second = now;
    return count <= rate;
  };
}

function slidingWindow(rate: number): RateWindow {
  let times: number[] = [];
  return (atMs) => {
    times = times.filter((time) => atMs - time < 1000);
    if (times.length >= rate) return false;
    times.push(atMs);
    return true;
  };
}

function tokenBucket(rate: number): RateWindow {
  let left = rate;
  let filledAtMs = -Infinity;
  return (atMs) => {
    left = Math.min(rate, left + ((atMs - filledAtMs) / 1000) * rate);
    filledAtMs = atMs;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
