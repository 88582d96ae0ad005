// Loaded late: what to say of a setting that is wrong.
import {ConfigurationError} from '../errors/configuration-error.js';
import {LruMap} from '../lib/lru-map.js';
import {attributeOf, type ChartSettings} from './chart-settings.js';
import {InvalidJson} from './json-attribute.js';
import {CHOICES, wrongColumnOption, wrongSetting} from './wrong-setting.js';

const FORMATS = 'compact, decimal, percent, bytes, bytes-binary, duration or currency:';

/** What values have to be, for attributes that are told with their value. */
const WANTED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(CHOICES).map(([name, choices]) => [name, `one of ${choices.join(', ')}`]),
  ),
  numberFormat: `${FORMATS} and a code such as EUR`,
  locale: 'a language tag such as de or pt-BR',
  timeZone: 'an IANA zone such as Europe/Berlin',
  filters: 'a CSS selector such as #visits or .dashboard',
};

const WANTED_OF_COLUMN: Readonly<Record<string, string>> = {
  options: 'an object such as {"label": "Visits"}',
  label: 'text as label and unit',
  unit: 'text as label and unit',
  hidden: 'true or false as hidden',
  format: `${FORMATS}EUR as format`,
  color: 'a CSS colour as color',
};

/** Told last: the same mistake is the same error, as charts look at their settings at each update. */
const told = new LruMap<string, ConfigurationError>(20);

/** Returns the first setting that is wrong, as the error to show, or null; `pipe` null for none. */
export function settingsProblem(
  settings: ChartSettings,
  pipe: string | null = null,
): ConfigurationError | null {
  const name = wrongSetting(settings, pipe);
  if (!name) return null;
  const message = `Attribute ${sentence(name, settings)}`;
  return told.getOrCreate(message, () => new ConfigurationError(message));
}

function sentence(name: keyof ChartSettings | 'pipe', settings: ChartSettings): string {
  const value: unknown = name === 'pipe' ? null : settings[name];
  if (value instanceof InvalidJson) return `${name} is not valid JSON: ${value.reason}`;
  const attribute = attributeOf(name);
  switch (name) {
    case 'pipe':
      return 'pipe is missing: name the pipe to draw.';
    case 'columns':
      return columnSentence(settings.columns) ?? 'columns must be a JSON object.';
    case 'params':
      return 'params must be a JSON object.';
    case 'categories':
    case 'compare':
      return `${name} must be a list of column names.`;
    case 'refreshInterval':
      return `${attribute} must be a number of seconds.`;
    case 'top':
      return 'top must be a whole number of at least 1.';
    default:
      return `${attribute} is "${clip(String(value))}"; it must be ${WANTED[name]}.`;
  }
}

/** What is wrong with a column, or null where there are none. */
function columnSentence(columns: ChartSettings['columns']): string | null {
  if (typeof columns !== 'object' || Array.isArray(columns)) return null;
  // Untyped callers may have set null.
  for (const [name, options] of Object.entries((columns as object | null) ?? {})) {
    const wrong = wrongColumnOption(options);
    if (wrong !== null)
      return `columns says something else for "${clip(name)}" than ${WANTED_OF_COLUMN[wrong]}.`;
  }
  return null;
}

function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
