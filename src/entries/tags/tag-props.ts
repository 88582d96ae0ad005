// What the tags take, told once: each framework's types are made of these.
import type {ChartSettings} from '../../elements/chart-settings.js';
import type {
  ChartErrorEvent,
  ChartLoadEvent,
  ChartRangeEvent,
  ChartRateLimitEvent,
  ChartSelectEvent,
  ChartSignInEvent,
  ChartStateEvent,
} from '../../elements/events.js';
import type {InvalidJson} from '../../elements/json-attribute.js';
import type {ColumnMeta, Row} from '../../tinybird/pipe-response.js';

/** Every setting of a chart or provider, by its property name. */
export type SettingProps = {
  readonly [Key in keyof ChartSettings]?: Exclude<ChartSettings[Key], InvalidJson>;
};

/** Every property of a chart. */
export interface ChartProps extends SettingProps {
  /** Name or id of the pipe. */
  readonly pipe?: string | undefined;
  /** Id of a form whose controls are query parameters. */
  readonly form?: string | undefined;
  /** Visible title and accessible name; empty for none. */
  readonly heading?: string | undefined;
  /** Visible subtitle. */
  readonly description?: string | undefined;
  /** Rows to draw in place of a query. */
  readonly data?: readonly Row[] | undefined;
  /** Columns of `data`. */
  readonly meta?: readonly ColumnMeta[] | undefined;
}

/** The events of a chart; a provider hears those of all charts inside. */
export interface TagEvents {
  readonly 'tinybird-chart-load': ChartLoadEvent;
  readonly 'tinybird-chart-error': ChartErrorEvent;
  readonly 'tinybird-chart-state': ChartStateEvent;
  readonly 'tinybird-chart-select': ChartSelectEvent;
  readonly 'tinybird-chart-range': ChartRangeEvent;
  readonly 'tinybird-chart-rate-limit': ChartRateLimitEvent;
  readonly 'tinybird-chart-sign-in': ChartSignInEvent;
}

/** `group-by` of `groupBy`. */
type Kebab<Text extends string> = Text extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Kebab<Rest>}`
  : '';

/** `tinybirdChartLoad` of `tinybird-chart-load`. */
export type Camel<Text extends string> = Text extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Text;

/** What an attribute holds; of a boolean what turns it on, or leaves it out, in the framework. */
type AttributeValue<Value, Flag> = [NonNullable<Value>] extends [boolean]
  ? Flag
  : Value extends string | undefined
    ? Value
    : Value | string | number;

/**
 * The settings whose attribute is not called as the property is: `group-by`, `no-legend`. Where the
 * names are the same, frameworks set the property.
 */
export type TagAttributes<Props, Flag> = {
  readonly [
    Key in Exclude<keyof Props & string, 'getToken'> as Kebab<Key> extends Key ? never : Kebab<Key>
  ]?: AttributeValue<Props[Key], Flag> | undefined;
};

/** Attributes by patterns, which any tag takes. */
export interface PatternAttributes {
  readonly [name: `data-${string}` | `aria-${string}` | `param-${string}`]: unknown;
}
