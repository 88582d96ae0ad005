import type {AttributeEntry} from '../site/attribute-entries.js';
import {PAGE_ATTRIBUTES} from './playground-state.js';

/** Attributes whose controls stand together. */
export interface ControlGroup {
  readonly title: string;
  readonly entries: readonly AttributeEntry[];
}

const GROUPS: readonly (readonly [string, readonly string[]])[] = [
  [
    'Drawing',
    ['type', 'index', 'categories', 'group-by', 'stacked', 'horizontal', 'smooth', 'top'],
  ],
  ['Text', ['heading', 'description', 'number-format', 'locale', 'time-zone']],
  ['Scale and columns', ['y-scale', 'y-min', 'y-max', 'compare', 'reference', 'columns', 'size']],
  ['Parts', ['no-legend', 'no-tooltip', 'no-actions', 'no-animation', 'no-sign-in', 'debug']],
  ['Visitors', ['zoom', 'brush', 'sonify', 'refresh-interval', 'paused', 'loading', 'theme']],
];

/** All attributes that the playground edits; those that no group names come last. */
export function controlGroups(entries: readonly AttributeEntry[]): ControlGroup[] {
  const named = new Set(GROUPS.flatMap(([, names]) => names));
  const groups = GROUPS.map(([title, names]) => ({
    title,
    entries: names.flatMap((name) => entries.find((entry) => entry.name === name) ?? []),
  }));
  const others = entries.filter(({name}) => !named.has(name) && !PAGE_ATTRIBUTES.has(name));
  return others.length > 0 ? [...groups, {title: 'More', entries: others}] : groups;
}
