import type {ColumnMeta} from '../tinybird/pipe-response.js';

/** A comparison column: `previous_visits`, `visits_prev`, `prior_visits`, `visits_last_period`. */
const COMPARISON =
  /^(?:previous|prev|prior|last|comparison|compare)_(.+)$|^(.+)_(?:previous|prev|prior|last|comparison|compare|last_period|previous_period)$/i;

/** A comparison column of the only number there is: `previous`. */
const BARE_COMPARISON = /^(?:previous|prev|prior)$/i;

/** Returns the column that holds earlier values of `column` by its name, or null. */
export function findComparison(
  column: string,
  meta: readonly Pick<ColumnMeta, 'name'>[],
  isAlone: boolean,
): string | null {
  const named = meta.find(({name}) => comparedColumn(name) === column);
  const bare = isAlone ? meta.find(({name}) => BARE_COMPARISON.test(name)) : undefined;
  return (named ?? bare)?.name ?? null;
}

/** Leaves out columns with earlier values of columns that are there themselves. */
export function withoutComparisons(columns: readonly string[]): readonly string[] {
  return columns.filter((name) => {
    const base = comparedColumn(name);
    return base === null || !columns.includes(base);
  });
}

function comparedColumn(name: string): string | null {
  const match = COMPARISON.exec(name);
  return match?.[1] ?? match?.[2] ?? null;
}
