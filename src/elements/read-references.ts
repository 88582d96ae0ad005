import {ConfigurationError} from '../errors/configuration-error.js';
import type {Reference, ReferencePlace} from '../series/reference.js';
import {InvalidJson} from './json-attribute.js';

const HOW =
  'Give a list of {"y": 100}, {"from": 80, "to": 120}, {"x": "2026-03-01"} or {"x": …, "y": …}, each with a label if wanted.';

/**
 * Reads the setting `reference`.
 *
 * @throws {ConfigurationError} when it is none.
 */
export function readReferences(setting: unknown): readonly Reference[] {
  if (setting === null) return [];
  if (setting instanceof InvalidJson)
    throw new ConfigurationError(`Attribute reference is not valid JSON: ${setting.reason}`);
  const list: readonly unknown[] = Array.isArray(setting) ? setting : [setting];
  return list.map((entry, at) => {
    const problem = problemOf(entry);
    if (problem)
      throw new ConfigurationError(`Attribute reference, entry ${at + 1}, ${problem}. ${HOW}`);
    return entry as Reference;
  });
}

function problemOf(entry: unknown): string | null {
  if (typeof entry !== 'object' || entry === null) return 'is no object';
  const {y, from, to, x, label, color} = entry as Record<string, unknown>;
  if (y === undefined && x === undefined && (from === undefined || to === undefined))
    return 'has neither y, nor from and to, nor x';
  const levels = [y, from, to].flat().filter((level) => level !== undefined);
  if (!levels.every((level) => Number.isFinite(level))) return 'has a level that is no number';
  if (Array.isArray(y) && y.length !== 2) return 'has a band that is no pair';
  const places = [x].flat().filter((place) => place !== undefined);
  if (!places.every(isPlace) || places.length > 2) return 'has an x that is no place of the axis';
  if (label !== undefined && typeof label !== 'string') return 'has a label that is no text';
  // Colours end up in styles: text that is more than a colour must not.
  if (color !== undefined && !(typeof color === 'string' && CSS.supports('color', color)))
    return 'has a color that is no CSS colour';
  return null;
}

function isPlace(place: unknown): place is ReferencePlace {
  return typeof place === 'string' || Number.isFinite(place) || place instanceof Date;
}
