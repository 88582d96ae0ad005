import type {SeriesRole} from '../charting/mixed-kinds.js';
import {ColumnError} from '../errors/column-error.js';
import type {Say} from '../messages/catalogue.js';
import type {PlacedReference} from '../series/place-references.js';
import type {SeriesSet} from '../series/series-set.js';

/** What is said of a drawing beside its series. */
export interface PlotFacts {
  readonly set: SeriesSet;
  readonly marks: readonly PlacedReference[];
  readonly isLog: boolean;
  readonly isPercent: boolean;
  readonly roles: readonly SeriesRole[];
  /** Says which period the earlier values are of; null where it is not known. */
  readonly comparedPeriod: string | null;
  readonly say: Say;
}

/**
 * Returns what a drawing shows besides its series: references, shares, a second scale,
 * and the values that a logarithmic one has no place for.
 *
 * @throws {ColumnError} when no value has a place on a logarithmic scale.
 */
export function plotNotes(facts: PlotFacts): string[] {
  const {set, marks, isLog, isPercent, roles, comparedPeriod, say} = facts;
  const notes: string[] = [];
  if (comparedPeriod) notes.push(comparedPeriod);
  if (isPercent) notes.push(say('summary.shares'));
  const right = set.series.filter((_, at) => roles[at]?.isRight);
  if (right.length > 0)
    notes.push(say('summary.right', {names: right.map(({name}) => name).join(', ')}));
  if (isLog) {
    const values = set.series.flatMap((one) => Array.from(one.values));
    const losses = values.filter((value) => value <= 0).length;
    const [first] = set.series;
    if (losses > 0 && !values.some((value) => value > 0))
      throw new ColumnError(
        first?.column ?? '',
        'A logarithmic scale has no place for zero or less, and the answer has nothing above.',
      );
    notes.push(say('summary.log'));
    if (losses > 0) notes.push(say('summary.losses', {count: losses}));
  }
  if (marks.length > 0)
    notes.push(say('summary.marked', {marks: marks.map(({text}) => text).join('; ')}));
  return notes;
}
