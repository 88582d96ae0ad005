import {TemplateError} from './template-error.js';
import {isDict, isList, toItems, toText, typeName, type Value} from './value.js';

/** Methods that `{{ }}` may call (Tinybird CLI); tags may also call TAG_METHODS. */
export const OUTPUT_METHODS: ReadonlySet<string> = new Set(['split', 'get', 'join', 'replace']);

/** Methods that only `{% %}` may call. */
export const TAG_METHODS: ReadonlySet<string> = new Set(
  'lower upper strip startswith endswith keys values items'.split(' '),
);

/**
 * Calls a Python method of a string or a dict.
 *
 * @throws {TemplateError} when the value has no such method or an argument does not fit.
 */
export function callMethod(target: Value, name: string, args: readonly Value[]): Value {
  if (typeof target === 'string') return callStringMethod(target, name, args);
  if (isDict(target)) {
    if (name === 'get') return target.get(toText(args[0] ?? null)) ?? args[1] ?? null;
    if (name === 'keys') return [...target.keys()];
    if (name === 'values') return [...target.values()];
    if (name === 'items') return [...target].map(([key, value]) => [key, value]);
  }
  throw noMethod(target, name);
}

function callStringMethod(text: string, name: string, args: readonly Value[]): Value {
  const [first, second] = args;
  switch (name) {
    case 'split':
      return splitText(text, first ?? null, second ?? null);
    case 'join':
      return toItems(first ?? null)
        .map((item) => textArgument(item, name))
        .join(text);
    case 'replace':
      return text.replaceAll(
        textArgument(first, name),
        // A function, so that `$&` in the replacement stays text.
        () => textArgument(second, name),
      );
    case 'lower':
      return text.toLowerCase();
    case 'upper':
      return text.toUpperCase();
    case 'strip':
      return text.trim();
    case 'startswith':
      return text.startsWith(textArgument(first, name));
    case 'endswith':
      return text.endsWith(textArgument(first, name));
    default:
      throw noMethod(text, name);
  }
}

function splitText(text: string, separator: Value, limit: Value): Value {
  if (separator === null) return text.split(/\s+/).filter((part) => part !== '');
  const mark = textArgument(separator, 'split');
  if (mark === '') throw new TemplateError('empty separator');
  const parts = text.split(mark);
  const max = typeof limit === 'bigint' && limit >= 0n ? Number(limit) : parts.length;
  if (parts.length <= max + 1) return parts;
  return [...parts.slice(0, max), parts.slice(max).join(mark)];
}

function textArgument(value: Value | undefined, method: string): string {
  if (typeof value === 'string') return value;
  throw new TemplateError(`${method}() takes text, not '${typeName(value ?? null)}'`);
}

function noMethod(target: Value, name: string): TemplateError {
  const type = isList(target) ? 'list' : typeName(target);
  return new TemplateError(`'${type}' object has no attribute '${name}'`);
}
