import {compare, operate, toNumeric} from '../operate.js';
import {argument, type FunctionTable, type TemplateFunction} from '../template-function.js';
import {TemplateError} from '../template-error.js';
import {isDict, isList, toItems, toText, Tuple, typeName, type Value} from '../value.js';
import {SCALAR_TYPES} from './scalar-types.js';

/** Longest list that `range()` makes. */
const MAX_RANGE = 10_000;
const INT_256 = SCALAR_TYPES.get('Int256');
const FLOAT_64 = SCALAR_TYPES.get('Float64');

/** Python's own functions that templates use; those for tags only are plain Python. */
export const PYTHON_FUNCTIONS: FunctionTable = {
  len: {
    parameters: ['x'],
    call(args) {
      const value = argument(args, 'x');
      if (typeof value === 'string' || isList(value)) return BigInt(value.length);
      if (value instanceof Tuple) return BigInt(value.items.length);
      if (isDict(value)) return BigInt(value.size);
      throw new TemplateError(`object of type '${typeName(value)}' has no len()`);
    },
  },
  list: {
    parameters: ['x'],
    call: (args) => [...toItems(argument(args, 'x') ?? [])],
  },
  min: extremeFunction('<'),
  max: extremeFunction('>'),
  int: {
    parameters: ['x'],
    call(args) {
      const value = argument(args, 'x') ?? 0n;
      const number = toNumeric(value);
      if (typeof number === 'bigint') return number;
      if (typeof number === 'number' && Number.isFinite(number)) return BigInt(Math.trunc(number));
      const text = toText(value).trim();
      if (INT_256?.accepts(text)) return INT_256.read(text);
      throw new TemplateError(`invalid literal for int() with base 10: '${text}'`);
    },
  },
  float: {
    parameters: ['x'],
    call(args) {
      const value = argument(args, 'x') ?? 0n;
      const number = toNumeric(value);
      if (number !== null) return Number(number);
      const text = toText(value);
      if (FLOAT_64?.accepts(text)) return FLOAT_64.read(text);
      throw new TemplateError(`could not convert string to float: '${text}'`);
    },
  },
  str: {parameters: ['x'], tagOnly: true, call: (args) => toText(argument(args, 'x') ?? '')},
  abs: {
    parameters: ['x'],
    tagOnly: true,
    call(args) {
      const number = toNumeric(argument(args, 'x'));
      if (number === null) throw new TemplateError('bad operand type for abs()');
      return number < 0 ? -number : number;
    },
  },
  sum: {
    parameters: ['x'],
    tagOnly: true,
    call: (args) =>
      toItems(argument(args, 'x')).reduce((total, item) => operate('+', total, item), 0n),
  },
  sorted: {
    parameters: ['x'],
    tagOnly: true,
    call: (args) =>
      [...toItems(argument(args, 'x'))].sort((a, b) => {
        if (compare('<', a, b)) return -1;
        return compare('>', a, b) ? 1 : 0;
      }),
  },
  range: {parameters: ['start', 'stop', 'step'], tagOnly: true, call: ({named}) => range(named)},
};

function extremeFunction(operator: '<' | '>'): TemplateFunction {
  return {
    parameters: [],
    accepts: 'any-arguments',
    call({rest}) {
      const items = rest.length === 1 ? toItems(rest[0] ?? null) : rest;
      const [first, ...others] = items;
      if (first === undefined) throw new TemplateError('min() or max() of an empty list');
      return others.reduce((best, item) => (compare(operator, item, best) ? item : best), first);
    },
  };
}

function range(named: ReadonlyMap<string, Value>): Value[] {
  const [first, second, third] = ['start', 'stop', 'step'].map((name) => {
    const number = named.has(name) ? toNumeric(named.get(name) ?? null) : undefined;
    if (number === null || typeof number === 'number') {
      throw new TemplateError('range() takes integers');
    }
    return number;
  });
  const start = second === undefined ? 0n : (first ?? 0n);
  const stop = second ?? first ?? 0n;
  const step = third ?? 1n;
  if (step === 0n) throw new TemplateError('range() arg 3 must not be zero');
  const items: Value[] = [];
  for (let at = start; step > 0n ? at < stop : at > stop; at += step) {
    if (items.length === MAX_RANGE) throw new TemplateError(`range() is limited to ${MAX_RANGE}`);
    items.push(at);
  }
  return items;
}
