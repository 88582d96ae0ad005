import type {ColumnMeta} from '../tinybird/pipe-response.js';

/** A comparison column: `previous_visits`, `visits_prev`, `prior_visits`, `visits_last_period`. */
const COMPARISON =
  /^(?:previous|prev|prior|last|comparison|compare)_(.+)$|^(.+)_(?:previous|prev|prior|last|comparison|compare|last_period|previous_period)$/i;

/** A comparison column of the only number there is: `previous`. */
const BARE_COMPARISON = /^(?:previous|prev|prior)$/i;

/**
 * Returns what finds the column that holds earlier values of another by its name, or null; of a
 * number that `isAlone`, also one called `previous`.
 */
export function comparisonFinder(
  meta: readonly Pick<ColumnMeta, 'name'>[],
): (column: string, isAlone: boolean) => string | null {
  const names = meta.map(({name}) => name);
  const bare = names.find((name) => BARE_COMPARISON.test(name));
  // The first of several wins.
  const named = new Map([...names].reverse().map((name) => [comparedColumn(name), name]));
  return (column, isAlone) => named.get(column) ?? (isAlone ? bare : undefined) ?? null;
}

/** Leaves out columns with earlier values of columns that are there themselves. */
export function withoutComparisons(columns: readonly string[]): readonly string[] {
  const present = new Set<string | null>(columns);
  return columns.filter((name) => !present.has(comparedColumn(name)));
}

function comparedColumn(name: string): string | null {
  const match = COMPARISON.exec(name);
  return match?.[1] ?? match?.[2] ?? null;
}
