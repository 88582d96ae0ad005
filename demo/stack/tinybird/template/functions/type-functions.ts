import {
  argument,
  DOCUMENTATION_PARAMETERS,
  givenOrDefault,
  type FunctionTable,
  type TemplateFunction,
} from '../template-function.js';
import {templateSyntaxError} from '../template-error.js';
import {isTruthy, TypedNumber, type Value} from '../value.js';
import {NUMERIC_TYPES, SCALAR_TYPES, scalarText, type ScalarType} from './scalar-types.js';

const PARAMETERS = ['x', 'default', 'defined', ...DOCUMENTATION_PARAMETERS];

/** Reads any value as 1 or 0; only "0", "false", emptiness and None are 0, and nothing is an error. */
export function toBoolean(value: Value): bigint {
  if (typeof value === 'string' && (value === '0' || value.toLowerCase() === 'false')) return 0n;
  return isTruthy(value) ? 1n : 0n;
}

const booleanFunction: TemplateFunction = {
  parameters: ['x', 'default'],
  call: (args) => toBoolean(argument(args, 'x') ?? argument(args, 'default')),
};

/** The functions that check a parameter against a scalar type and print it as a literal. */
export const TYPE_FUNCTIONS: FunctionTable = {
  ...Object.fromEntries(
    [...SCALAR_TYPES].map(([name, type]) => [name, scalarFunction(name, type)]),
  ),
  Boolean: booleanFunction,
  bool: booleanFunction,
};

function scalarFunction(name: string, type: ScalarType): TemplateFunction {
  const call: TemplateFunction['call'] = (args, context) => {
    const value = givenOrDefault(args, context);
    if (value === null) return null;
    const text = scalarText(value);
    if (!type.accepts(text)) {
      throw templateSyntaxError(`Error validating '${text}' to type ${type.name}`);
    }
    const read = type.read(text);
    return typeof read !== 'string' && NUMERIC_TYPES.has(name) ? new TypedNumber(read, name) : read;
  };
  return {parameters: PARAMETERS, call};
}
