/** Middle of a sample and the interval that holds the true median at about 95 %. */
export interface Estimate {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly runs: number;
}

/**
 * Median with a distribution-free interval from order statistics: the ranks n/2 -+ 0.98 sqrt(n),
 * by the normal approximation of the sign test.
 */
export function estimate(sample: readonly number[]): Estimate {
  const sorted = [...sample].sort((left, right) => left - right);
  const count = sorted.length;
  const at = (rank: number) => sorted[Math.max(0, Math.min(count - 1, rank))] ?? NaN;
  const middle = (count - 1) / 2;
  const reach = 0.98 * Math.sqrt(count);
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    low: at(Math.floor(middle - reach)),
    high: at(Math.ceil(middle + reach)),
    runs: count,
  };
}

/** Estimates the ratio of two samples that were taken in turn, run by run. */
export function estimateRatio(ours: readonly number[], theirs: readonly number[]): Estimate {
  return estimate(ours.map((value, run) => value / (theirs[run] ?? NaN)));
}

/** Exponent k of cost ~ size^k by least squares of logarithms; 1 is linear. */
export function growthExponent(points: readonly {readonly size: number; readonly cost: number}[]) {
  const logs = points.map(({size, cost}) => [Math.log(size), Math.log(cost)] as const);
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(logs.map(([x]) => x)), mean(logs.map(([, y]) => y))];
  const rise = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return rise / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}

/**
 * True when the median meets the target. Of a target of 1, which says "no slower", it is enough that the
 * interval holds it.
 */
export function meets({median, low}: Estimate, target: number): boolean {
  return (target === 1 ? low : median) <= target;
}
