// Types of the tags in Solid's JSX. No code.
import type {JSX} from 'solid-js';
import type {TinybirdChart} from '../elements/tinybird-chart.js';
import type {TinybirdProvider} from '../elements/tinybird-provider.js';
import type {
  ChartProps,
  PatternAttributes,
  SettingProps,
  TagAttributes,
  TagEvents,
} from './tags/tag-props.js';

type Prefixed<Prefix extends string, Props> = {
  readonly [Key in keyof Props & string as `${Prefix}:${Key}`]?: Props[Key] | undefined;
};

type Listeners = {
  readonly [Type in keyof TagEvents]: (event: TagEvents[Type]) => void;
};

/** Those that are on or off. */
type Flags<Attributes> = {
  readonly [Key in keyof Attributes as true extends Attributes[Key] ? Key : never]: boolean;
};

/** Solid sets properties of custom elements, unless a prefix says otherwise. */
type PrefixedProps<Props> = Prefixed<'prop', Props> &
  Prefixed<'attr', TagAttributes<Props, string>> &
  Prefixed<'bool', Flags<TagAttributes<Props, true>>> &
  Prefixed<'on', Listeners>;

/** What Solid does for a tag, its settings and its events. */
export type SolidTag<Element extends HTMLElement, Props> = Props &
  PrefixedProps<Props> &
  PatternAttributes &
  Omit<JSX.HTMLAttributes<Element>, keyof Props>;

declare module 'solid-js' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- where Solid has it
  namespace JSX {
    interface IntrinsicElements {
      'tinybird-chart': SolidTag<TinybirdChart, ChartProps>;
      'tinybird-provider': SolidTag<TinybirdProvider, SettingProps>;
    }
  }
}
