// Types of the tags in React's JSX, for those who write them without components. No code.
import type {Ref} from 'react';
import type {TinybirdChart} from '../elements/tinybird-chart.js';
import type {TinybirdProvider} from '../elements/tinybird-provider.js';
import type {ElementProps} from './react/element-props.js';
import type {
  ChartProps,
  PatternAttributes,
  SettingProps,
  TagAttributes,
  TagEvents,
} from './tags/tag-props.js';

/** Listeners by the names that React 19 knows. */
type TagListeners = {
  readonly [Type in keyof TagEvents as `on${Type}`]?:
    ((event: TagEvents[Type]) => void) | undefined;
};

/** What React does for a tag, its settings and its events. */
export type ReactTag<Element, Props> = Props &
  TagAttributes<Props, boolean | ''> &
  ElementProps &
  TagListeners &
  PatternAttributes & {
    readonly ref?: Ref<Element> | undefined;
    readonly key?: string | number | null | undefined;
    readonly class?: string | undefined;
  };

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- where React has it
  namespace JSX {
    interface IntrinsicElements {
      'tinybird-chart': ReactTag<TinybirdChart, ChartProps>;
      'tinybird-provider': ReactTag<TinybirdProvider, SettingProps>;
    }
  }
}
