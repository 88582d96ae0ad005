import type {BinaryOperator, CompareOperator} from './expression.js';
import {TemplateError} from './template-error.js';
import {isDict, isList, toItems, Tuple, TypedNumber, typeName, type Value} from './value.js';

/** Longest string or list that `+` and `*` may make, so that a loop cannot eat the memory. */
const MAX_LENGTH = 1_000_000;
/** Integers beyond this are refused as operands; the widest ClickHouse type has 256 bits. */
const MAX_INTEGER = 1n << 1024n;

/** Python's arithmetic. @throws {TemplateError} for operands that do not fit the operator. */
export function operate(operator: BinaryOperator, left: Value, right: Value): Value {
  const a = toNumeric(left);
  const b = toNumeric(right);
  if (a !== null && b !== null) return compute(operator, a, b);
  if (operator === '+') {
    if (typeof left === 'string' && typeof right === 'string') return limited(left + right);
    if (isList(left) && isList(right)) return limited([...left, ...right]);
    if (left instanceof Tuple && right instanceof Tuple) {
      return new Tuple(limited([...left.items, ...right.items]));
    }
  }
  if (operator === '*') {
    const times = typeof b === 'bigint' ? b : a;
    const repeated = typeof b === 'bigint' ? left : right;
    if (typeof times === 'bigint') {
      if (typeof repeated === 'string') return repeat(repeated, times);
      if (isList(repeated)) return repeatList(repeated, times);
    }
  }
  throw new TemplateError(
    `unsupported operand type(s) for ${operator}: '${typeName(left)}' and '${typeName(right)}'`,
  );
}

/** Python's negation. @throws {TemplateError} for anything but a number. */
export function negate(value: Value): Value {
  const number = toNumeric(value);
  if (number === null) {
    throw new TemplateError(`bad operand type for unary -: '${typeName(value)}'`);
  }
  return -number;
}

/** Python's comparisons. @throws {TemplateError} for an order between unlike types. */
export function compare(operator: CompareOperator, left: Value, right: Value): boolean {
  switch (operator) {
    case '==':
      return equals(left, right);
    case '!=':
      return !equals(left, right);
    case 'is':
      return left === right;
    case 'is not':
      return left !== right;
    case 'in':
      return contains(right, left);
    case 'not in':
      return !contains(right, left);
    default:
      return order(operator, left, right);
  }
}

/** Python's `==`: numbers by value whatever their type, lists and dicts by content. */
export function equals(left: Value, right: Value): boolean {
  const a = toNumeric(left);
  const b = toNumeric(right);
  // Loose equality compares a bigint with a float exactly.
  // eslint-disable-next-line eqeqeq -- see above
  if (a !== null && b !== null) return a == b;
  if (left instanceof Tuple && right instanceof Tuple) return equalItems(left.items, right.items);
  if (isList(left) && isList(right)) return equalItems(left, right);
  if (isDict(left) && isDict(right)) {
    if (left.size !== right.size) return false;
    return [...left].every(([key, item]) => right.has(key) && equals(item, right.get(key) ?? null));
  }
  return left === right;
}

/** Returns the plain number behind a number, a typed number or a boolean, else null. */
export function toNumeric(value: Value): bigint | number | null {
  if (value instanceof TypedNumber) return value.value;
  if (typeof value === 'boolean') return value ? 1n : 0n;
  return typeof value === 'bigint' || typeof value === 'number' ? value : null;
}

function equalItems(left: readonly Value[], right: readonly Value[]): boolean {
  return left.length === right.length && left.every((item, at) => equals(item, right[at] ?? null));
}

function contains(container: Value, item: Value): boolean {
  if (typeof container === 'string') {
    if (typeof item === 'string') return container.includes(item);
    throw new TemplateError(`'in <string>' requires string as left operand, not ${typeName(item)}`);
  }
  return toItems(container).some((candidate) => equals(candidate, item));
}

function order(operator: '<' | '<=' | '>' | '>=', left: Value, right: Value): boolean {
  const a = typeof left === 'string' && typeof right === 'string' ? left : toNumeric(left);
  const b = typeof left === 'string' && typeof right === 'string' ? right : toNumeric(right);
  if (a === null || b === null) {
    throw new TemplateError(
      `'${operator}' not supported between instances of '${typeName(left)}' and '${typeName(right)}'`,
    );
  }
  if (operator === '<') return a < b;
  if (operator === '<=') return a <= b;
  return operator === '>' ? a > b : a >= b;
}

function compute(operator: BinaryOperator, a: bigint | number, b: bigint | number): Value {
  const whole = typeof a === 'bigint' && typeof b === 'bigint';
  if (whole && (isHuge(a) || isHuge(b))) throw tooLong();
  if ((operator === '/' || operator === '//' || operator === '%') && Number(b) === 0) {
    throw new TemplateError('division by zero');
  }
  switch (operator) {
    case '+':
      return whole ? a + b : Number(a) + Number(b);
    case '-':
      return whole ? a - b : Number(a) - Number(b);
    case '*':
      return whole ? a * b : Number(a) * Number(b);
    case '/':
      return Number(a) / Number(b);
    case '//':
      return whole ? (a - floorModulo(a, b)) / b : Math.floor(Number(a) / Number(b));
    case '%':
      if (whole) return floorModulo(a, b);
      return Number(a) - Math.floor(Number(a) / Number(b)) * Number(b);
    case '**':
      // Exact powers of integers could be made to grow without bound.
      return whole && b >= 0n && b <= 64n ? a ** b : Number(a) ** Number(b);
  }
}

function isHuge(value: bigint): boolean {
  return value > MAX_INTEGER || value < -MAX_INTEGER;
}

/** The remainder with the sign of the divisor. */
function floorModulo(a: bigint, b: bigint): bigint {
  return ((a % b) + b) % b;
}

function repeat(text: string, times: bigint): string {
  const count = times < 0n ? 0 : Number(times);
  if (text.length * count > MAX_LENGTH) throw tooLong();
  return text.repeat(count);
}

function repeatList(list: readonly Value[], times: bigint): readonly Value[] {
  const count = times < 0n ? 0 : Number(times);
  if (list.length * count > MAX_LENGTH) throw tooLong();
  return Array.from({length: count}, () => list).flat();
}

function limited<T extends string | readonly Value[]>(value: T): T {
  if (value.length > MAX_LENGTH) throw tooLong();
  return value;
}

function tooLong(): TemplateError {
  return new TemplateError('a value in the template grew too large');
}
