/** Series that a reader has switched off (`but`), or the only ones that are left on (`only`). */
export interface SeriesVisibility {
  readonly mode: 'but' | 'only';
  readonly names: ReadonlySet<string>;
}

/** Every series is drawn. */
export const ALL_VISIBLE: SeriesVisibility = {mode: 'but', names: new Set()};

/** Returns which of `all` are not drawn; none where nothing else would be left of a choice. */
export function hiddenNames(
  {mode, names}: SeriesVisibility,
  all: readonly string[],
): ReadonlySet<string> {
  if (mode === 'but') return new Set(all.filter((name) => names.has(name)));
  const isGone = !all.some((name) => names.has(name));
  return new Set(isGone ? [] : all.filter((name) => !names.has(name)));
}

/** Switches one series off, or on again. */
export function toggled({mode, names}: SeriesVisibility, name: string): SeriesVisibility {
  const next = new Set(names);
  if (!next.delete(name)) next.add(name);
  return {mode, names: next};
}

/** Leaves this series alone, or all of them where it was alone already. */
export function isolated({mode, names}: SeriesVisibility, name: string): SeriesVisibility {
  const isAlone = mode === 'only' && names.size === 1 && names.has(name);
  return isAlone ? ALL_VISIBLE : {mode: 'only', names: new Set([name])};
}
