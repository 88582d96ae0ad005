/** What of a table's rows is in view. */
export interface RowsInView {
  readonly count: number;
  /** The first whole row in view, counted from 0. */
  readonly first: number;
  /** Whole rows in view. */
  readonly page: number;
}

/**
 * Returns the row to which a key leads from `at` (null for none yet, which begins in view), or null
 * where the key means nothing.
 */
export function rowAfterKey(
  key: string,
  at: number | null,
  {count, first, page}: RowsInView,
): number | null {
  const step = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: Math.max(1, page - 1),
    PageUp: -Math.max(1, page - 1),
    Home: -Infinity,
    End: Infinity,
  }[key];
  if (step === undefined || count === 0) return null;
  const isFirstArrow = at === null && Math.abs(step) === 1;
  const next = isFirstArrow ? first : (at ?? first) + step;
  return Math.max(0, Math.min(count - 1, next));
}
