import {ConfigurationError} from '../errors/configuration-error.js';
import type {PipeParams} from './pipe-request.js';

/** Names that Tinybird or its own clients use (CLI 3.1 and SDK sources). */
const RESERVED = new Set(
  (
    'debug debug_source_tables explain finalize_aggregations format from job_timestamp ' +
    'output_format_json_quote_64bit_integers output_format_json_quote_denormals ' +
    'output_format_parquet_string_as_string pipeline playground q query_id release_replacements ' +
    'tag template_parameters token'
  ).split(' '),
);

/**
 * Returns `name` when it can be the name or id of a pipe.
 *
 * @throws {ConfigurationError} when it is empty or has other characters than letters, digits, `_`
 *   and `-`.
 */
export function parsePipeName(name: string): string {
  const trimmed = name.trim();
  if (/^[\w-]+$/.test(trimmed)) return trimmed;
  throw new ConfigurationError(
    trimmed
      ? `\`pipe\` is "${trimmed.slice(0, 60)}". Expected letters, digits, _ and -.`
      : '`pipe` is missing.',
  );
}

/**
 * Turns parameters into the text that is sent. Dates become `YYYY-MM-DD HH:MM:SS` in UTC, booleans
 * `1` and `0`, arrays are comma-joined. null, undefined and empty text are left out, since Tinybird
 * takes `?x=` for a value.
 *
 * @throws {ConfigurationError} for reserved names and for values that have no true text.
 */
export function toParamTexts(params: PipeParams): Record<string, string> {
  const texts: [string, string][] = [];
  for (const [name, value] of Object.entries(params)) {
    if (RESERVED.has(name) || name.startsWith('__tb__')) {
      throw new ConfigurationError(`Parameter "${name}" is reserved by Tinybird. Rename it.`);
    }
    const text = Array.isArray(value)
      ? value.map((item: unknown) => toItemText(name, item)).join(',')
      : toText(name, value);
    if (text !== '') texts.push([name, text]);
  }
  // Own properties even for a parameter called `__proto__`.
  return Object.fromEntries(texts);
}

function toText(name: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'bigint' || (typeof value === 'number' && Number.isFinite(value))) {
    return String(value);
  }
  if (value instanceof Date && Number.isFinite(value.getTime())) {
    return value.toISOString().slice(0, 19).replace('T', ' ');
  }
  throw new ConfigurationError(
    `Parameter "${name}" must be a string, finite number, boolean, valid Date or an array of these.`,
  );
}

function toItemText(name: string, item: unknown): string {
  const text = toText(name, item);
  if (!text.includes(',')) return text;
  throw new ConfigurationError(
    `Parameter "${name}" has an item with a comma, which would arrive as two items.`,
  );
}
