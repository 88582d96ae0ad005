// Types of the tags in Preact's JSX. No code.
import type {HTMLAttributes} from 'preact';
import type {TinybirdChart} from '../elements/tinybird-chart.js';
import type {TinybirdProvider} from '../elements/tinybird-provider.js';
import type {
  ChartProps,
  PatternAttributes,
  SettingProps,
  TagAttributes,
  TagEvents,
} from './tags/tag-props.js';

/** Preact takes what follows `on` for the name of the event. */
type TagListeners = {
  readonly [Type in keyof TagEvents as `on${Type}`]?:
    ((event: TagEvents[Type]) => void) | undefined;
};

/** What Preact does for a tag, its settings and its events. */
export type PreactTag<Element extends EventTarget, Props> = Props &
  TagAttributes<Props, boolean | ''> &
  TagListeners &
  PatternAttributes &
  Omit<HTMLAttributes<Element>, keyof Props>;

declare module 'preact' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- where Preact has it
  namespace JSX {
    interface IntrinsicElements {
      'tinybird-chart': PreactTag<TinybirdChart, ChartProps>;
      'tinybird-provider': PreactTag<TinybirdProvider, SettingProps>;
    }
  }
}
