import type {SeriesSet} from './series-set.js';

/**
 * Keeps the `top` categories with the largest values, in their order, and adds up all others in a
 * last one called `otherName`, which takes a category of that name too. Times and numbers stay as
 * they are. Adding up is right for counts and amounts, and wrong for averages and shares.
 */
export function gatherCategories(set: SeriesSet, top: number, otherName: string): SeriesSet {
  const {index, series} = set;
  if (index.kind !== 'category' || index.values.length <= top) return set;
  const sizes = index.values.map((_, at) =>
    series.reduce((sum, {values}) => sum + (Math.abs(values[at] ?? 0) || 0), 0),
  );
  const kept = [...index.values.keys()]
    .filter((at) => index.values[at] !== otherName)
    .sort((left, right) => (sizes[right] ?? 0) - (sizes[left] ?? 0))
    .slice(0, top)
    .sort((left, right) => left - right);
  const isKept = new Set(kept);
  return {
    ...set,
    index: {...index, values: [...kept.map((at) => index.values[at] ?? ''), otherName]},
    series: series.map((one) => {
      const rest = one.values.filter((value, at) => !isKept.has(at) && !Number.isNaN(value));
      const total = rest.length > 0 ? rest.reduce((sum, value) => sum + value, 0) : NaN;
      return {
        ...one,
        values: Float64Array.from([...kept.map((at) => one.values[at] ?? NaN), total]),
        rows: Int32Array.from([...kept.map((at) => one.rows[at] ?? -1), -1]),
      };
    }),
  };
}
