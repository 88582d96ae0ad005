import {templateSyntaxError} from './template-error.js';
import type {Value} from './value.js';

/** What functions may read and leave behind during one render. */
export interface RenderContext {
  readonly settings: Record<string, string | number>;
  readonly secrets: Readonly<Record<string, string>>;
  /** Names of the required parameters that were not given. */
  readonly missingParameters: readonly string[];
}

/** Arguments of one call, by the names of the function's parameters. */
export interface CallArguments {
  /** Values by parameter name; a parameter that was left out is absent. */
  readonly named: ReadonlyMap<string, Value>;
  /** Values beyond the named parameters, of a function that takes any number. */
  readonly rest: readonly Value[];
}

/** A function that templates can call. */
export interface TemplateFunction {
  /** Names in positional order, each usable as a keyword too. */
  readonly parameters: readonly string[];
  /** What it takes beyond `parameters`. @default nothing */
  readonly accepts?: 'any-arguments' | 'any-keywords';
  /** True when it only exists as plain Python, that is in `{% %}` tags. @default false */
  readonly tagOnly?: boolean;
  readonly call: (args: CallArguments, context: RenderContext) => Value;
}

/** Functions by the name that templates use. */
export type FunctionTable = Readonly<Record<string, TemplateFunction>>;

/** Keyword arguments that only document a parameter, in Tinybird's positional order. */
export const DOCUMENTATION_PARAMETERS = [
  'required',
  'description',
  'enum',
  'example',
  'format',
] as const;

/** Returns an argument, or None when it was left out. */
export function argument(args: CallArguments, name: string): Value {
  return args.named.get(name) ?? null;
}

/**
 * Returns the first argument or its default; null when the parameter is optional (`defined=False`).
 *
 * @throws {TemplateError} when a required parameter is not given.
 */
export function givenOrDefault(args: CallArguments, context: RenderContext): Value {
  const value = argument(args, 'x') ?? argument(args, 'default');
  if (value !== null || args.named.get('defined') === false) return value;
  throw requiredParameterError(context);
}

/** Makes the error for a parameter that is neither given nor has a default (Tinybird CLI). */
export function requiredParameterError(context: RenderContext): Error {
  const names = context.missingParameters;
  const reason = 'Required parameter is not defined';
  if (names.length === 0) return templateSyntaxError(reason);
  const list = [names.slice(0, -1).join(', '), ...names.slice(-1)].filter(Boolean).join(' and ');
  return templateSyntaxError(
    `${reason}. Check the parameters ${list}. ` +
      'Please provide a value or set a default value in the pipe code.',
  );
}
