import {
  argument,
  DOCUMENTATION_PARAMETERS,
  givenOrDefault,
  type FunctionTable,
} from '../template-function.js';
import {templateSyntaxError} from '../template-error.js';
import {isList, toText, Tuple, type Value} from '../value.js';
import {SCALAR_TYPES, scalarText} from './scalar-types.js';
import {toBoolean} from './type-functions.js';

/**
 * Reads a list or comma-separated text as a list of one type; an unknown type leaves text as text.
 * Empty text is a list of one empty string.
 *
 * @throws {TemplateError} naming the first item that does not fit, or for a value that is no list.
 */
export function toArray(value: Value, typeName: string): Value[] {
  const items = toParts(value);
  if (!items) throw templateSyntaxError('transform type function Array is not well defined');
  if (typeName === 'Boolean' || typeName === 'bool') return items.map(toBoolean);
  const type = SCALAR_TYPES.get(typeName);
  return items.map((item, at) => {
    const text = scalarText(item);
    if (!type) return text;
    if (type.accepts(text)) return type.read(text);
    const shown = text === '' ? 'empty string' : text;
    const list = isList(value) ? toText(value) : `[${toText(value)}]`;
    throw templateSyntaxError(`Error validating ${list}[${at}] (${shown}) to type ${type.name}`);
  });
}

function toParts(value: Value): readonly Value[] | null {
  if (typeof value === 'string') return value.split(',');
  if (value instanceof Tuple) return value.items;
  return isList(value) ? value : null;
}

/** `Array(x, 'Type', default)`, which prints as `['a','b']` or `[1,2]`. */
export const ARRAY_FUNCTIONS: FunctionTable = {
  Array: {
    parameters: ['x', '_type', 'default', 'defined', ...DOCUMENTATION_PARAMETERS],
    call(args, context) {
      const value = givenOrDefault(args, context);
      const type = argument(args, '_type');
      return value === null ? null : toArray(value, type === null ? 'String' : toText(type));
    },
  },
};
