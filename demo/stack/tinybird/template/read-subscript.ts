import {TemplateError} from './template-error.js';
import {isDict, isList, toText, Tuple, typeName, type Value} from './value.js';

/** Returns `target[index]`, counting from the end when negative. @throws {TemplateError} outside. */
export function readSubscript(target: Value, index: Value): Value {
  if (isDict(target)) {
    const value = target.get(toText(index));
    if (value !== undefined) return value;
    throw new TemplateError(`KeyError: '${toText(index)}'`);
  }
  const sequence = toSequence(target);
  if (typeof index !== 'bigint') {
    throw new TemplateError(`${typeName(target)} indices must be integers`);
  }
  const item = sequence.at(Number(index));
  if (item !== undefined) return item;
  throw new TemplateError(`${typeName(target)} index out of range`);
}

/** Returns `target[start:stop:step]` of a string, list or tuple. @throws {TemplateError} for others. */
export function readSlice(target: Value, start: Value, stop: Value, step: Value): Value {
  const sequence = toSequence(target);
  const stride = step === null ? 1 : toIndex(step);
  if (stride === 0) throw new TemplateError('slice step cannot be zero');
  const [low, high] = stride > 0 ? [0, sequence.length] : [-1, sequence.length - 1];
  const bound = (value: Value, fallback: number): number => {
    if (value === null) return fallback;
    const at = toIndex(value);
    return Math.min(Math.max(at < 0 ? at + sequence.length : at, low), high);
  };
  const from = bound(start, stride > 0 ? low : high);
  const to = bound(stop, stride > 0 ? high : low);
  const items: Value[] = [];
  for (let at = from; stride > 0 ? at < to : at > to; at += stride)
    items.push(sequence[at] ?? null);
  if (target instanceof Tuple) return new Tuple(items);
  return typeof target === 'string' ? items.map(toText).join('') : items;
}

function toSequence(target: Value): readonly Value[] {
  if (isList(target)) return target;
  if (target instanceof Tuple) return target.items;
  if (typeof target === 'string') return Array.from(target);
  throw new TemplateError(`'${typeName(target)}' object is not subscriptable`);
}

function toIndex(value: Value): number {
  if (typeof value === 'bigint') return Number(value);
  throw new TemplateError('slice indices must be integers or None');
}
