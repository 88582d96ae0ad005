import {LitElement} from 'lit';
import {property} from 'lit/decorators.js';
import type {ClerkInstance} from '../auth/clerk-instance.js';
import type {GetToken} from '../auth/get-token-source.js';
import type {Tenancy} from '../auth/token-source.js';
import type {ColumnOptions} from '../series/column-options.js';
import type {Reference} from '../series/reference.js';
import type {PipeParams} from '../tinybird/pipe-request.js';
import type {ChartSettings, ChartType} from './chart-settings.js';
import {
  type InvalidJson,
  jsonAttribute,
  listAttribute,
  stackedAttribute,
} from './json-attribute.js';

/** The settings that a chart and a provider have in common, as attributes and properties. */
export class SettingsElement extends LitElement implements ChartSettings {
  /** API base URL of the workspace's region. @default https://api.tinybird.co */
  @property() host: string | undefined;

  /** Query parameters, as JSON attribute or object. `param-*` attributes win over it. */
  @property({converter: jsonAttribute}) params: PipeParams | InvalidJson | undefined;

  /** Chart kind; `auto` picks by the columns. Reflected for the height. @default auto */
  @property({reflect: true}) type: ChartType | undefined;

  /** Column of the x axis; inferred when absent. */
  @property() index: string | undefined;

  /** Columns of the values; inferred when absent. */
  @property({converter: listAttribute}) categories: readonly string[] | InvalidJson | undefined;

  /** Column that splits the rows into series; inferred when absent. */
  @property({attribute: 'group-by'}) groupBy: string | undefined;

  /** Label, format, unit, colour and visibility by column name. */
  @property({converter: jsonAttribute}) columns:
    Readonly<Record<string, ColumnOptions>> | InvalidJson | undefined;

  /** Seconds between refetches, at least 1; off when absent. */
  @property({attribute: 'refresh-interval', type: Number}) refreshInterval: number | undefined;

  /** `lazy` waits until the chart is near the viewport. @default lazy */
  @property() loading: 'lazy' | 'eager' | undefined;

  /** BCP 47 tag for words, numbers and dates; the page's `lang` when absent. */
  @property() locale: string | undefined;

  /** IANA zone in which times are shown; the viewer's when absent. */
  @property({attribute: 'time-zone'}) timeZone: string | undefined;

  /** `compact`, `decimal`, `percent`, `bytes`, `bytes-binary`, `duration` or `currency:EUR`. @default compact */
  @property({attribute: 'number-format'}) numberFormat: string | undefined;

  /** `auto` follows the colour scheme in use at the element. @default auto */
  @property() theme: 'auto' | 'light' | 'dark' | undefined;

  /** Loads Clerk with this key when the page has none. */
  @property({attribute: 'clerk-publishable-key'}) clerkPublishableKey: string | undefined;

  /** Path of a proxy to Clerk's Frontend API; absolute ones only through `configure()`. */
  @property({attribute: 'clerk-proxy-url'}) clerkProxyUrl: string | undefined;

  /** Refused in markup; see `configure()`. */
  @property({attribute: 'clerk-js-url'}) clerkJsUrl: string | undefined;

  /** Name of the Clerk JWT template. @default tinybird */
  @property({attribute: 'jwt-template'}) jwtTemplate: string | undefined;

  /** How rows are bound to an organization. @default auto */
  @property() tenancy: Tenancy | undefined;

  /** Dotted path of the claim that holds the organization. */
  @property({attribute: 'tenant-claim'}) tenantClaim: string | undefined;

  /** A public, read-only static token, used when there is no session. Never reflected. */
  @property() token: string | undefined;

  /** URL of this origin that answers `{token}` for the page's session. */
  @property({attribute: 'token-endpoint'}) tokenEndpoint: string | undefined;

  /** Stacks series on each other; `percent` as shares of their sum. */
  @property({converter: stackedAttribute}) stacked: boolean | 'percent' = false;

  /** Draws bars from left to right. */
  @property({type: Boolean}) horizontal = false;

  /** Draws lines as monotone curves. */
  @property({type: Boolean}) smooth = false;

  /**
   * Groups, or categories where there are no groups, that are shown by name; the rest is added up
   * as "Other", which is wrong for averages and shares.
   */
  @property({type: Number}) top: number | undefined;

  /** Column that gives the points of a scatter their size. */
  @property() size: string | undefined;

  /**
   * Columns with the earlier values of `categories`, in their order; found by name when absent. Or
   * `previous-period`, `previous-weeks` or `previous-year`, which are asked for by a second query.
   */
  @property({converter: listAttribute}) compare: readonly string[] | InvalidJson | undefined;

  /**
   * Names of the two parameters that hold the period, or the parameters of the second query as JSON
   * or object. @default date_from,date_to or the like
   */
  @property({attribute: 'compare-params', converter: listAttribute}) compareParams:
    readonly string[] | PipeParams | InvalidJson | undefined;

  /** Scale of the values. @default linear */
  @property({attribute: 'y-scale'}) yScale: 'linear' | 'log' | undefined;

  /** Where the scale of the values begins. */
  @property({attribute: 'y-min', type: Number}) yMin: number | undefined;

  /** Where the scale of the values ends. */
  @property({attribute: 'y-max', type: Number}) yMax: number | undefined;

  /** Lines, bands and points with a label, as JSON attribute, list or object. */
  @property({converter: jsonAttribute}) reference:
    readonly Reference[] | Reference | InvalidJson | undefined;

  /** Lets visitors zoom into times and numbers, by drag, pinch, keys and wheel with Ctrl. */
  @property({type: Boolean}) zoom = false;

  /** Lets visitors mark a range of times or numbers, for `tinybird-chart-range`. */
  @property({type: Boolean}) brush = false;

  /** Lets points that keys lead to be heard: the higher the value, the higher the tone. */
  @property({type: Boolean}) sonify = false;

  /** Name of a group of charts that share what is looked at and what is chosen. */
  @property({attribute: 'link-group'}) linkGroup: string | undefined;

  /** Selector of charts, providers and form controls that get what is chosen as parameter. */
  @property() filters: string | undefined;

  /** Name of that parameter, or two names for the ends of a range. @default the index column, or date_from,date_to */
  @property({attribute: 'filter-param'}) filterParam: string | undefined;

  /** Leaves out the legend. */
  @property({type: Boolean, attribute: 'no-legend'}) noLegend = false;

  /** Leaves out the tooltip. */
  @property({type: Boolean, attribute: 'no-tooltip'}) noTooltip = false;

  /** Changes without transitions. */
  @property({type: Boolean, attribute: 'no-animation'}) noAnimation = false;

  /** Leaves out the buttons for table and download. */
  @property({type: Boolean, attribute: 'no-actions'}) noActions = false;

  /** Leaves out the sign-in button of the signed-out view. */
  @property({type: Boolean, attribute: 'no-sign-in'}) noSignIn = false;

  /** Shows the diagnosis panel. */
  @property({type: Boolean}) debug = false;

  /** Charts wait until it is false: what a server has rendered, and a script gives properties later. */
  @property({type: Boolean, attribute: 'defer-hydration'}) deferHydration = false;

  /** The page's own Clerk instance, for pages that bundle Clerk. */
  @property({attribute: false}) clerk: ClerkInstance | undefined;

  /** Gives tokens without Clerk. */
  @property({attribute: false}) getToken: GetToken | undefined;

  /** Replaces the browser's `fetch` for queries. */
  @property({attribute: false}) fetch: typeof fetch | undefined;

  /** Chart.js options, merged last. */
  @property({attribute: false}) options: object | undefined;
}
