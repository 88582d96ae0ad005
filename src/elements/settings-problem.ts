import {ConfigurationError} from '../errors/configuration-error.js';
import {isLocale, isTimeZone} from '../lib/intl-names.js';
import type {ColumnOptions} from '../series/column-options.js';
import type {ChartSettings} from './chart-settings.js';
import {isSelector} from './page-filters.js';
import {InvalidJson} from './json-attribute.js';

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

/** Returns the first setting that is wrong, as the error to show, or null; `pipe` null for none. */
export function settingsProblem(
  settings: ChartSettings,
  pipe: string | null = null,
): ConfigurationError | null {
  if (pipe?.trim() === '')
    return new ConfigurationError('Attribute pipe is missing: name the pipe to draw.');
  return (
    jsonProblem(settings) ??
    columnProblem(settings) ??
    choiceProblem(settings) ??
    intlProblem(settings) ??
    filterProblem(settings) ??
    numberProblem(settings)
  );
}

function jsonProblem(settings: ChartSettings): ConfigurationError | null {
  for (const name of ['params', 'columns', 'categories', 'compare'] as const) {
    const value = settings[name];
    if (value instanceof InvalidJson)
      return new ConfigurationError(`Attribute ${name} is not valid JSON: ${value.reason}`);
    if (value === undefined) continue;
    const isList = name === 'categories' || name === 'compare';
    if (isList ? !Array.isArray(value) : !isPlainObject(value))
      return new ConfigurationError(
        `Attribute ${name} must be a ${isList ? 'list of column names' : 'JSON object'}.`,
      );
  }
  return null;
}

function columnProblem({columns}: ChartSettings): ConfigurationError | null {
  for (const [name, options] of Object.entries((columns ?? {}) as Record<string, unknown>)) {
    const wanted = isPlainObject(options)
      ? wrongColumnOption(options as Record<keyof ColumnOptions, unknown>)
      : 'an object such as {"label": "Visits"}';
    if (wanted !== null)
      return new ConfigurationError(
        `Attribute columns says something else for "${clip(name)}" than ${wanted}.`,
      );
  }
  return null;
}

/** What the first option that is wrong has to be, or null. */
function wrongColumnOption(options: Record<keyof ColumnOptions, unknown>): string | null {
  const {label, unit, hidden, format, color} = options;
  const isText = (value: unknown) => value === undefined || typeof value === 'string';
  if (!isText(label) || !isText(unit)) return 'text as label and unit';
  if (hidden !== undefined && typeof hidden !== 'boolean') return 'true or false as hidden';
  if (!isText(format) || (typeof format === 'string' && !NUMBER_FORMAT.test(format)))
    return 'compact, decimal, percent, bytes, bytes-binary, duration or currency:EUR as format';
  // Colours end up in styles: text that is more than a colour must not.
  const isColor = typeof color === 'string' && CSS.supports('color', color);
  return color === undefined || isColor ? null : 'a CSS colour as color';
}

function choiceProblem(settings: ChartSettings): ConfigurationError | null {
  for (const [name, choices] of Object.entries(CHOICES)) {
    const value = settings[name as keyof typeof CHOICES];
    if (value !== undefined && !(choices as readonly string[]).includes(value))
      return new ConfigurationError(
        `Attribute ${name} is "${clip(value)}"; it must be one of ${choices.join(', ')}.`,
      );
  }
  const format = settings.numberFormat;
  if (format !== undefined && !NUMBER_FORMAT.test(format))
    return new ConfigurationError(
      `Attribute number-format is "${clip(format)}"; it must be compact, decimal, percent, bytes, bytes-binary, duration or currency: and a code such as EUR.`,
    );
  return null;
}

function intlProblem({locale, timeZone}: ChartSettings): ConfigurationError | null {
  if (locale !== undefined && !isLocale(locale))
    return new ConfigurationError(
      `Attribute locale is "${clip(locale)}"; it must be a language tag such as de or pt-BR.`,
    );
  if (timeZone !== undefined && !isTimeZone(timeZone))
    return new ConfigurationError(
      `Attribute time-zone is "${clip(timeZone)}"; it must be an IANA zone such as Europe/Berlin.`,
    );
  return null;
}

function filterProblem({filters}: ChartSettings): ConfigurationError | null {
  return filters === undefined || isSelector(filters)
    ? null
    : new ConfigurationError(
        `Attribute filters is "${clip(filters)}"; it must be a CSS selector such as #visits or .dashboard.`,
      );
}

function numberProblem({refreshInterval = 0, top = 1}: ChartSettings): ConfigurationError | null {
  if (!Number.isFinite(refreshInterval) || refreshInterval < 0)
    return new ConfigurationError('Attribute refresh-interval must be a number of seconds.');
  return Number.isInteger(top) && top >= 1
    ? null
    : new ConfigurationError('Attribute top must be a whole number of at least 1.');
}

function isPlainObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
