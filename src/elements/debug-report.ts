import {diagnose, type Diagnosis} from './debug-diagnosis.js';
import type {DebugFacts} from './debug-facts.js';
import {debugNotes} from './debug-notes.js';
import {type DebugGroup, debugGroups} from './debug-rows.js';

/** All that the diagnosis panel says about a chart; no token in any of it. */
export interface DebugReport extends Diagnosis {
  /** How it stands, in a word or two: `ready`, `error: token-rejected (403)`. */
  readonly standing: string;
  /** True while the chart shows rows that are up to date. */
  readonly isWell: boolean;
  /** Where the README explains the error; null without one. */
  readonly documentation: string | null;
  /** What works, but not as its author may think. */
  readonly notes: readonly string[];
  readonly groups: readonly DebugGroup[];
}

/** Gathers what there is to say; `nowMs` is the device's wall clock. */
export function debugReport(facts: DebugFacts, nowMs: number): DebugReport {
  const {state, error, staleReason} = facts.shown;
  const status = error?.status == null ? '' : ` (${error.status})`;
  const diagnosis = diagnose(facts);
  return {
    ...diagnosis,
    standing: error ? `${state}: ${error.code}${status}` : state,
    isWell: state === 'ready' && !staleReason && diagnosis.isWell,
    documentation: error?.documentation ?? null,
    notes: debugNotes(facts),
    groups: debugGroups(facts, nowMs),
  };
}

/** Writes a report as plain text, to be sent to somebody who can help. */
export function reportText(report: DebugReport): string {
  const {standing, nextStep, isCertain, otherCauses, notes, documentation, groups} = report;
  const list = (items: readonly string[]) => items.map((item) => `- ${item}`);
  return [
    `tinybird-chart, ${standing}`,
    '',
    `Next step${isCertain ? '' : ', most likely'}: ${nextStep}`,
    ...(otherCauses.length > 0 ? ['If that is not it:', ...list(otherCauses)] : []),
    ...(notes.length > 0 ? ['Besides:', ...list(notes)] : []),
    ...(documentation ? [`See ${documentation}`] : []),
    ...groups.flatMap(({title, rows}) => [
      '',
      title,
      ...rows.map(([name, value]) => `  ${name}: ${value}`),
    ]),
  ].join('\n');
}
