import type {ColumnOptionsByName} from '../series/column-options.js';
import type {Series} from '../series/series-set.js';
import {DASHES, MARKERS, type Marker} from './palette.js';
import {type ChartTheme, columnColor} from './theme.js';

/** How one series is told apart, in drawing and legend alike. */
export interface SeriesLook {
  readonly name: string;
  readonly color: string;
  readonly marker: Marker;
  /** Line pattern in px; empty is solid. */
  readonly dash: readonly number[];
  /** Stripes of bars and stacked areas, as `hatch` takes them; absent where colour is enough. */
  readonly stripes?: number;
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
    const pattern = patternOf(place, palette.length, hasPatterns);
    return {
      name,
      color: columnColor(theme, group === null ? columns : null, column, place),
      marker: MARKERS[place % MARKERS.length] ?? 'circle',
      dash: DASHES[pattern] ?? [],
      ...(pattern > 0 && {stripes: pattern}),
    };
  });
}

/** Place of a pattern that no other place with the same colour has, for 24 places at least. */
function patternOf(place: number, colors: number, hasPatterns: boolean): number {
  const round = Math.floor(place / colors);
  if (!hasPatterns) return round % DASHES.length;
  // All patterns at once; a shift each time that colours and patterns would meet again.
  const meet = leastCommonMultiple(colors, DASHES.length);
  return (place + Math.floor(place / meet)) % DASHES.length;
}

function leastCommonMultiple(left: number, right: number): number {
  let common = left;
  while (common % right > 0) common += left;
  return common;
}
