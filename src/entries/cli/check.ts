/** How one thing of a set-up is. `unknown` was not looked at, and the finding says why. */
export type CheckStatus = 'ok' | 'warning' | 'failed' | 'unknown';

/** One thing that was looked at. */
export interface Check {
  /** Stable name, such as `workspace-id`. */
  readonly id: string;
  /** Pipe or page that it is about, where there are several. */
  readonly subject?: string;
  readonly status: CheckStatus;
  readonly finding: string;
  /** What to do, in one line. */
  readonly fix?: string;
}

/** Everything is as it should be. */
export function ok(id: string, finding: string, subject?: string): Check {
  return {id, status: 'ok', finding, ...(subject !== undefined && {subject})};
}

/** Something is not, with its one-line fix. */
export function problem(
  id: string,
  status: Exclude<CheckStatus, 'ok'>,
  finding: string,
  fix: string,
  subject?: string,
): Check {
  return {id, status, finding, fix, ...(subject !== undefined && {subject})};
}

const LABELS: Record<CheckStatus, string> = {
  ok: 'ok     ',
  warning: 'WARNING',
  failed: 'FAILED ',
  unknown: 'unknown',
};

/** Writes a check as one line, or two with its fix. */
export function checkLines({id, subject, status, finding, fix}: Check): readonly string[] {
  const name = subject === undefined ? id : `${id} ${subject}`;
  const line = `${LABELS[status]}  ${name}: ${finding}`;
  return fix === undefined ? [line] : [line, `         fix: ${fix}`];
}
