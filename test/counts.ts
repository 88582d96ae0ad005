import {existsSync, readFileSync} from 'node:fs';

/** How many tests ended in which way. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Adds up the counts of one run or more. */
export function sum(counts: readonly Counts[]): Counts {
  return counts.reduce((total, {passed, failed, skipped}) => ({
    passed: total.passed + passed,
    failed: total.failed + failed,
    skipped: total.skipped + skipped,
  }));
}

/**
 * Reads the counts that a run has written. One that ended badly without a failed test counts as one.
 *
 * @throws {Error} when the run has written none.
 */
export function readCounts(report: string, exitCode: number | null): Counts {
  if (!existsSync(report)) throw new Error(`The run ended with ${exitCode} and without a report.`);
  const counts = JSON.parse(readFileSync(report, 'utf8')) as Counts;
  if (exitCode === 0 || counts.failed > 0) return counts;
  console.error(`All tests passed, but the run ended with ${exitCode}.`);
  return {...counts, failed: counts.failed + 1};
}
