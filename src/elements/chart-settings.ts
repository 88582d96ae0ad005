import {type ComplexAttributeConverter, defaultConverter} from 'lit';
import type {Tenancy} from '../auth/token-source.js';
import type {ClerkInstance} from '../auth/clerk-instance.js';
import type {GetToken} from '../auth/get-token-source.js';
import type {ObserverOptions} from '../query/query.js';
import type {MessagesByLanguage} from '../messages/catalogue.js';
import type {PipeParams} from '../tinybird/pipe-request.js';
import type {ColumnOptions} from '../series/column-options.js';
import type {Reference} from '../series/reference.js';
import type {ChartKind} from '../series/series-set.js';
import type {InvalidJson} from './json-attribute.js';
import {SettingsElement} from './settings-element.js';

/** Chart kinds that `type` takes. */
export type ChartType = 'auto' | ChartKind;

/**
 * Everything that an attribute, a provider, `configure()` or the script tag can set. Undefined
 * means: ask the next level (chart, then nearest provider, then page, then the default).
 */
export interface ChartSettings {
  host?: string | undefined;
  params?: PipeParams | InvalidJson | undefined;
  type?: ChartType | undefined;
  index?: string | undefined;
  categories?: readonly string[] | InvalidJson | undefined;
  groupBy?: string | undefined;
  columns?: Readonly<Record<string, ColumnOptions>> | InvalidJson | undefined;
  refreshInterval?: number | undefined;
  loading?: 'lazy' | 'eager' | undefined;
  locale?: string | undefined;
  timeZone?: string | undefined;
  numberFormat?: string | undefined;
  theme?: 'auto' | 'light' | 'dark' | undefined;
  clerkPublishableKey?: string | undefined;
  clerkProxyUrl?: string | undefined;
  clerkJsUrl?: string | undefined;
  jwtTemplate?: string | undefined;
  tenancy?: Tenancy | undefined;
  tenantClaim?: string | undefined;
  token?: string | undefined;
  tokenEndpoint?: string | undefined;
  clerk?: ClerkInstance | undefined;
  getToken?: GetToken | undefined;
  fetch?: typeof fetch | undefined;
  options?: object | undefined;
  stacked?: boolean | 'percent' | undefined;
  horizontal?: boolean | undefined;
  smooth?: boolean | undefined;
  top?: number | undefined;
  size?: string | undefined;
  compare?: readonly string[] | InvalidJson | undefined;
  compareParams?: readonly string[] | PipeParams | InvalidJson | undefined;
  /** Which period is compared with, as the chart itself finds it. */
  comparedPeriod?: string | undefined;
  yScale?: 'linear' | 'log' | undefined;
  yMin?: number | undefined;
  yMax?: number | undefined;
  reference?: readonly Reference[] | Reference | InvalidJson | undefined;
  zoom?: boolean | undefined;
  brush?: boolean | undefined;
  sonify?: boolean | undefined;
  linkGroup?: string | undefined;
  filters?: string | undefined;
  filterParam?: string | undefined;
  noLegend?: boolean | undefined;
  noTooltip?: boolean | undefined;
  noAnimation?: boolean | undefined;
  noActions?: boolean | undefined;
  noSignIn?: boolean | undefined;
  debug?: boolean | undefined;
  deferHydration?: boolean | undefined;
}

/** Settings that only the page itself may make: markup could be injected by a stranger. */
export interface PageOnlySettings {
  /** Origins besides `*.tinybird.co` and the page's own that tokens may go to. */
  allowedHosts?: readonly string[] | undefined;
  /** Sentences that replace the built-in ones or add a language, by language tag. */
  messages?: MessagesByLanguage | undefined;
}

/** Returns the attribute of a setting: `refresh-interval` of `refreshInterval`. */
export function attributeOf(setting: string): string {
  return setting.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

const {elementProperties} = SettingsElement;

/** Every setting that an element takes, those without an attribute included. */
export const SETTING_KEYS = [...elementProperties.keys()] as readonly (keyof ChartSettings)[];

/** The settings that have an attribute, called the same in kebab-case. */
export const ATTRIBUTE_SETTINGS = SETTING_KEYS.filter(
  (key) => elementProperties.get(key)?.attribute !== false,
);

/** Reads the text of a setting's attribute, as the element does with its own. */
export function readAttribute(setting: keyof ChartSettings, text: string): unknown {
  const {converter = defaultConverter, type} = elementProperties.get(setting) ?? {};
  return (converter as ComplexAttributeConverter).fromAttribute?.(text, type);
}

/** Copies the settings that `source` really sets (false counts as not set, as in HTML). */
export function ownSettings(source: ChartSettings): ChartSettings {
  return Object.fromEntries(
    SETTING_KEYS.map((key) => [key, source[key]]).filter(
      ([, value]) => value != null && value !== false && value !== '',
    ),
  ) as ChartSettings;
}

/** Tells whether rows of an earlier period are asked for, by a query of their own. */
export function asksTwice({compare, compareParams}: ChartSettings): boolean {
  return !!compareParams || /^previous-/.test((compare as string[] | undefined)?.[0] ?? '');
}

/** Lays nearer settings over farther ones; `params` and `columns` are merged name by name. */
export function mergeSettings(farther: ChartSettings, nearer: ChartSettings): ChartSettings {
  return {
    ...farther,
    ...nearer,
    ...mergedRecord('params', farther, nearer),
    ...mergedRecord('columns', farther, nearer),
  };
}

/** Smallest refresh interval, in seconds. */
const MIN_REFRESH_S = 1;

/** What the settings say about how often, and how urgently, rows are asked for. */
export function observerOptions(
  {refreshInterval}: ChartSettings,
  onScreen: boolean,
): ObserverOptions {
  const seconds = refreshInterval ? Math.max(MIN_REFRESH_S, refreshInterval) : null;
  return {refreshIntervalMs: seconds === null ? null : seconds * 1000, onScreen};
}

function mergedRecord(
  key: 'params' | 'columns',
  farther: ChartSettings,
  nearer: ChartSettings,
): ChartSettings {
  const far = farther[key];
  const near = nearer[key];
  if (far === undefined || near === undefined) return {};
  // What is no record is a mistake; names laid over it must not hide it.
  if (!isRecord(far)) return {[key]: far};
  return isRecord(near) ? {[key]: {...far, ...near}} : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
