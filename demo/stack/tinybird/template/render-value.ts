import {quoteString} from './escape-sql.js';
import {templateSyntaxError} from './template-error.js';
import {isDict, isList, SqlFragment, toText, Tuple, TypedNumber, type Value} from './value.js';

const MAX_SOURCE_LENGTH = 20;

/**
 * Renders the value of `{{ source }}` as SQL: strings quoted, lists as arrays, tuples in brackets.
 *
 * @throws {TemplateError} when the value is None, or a dict, which has no SQL form.
 */
export function renderValue(value: Value, source: string): string {
  if (value === null) {
    const cut = source.length > MAX_SOURCE_LENGTH;
    const name = cut ? `${source.slice(0, MAX_SOURCE_LENGTH)}...` : source;
    throw templateSyntaxError(`expression "${name}" evaluated to null`);
  }
  if (typeof value === 'string') return quoteString(value);
  if (value instanceof SqlFragment || value instanceof TypedNumber) return toText(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (isList(value)) return `[${value.map((item) => renderItem(item, source)).join(',')}]`;
  if (value instanceof Tuple) {
    const items = value.items.map((item) => renderItem(item, source));
    return items.length === 1 ? `(${items.join('')},)` : `(${items.join(',')})`;
  }
  if (isDict(value)) {
    throw templateSyntaxError(`expression "${source}" is an object, which SQL cannot hold`);
  }
  return toText(value);
}

/** Inside an array a missing value is NULL, not an error. */
function renderItem(value: Value, source: string): string {
  return value === null ? 'NULL' : renderValue(value, source);
}
