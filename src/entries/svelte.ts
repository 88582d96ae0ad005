// Types of the tags in Svelte's components. No code.
import type {HTMLAttributes} from 'svelte/elements';
import type {TinybirdChart} from '../elements/tinybird-chart.js';
import type {TinybirdProvider} from '../elements/tinybird-provider.js';
import type {
  ChartProps,
  PatternAttributes,
  SettingProps,
  TagAttributes,
  TagEvents,
} from './tags/tag-props.js';

/** Listeners of Svelte 5, and of Svelte 4. */
type TagListeners = {
  readonly [Type in keyof TagEvents as `on${Type}` | `on:${Type}`]?:
    ((event: TagEvents[Type]) => void) | null | undefined;
};

/**
 * What Svelte does for a tag, its settings and its events. Of a boolean it writes
 * `no-legend="false"`, which is on as HTML has it: set the property, `noLegend={false}`.
 */
export type SvelteTag<Element extends EventTarget, Props> = Props &
  TagAttributes<Props, true | ''> &
  TagListeners &
  PatternAttributes &
  Omit<HTMLAttributes<Element>, keyof Props>;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'tinybird-chart': SvelteTag<TinybirdChart, ChartProps>;
    'tinybird-provider': SvelteTag<TinybirdProvider, SettingProps>;
  }
}
