import type {SeriesSet} from '../series/series-set.js';

/** A point of a drawing: a place of the index and one of its series. */
export interface PlotPlace {
  readonly index: number;
  readonly seriesIndex: number;
}

/** A page of a drawing, as a share of its places. */
const PAGE_SHARE = 0.1;

/**
 * Returns where a key leads from `place` (null for nowhere yet), or null where it leads nowhere.
 * Left and right move along the index past gaps, up and down from series to series; with one
 * series all four move along. Places outside of `first` to `last` are not reached.
 */
export function placeAfterKey(
  key: string,
  place: PlotPlace | null,
  {index, series}: SeriesSet,
  hidden: ReadonlySet<string>,
  [first, last]: readonly [number, number] = [0, index.values.length - 1],
): PlotPlace | null {
  const shown = [...series.keys()].filter((at) => !hidden.has(series[at]?.name ?? ''));
  const order = Math.max(0, shown.indexOf(place?.seriesIndex ?? -1));
  const page = Math.max(1, Math.round((last - first) * PAGE_SHARE));
  const across = {ArrowDown: 1, ArrowUp: -1}[key];
  if (across && place && shown.length > 1) {
    const seriesIndex = shown[order + across];
    return seriesIndex === undefined ? null : {seriesIndex, index: place.index};
  }
  const step =
    across ??
    {
      ArrowRight: 1,
      ArrowLeft: -1,
      PageDown: page,
      PageUp: -page,
      End: Infinity,
      Home: -Infinity,
    }[key];
  const seriesIndex = shown[order];
  if (!step || seriesIndex === undefined) return null;
  const values = series[seriesIndex]?.values ?? [];
  const from = place?.index ?? (step > 0 ? first - 1 : last + 1);
  const wanted = Math.max(first, Math.min(last, from + step));
  // Past a gap at the end of the series there is nothing: the way back leads to its last value.
  for (const way of [Math.sign(step), -Math.sign(step)]) {
    let at = wanted;
    while (Number.isNaN(values[at])) at += way;
    if (at >= first && at <= last) return {seriesIndex, index: at};
  }
  return null;
}
