// Types of the tags in React's JSX, for those who write them without components. No code.
import type {ReactNode, Ref} from 'react';
import type {TinybirdChart as TinybirdChartElement} from '../elements/tinybird-chart.js';
import type {TinybirdProvider as TinybirdProviderElement} from '../elements/tinybird-provider.js';
import type {SettingProps} from './react/element-props.js';
import type {CHART_EVENTS, ChartListeners, TinybirdChartProps} from './react/tinybird-chart.js';

/** `group-by` of `groupBy`. */
type Kebab<Text extends string> = Text extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Kebab<Rest>}`
  : '';

/** Settings as attributes, which is all that React 18 sets. */
type SettingAttributes = {
  readonly [Key in keyof SettingProps as Kebab<Key>]?:
    SettingProps[Key] | string | number | boolean | undefined;
};

/** Listeners by the names that React 19 knows. */
type TagListeners = {
  readonly [
    Key in keyof typeof CHART_EVENTS as `on${(typeof CHART_EVENTS)[Key]}`
  ]?: ChartListeners[Key];
};

type ListenerName = keyof ChartListeners;

/** What React does for a tag, its settings and its events. */
export type TinybirdTag<Element, Props> = Omit<Props, ListenerName> &
  Omit<SettingAttributes, keyof Props> &
  TagListeners & {
    readonly ref?: Ref<Element> | undefined;
    readonly key?: string | number | null | undefined;
    readonly class?: string | undefined;
    readonly children?: ReactNode;
    readonly [name: `data-${string}` | `aria-${string}` | `param-${string}`]: unknown;
  };

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- where React has it
  namespace JSX {
    interface IntrinsicElements {
      'tinybird-chart': TinybirdTag<TinybirdChartElement, TinybirdChartProps>;
      'tinybird-provider': TinybirdTag<
        TinybirdProviderElement,
        Omit<TinybirdChartProps, 'pipe' | 'form' | 'heading' | 'data' | 'meta'>
      >;
    }
  }
}
