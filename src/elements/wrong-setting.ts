import {isLocale, isTimeZone} from '../lib/intl-names.js';
import type {ChartSettings} from './chart-settings.js';
import {InvalidJson} from './json-attribute.js';
import {isSelector} from './page-filters.js';

/** The values that attributes with a choice take. */
export const CHOICES = {
  type: [
    'auto',
    'line',
    'area',
    'bar',
    'scatter',
    'bar-list',
    'pie',
    'donut',
    'metric',
    'sparkline',
    'table',
    'heatmap',
    'funnel',
  ],
  loading: ['lazy', 'eager'],
  theme: ['auto', 'light', 'dark'],
  tenancy: ['auto', 'organization', 'user', 'none'],
} as const;

const NUMBER_FORMAT =
  /^(compact|decimal|percent|bytes|bytes-binary|duration|currency:[A-Za-z]{3})$/;

type Rules = Readonly<Record<string, (value: never) => boolean>>;

const isText = (value: unknown) => typeof value === 'string';
const isNumberFormat = (value: unknown) => isText(value) && NUMBER_FORMAT.test(value);

/** What the options of a column have to be. */
const COLUMN_RULES: Rules = {
  label: isText,
  unit: isText,
  hidden: (value) => typeof value === 'boolean',
  format: isNumberFormat,
  // Colours end up in styles: text that is more than a colour must not.
  color: (value) => isText(value) && CSS.supports('color', value),
};

const RULES: Rules = {
  params: isRecord,
  columns: (value) =>
    isRecord(value) && Object.values(value).every((options) => !wrongColumnOption(options)),
  categories: Array.isArray,
  compare: Array.isArray,
  ...Object.fromEntries(
    Object.entries(CHOICES).map(([name, choices]) => [
      name,
      (value: never) => choices.includes(value),
    ]),
  ),
  numberFormat: isNumberFormat,
  locale: isLocale,
  timeZone: isTimeZone,
  filters: isSelector,
  refreshInterval: (value) => Number.isFinite(value) && value >= 0,
  top: (value) => Number.isInteger(value) && value >= 1,
};

/** Returns the first setting that is wrong, or null; `pipe` null for none. What to say of it comes late. */
export function wrongSetting(
  settings: ChartSettings,
  pipe: string | null,
): keyof ChartSettings | 'pipe' | null {
  return pipe?.trim() === '' ? 'pipe' : wrongOf(settings, RULES);
}

/** The first option of a column that is wrong, or null; `options` where they are none. */
export function wrongColumnOption(options: unknown): string | null {
  return isRecord(options) ? wrongOf(options, COLUMN_RULES) : 'options';
}

function wrongOf<Name extends string>(
  values: Readonly<Partial<Record<Name, unknown>>>,
  rules: Rules,
): Name | null {
  const isWrong = (name: string) => {
    const value = values[name as Name];
    return value !== undefined && !rules[name]?.(value as never);
  };
  return (Object.keys(rules).find(isWrong) as Name | undefined) ?? null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof InvalidJson)
  );
}
