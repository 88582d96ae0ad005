import {ConfigurationError} from '../errors/configuration-error.js';
import type {ShapeSettings} from './shape-settings.js';

const CHOICES = {type: ['line', 'area', 'bar'], axis: ['left', 'right']} as const;

/**
 * Checks the settings that few charts have.
 *
 * @throws {ConfigurationError} for the first that is wrong.
 */
export function checkPlotSettings(settings: ShapeSettings): void {
  const {yScale, yMin, yMax, stacked, columns} = settings;
  if (!/^(linear|log)$/.test(yScale))
    fail(`Attribute y-scale is "${clip(yScale)}"; it must be linear or log.`);
  if (yScale === 'log' && stacked)
    fail('Attributes stacked and y-scale="log" exclude each other: logarithms do not add up.');
  for (const [name, value] of [['y-min', yMin] as const, ['y-max', yMax] as const]) {
    if (value !== null && !Number.isFinite(value)) fail(`Attribute ${name} must be a number.`);
    if (value !== null && yScale === 'log' && value <= 0)
      fail(`Attribute ${name} must be above zero on a logarithmic scale.`);
  }
  if (yMin !== null && yMax !== null && yMin >= yMax) fail('Attribute y-min must be below y-max.');
  for (const [column, options] of Object.entries(columns ?? {})) {
    for (const name of ['type', 'axis'] as const) {
      const value = options[name];
      const choices: readonly string[] = CHOICES[name];
      if (value !== undefined && !choices.includes(value))
        fail(
          `Attribute columns gives "${clip(column)}" the ${name} "${clip(value)}"; it must be one of ${choices.join(', ')}.`,
        );
    }
  }
}

function fail(message: string): never {
  throw new ConfigurationError(message);
}

function clip(value: unknown): string {
  const text = String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
