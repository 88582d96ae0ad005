import type {ColumnOptionsByName} from '../series/column-options.js';
import type {Series} from '../series/series-set.js';
import {DASHES, MARKERS, type Marker} from './palette.js';
import type {ChartTheme} from './theme.js';

/** How one series is told apart, in drawing and legend alike. */
export interface SeriesLook {
  readonly name: string;
  readonly color: string;
  readonly marker: Marker;
  /** Line pattern in px; empty is solid. */
  readonly dash: readonly number[];
  /** True where markers would tell nothing, as the pattern does. */
  readonly isPlain?: boolean;
}

/** Place in the palette by series name, kept while a chart lives. */
export type LookMemory = Map<string, number>;

/**
 * Returns one look per series. Names in `memory` keep their place in the palette, so that a group
 * does not change colour when its rank does; new names take the lowest free place and are added.
 */
export function assignLooks(
  series: readonly Series[],
  theme: ChartTheme,
  columns: ColumnOptionsByName | null,
  memory: LookMemory,
): SeriesLook[] {
  const present = new Set(series.map(({name}) => name));
  const taken = new Set(
    [...memory].filter(([name]) => present.has(name)).map(([, place]) => place),
  );
  return series.map(({name, column, group}) => {
    let place = memory.get(name);
    if (place === undefined) {
      place = 0;
      while (taken.has(place)) place += 1;
      memory.set(name, place);
    }
    taken.add(place);
    const {palette, hasPatterns} = theme;
    const isRepeated = place >= palette.length;
    const own = group === null ? columns?.[column]?.color : undefined;
    return {
      name,
      color: own ?? palette[place % palette.length] ?? theme.text,
      marker: MARKERS[place % MARKERS.length] ?? 'circle',
      dash: hasPatterns || isRepeated ? (DASHES[place % DASHES.length] ?? []) : [],
    };
  });
}
