// Types of the tags in Vue's templates. No code.
import type {HTMLAttributes, PublicProps} from 'vue';
import type {TinybirdChart} from '../elements/tinybird-chart.js';
import type {TinybirdProvider} from '../elements/tinybird-provider.js';
import type {
  Camel,
  ChartProps,
  PatternAttributes,
  SettingProps,
  TagAttributes,
  TagEvents,
} from './tags/tag-props.js';

/** `@tinybird-chart-load` as Vue's compiler calls it. */
type TagListeners = {
  readonly [Type in keyof TagEvents as `on${Capitalize<Camel<Type>>}`]?:
    ((event: TagEvents[Type]) => void) | undefined;
};

type CamelAttributes<Attributes> = {
  readonly [Key in keyof Attributes & string as Camel<Key>]?: Attributes[Key];
};

/** `refresh-interval="30"` is checked as `refreshInterval`, so that one also takes text. */
type TemplateProps<Props, Attributes = CamelAttributes<TagAttributes<Props, true | ''>>> = {
  readonly [Key in keyof Props]?:
    Props[Key] | (Key extends keyof Attributes ? Attributes[Key] : never);
};

/**
 * What Vue does for a tag, its settings and its events. Of a boolean it writes `no-legend="false"`,
 * which is on as HTML has it: bind the property, `:noLegend`.
 */
export type VueTag<Element, Props> = new () => Element & {
  readonly $props: TemplateProps<Props> &
    TagAttributes<Props, true | ''> &
    TagListeners &
    PatternAttributes &
    PublicProps &
    Omit<HTMLAttributes, keyof Props>;
};

declare module 'vue' {
  interface GlobalComponents {
    'tinybird-chart': VueTag<TinybirdChart, ChartProps>;
    'tinybird-provider': VueTag<TinybirdProvider, SettingProps>;
  }
}
