/** Keys that would reach an object's prototype instead of the object. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

type Plain = Record<string, unknown>;

/** Returns `base` with `extra` laid over it, plain objects merged at every depth; changes neither. */
export function mergeOptions<T extends object>(base: T, extra: object | null | undefined): T {
  if (!extra) return base;
  const merged: Plain = {...(base as Plain)};
  for (const [key, value] of Object.entries(extra)) {
    if (FORBIDDEN.has(key) || value === undefined) continue;
    const own = Object.hasOwn(merged, key) ? merged[key] : undefined;
    merged[key] = isPlain(value) ? mergeOptions(isPlain(own) ? own : {}, value) : value;
  }
  return merged as T;
}

function isPlain(value: unknown): value is Plain {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
