import type {Browser} from 'playwright-core';
import type {BenchServer} from './bench-server.js';
import {type Estimate, estimate, estimateRatio} from './statistics.js';

/** What every measure works with. */
export interface BenchContext {
  readonly browser: Browser;
  readonly server: BenchServer;
  /** Counted rounds, each with every contender in turn. */
  readonly runs: number;
}

/** One line of the result: ours against one peer, or against a bound. */
export interface Measure {
  readonly title: string;
  readonly against: string;
  readonly unit: string;
  readonly ours: Estimate;
  readonly theirs: Estimate | null;
  /** Ours divided by theirs, run by run; without a peer, ours itself. */
  readonly ratio: Estimate;
  /** Highest ratio, or value, that meets the target; null where none is set. */
  readonly target: number | null;
}

/** A line of ours alone, against a bound or what `against` names; null where it is only told. */
export function bound(
  title: string,
  unit: string,
  sample: readonly number[],
  target: number | null,
  against = 'bound',
): Measure {
  const ours = estimate(sample);
  return {title, against, unit, ours, theirs: null, ratio: ours, target};
}

/** A line of ours against a peer, in milliseconds that were taken in turn. */
export function versus(
  title: string,
  peer: string,
  ours: readonly number[],
  theirs: readonly number[],
  target: number | null,
): Measure {
  const ratio = estimateRatio(ours, theirs);
  return {
    ...{title, against: peer, unit: 'ms'},
    ...{ours: estimate(ours), theirs: estimate(theirs), ratio, target},
  };
}
