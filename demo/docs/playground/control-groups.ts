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

/** All attributes that the playground edits, switches after fields; those that no group names come last. */
export function controlGroups(entries: readonly AttributeEntry[]): ControlGroup[] {
  const named = new Set(GROUPS.flatMap(([, names]) => names));
  const groups = GROUPS.map(([title, names]) => ({
    title,
    entries: switchesLast(
      names.flatMap((name) => entries.find((each) => each.name === name) ?? []),
    ),
  }));
  const others = entries.filter(({name}) => !named.has(name) && !PAGE_ATTRIBUTES.has(name));
  return others.length > 0 ? [...groups, {title: 'More', entries: switchesLast(others)}] : groups;
}

/** A row of switches reads better than switches between fields. */
function switchesLast(entries: readonly AttributeEntry[]): readonly AttributeEntry[] {
  const isFlag = ({kind}: AttributeEntry) => kind === 'flag';
  return [...entries.filter((entry) => !isFlag(entry)), ...entries.filter(isFlag)];
}
