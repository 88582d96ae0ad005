import type {CallArguments, TemplateFunction} from './template-function.js';
import {TemplateError} from './template-error.js';
import type {Value} from './value.js';

/**
 * Names what is wrong with a call's shape, as Python would, or returns null: too many arguments, an
 * unknown keyword, or one that is given twice.
 */
export function findCallMistake(
  name: string,
  definition: TemplateFunction,
  argumentCount: number,
  keywords: readonly string[],
): string | null {
  const {parameters, accepts} = definition;
  const limit = parameters.length;
  if (argumentCount > limit && accepts !== 'any-arguments') {
    return `${name}() takes at most ${limit} arguments (${argumentCount} given)`;
  }
  for (const keyword of keywords) {
    const at = parameters.indexOf(keyword);
    if (at < 0 && accepts !== 'any-keywords') {
      return `${name}() got an unexpected keyword argument '${keyword}'`;
    }
    if (at >= 0 && at < argumentCount) {
      return `${name}() got multiple values for argument '${keyword}'`;
    }
  }
  return null;
}

/** Gives arguments the names of the parameters. @throws {TemplateError} when the shape is wrong. */
export function bindArguments(
  name: string,
  definition: TemplateFunction,
  args: readonly Value[],
  keywords: readonly (readonly [string, Value])[],
): CallArguments {
  const names = keywords.map(([keyword]) => keyword);
  const mistake = findCallMistake(name, definition, args.length, names);
  if (mistake !== null) throw new TemplateError(mistake);
  const named = new Map<string, Value>();
  for (const [at, parameter] of definition.parameters.entries()) {
    const value = args[at];
    if (value !== undefined) named.set(parameter, value);
  }
  for (const [keyword, value] of keywords) named.set(keyword, value);
  return {named, rest: args.slice(definition.parameters.length)};
}
