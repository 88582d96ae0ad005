import type {Series, SeriesSet} from './series-set.js';

/** Series with those that hold their earlier values. */
export interface PairedSeries {
  readonly set: SeriesSet;
  /** For each series of the set, the one whose earlier values it holds; -1 for none. */
  readonly baseOf: readonly number[];
  /** Earlier values of each series of the set, in the set or not. */
  readonly earlier: readonly (Series | null)[];
}

/**
 * Pairs the series of `categories` with those of `comparisons`, column by column and group by
 * group. The latter stand last in the set, or with `isDrawn` false are left out of it.
 */
export function pairEarlier(
  full: SeriesSet,
  categories: readonly string[],
  comparisons: readonly (string | null)[],
  isDrawn: boolean,
): PairedSeries {
  const present = full.series.filter(({column}) => categories.includes(column));
  const earlier = present.map(({column, group}) => {
    const wanted = comparisons[categories.indexOf(column)];
    return full.series.find((one) => one.column === wanted && one.group === group) ?? null;
  });
  const isSingle = categories.length === 1;
  const named = present.map((one) =>
    one.group !== null && isSingle ? {...one, name: one.group} : one,
  );
  const drawn = isDrawn ? earlier.flatMap((one, at) => (one ? [{one, at}] : [])) : [];
  return {
    set: {...full, series: [...named, ...drawn.map(({one}) => one)]},
    baseOf: [...present.map(() => -1), ...drawn.map(({at}) => at)],
    earlier: [...earlier, ...drawn.map(() => null)],
  };
}
