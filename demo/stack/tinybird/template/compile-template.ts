import {checkTemplate} from './check-template.js';
import type {
  CompiledTemplate,
  RenderedTemplate,
  RenderOptions,
  TemplateParams,
} from './compiled-template.js';
import type {Scope} from './evaluate.js';
import {execute} from './execute.js';
import {toArray} from './functions/array-function.js';
import {parseTemplate} from './parse-template.js';
import type {Block} from './statement.js';
import {TemplateError} from './template-error.js';
import {collectParameters, type ParameterUse} from './template-parameters.js';
import {toValue, type Value} from './value.js';

const JOB_TIMESTAMP = 'job_timestamp';

/**
 * Compiles the SQL of a node. SQL that does not begin with `%` is no template and renders as it is.
 *
 * @throws {TemplateError} with the line for syntax errors, unknown functions and reserved names.
 */
export function compileTemplate(
  sql: string,
  source: {readonly pipe: string; readonly node: string},
): CompiledTemplate {
  if (!sql.startsWith('%')) {
    return {...source, parameters: [], render: () => ({sql, settings: {}})};
  }
  // The line of the % stays, so that lines count from it.
  const block = parseTemplate(sql.slice(1));
  checkTemplate(block);
  const uses = collectParameters(block);
  return {
    ...source,
    parameters: uses.map(({arrayOf: _arrayOf, isDemanded: _isDemanded, ...parameter}) => parameter),
    render: (params, options) => render(block, uses, params, options),
  };
}

function render(
  block: Block,
  uses: readonly ParameterUse[],
  params: TemplateParams,
  options: RenderOptions = {},
): RenderedTemplate {
  const variables = new Map(
    Object.entries(params).map(([name, value]) => [name, toValue(value)] as const),
  );
  if ((variables.get(JOB_TIMESTAMP) ?? null) === null) {
    variables.set(JOB_TIMESTAMP, timestampText(options.now ?? new Date()));
  }
  const missingParameters = missingNames(uses, variables);
  for (const use of uses) listArrayParameter(use, variables);
  const settings: Record<string, string | number> = {};
  const context = {settings, secrets: options.secrets ?? {}, missingParameters};
  const scope: Scope = {variables, context};
  return {sql: execute(block, scope), settings};
}

/**
 * Turns a parameter that the template reads with Array() anywhere into a list, so that tags can
 * compare it with `['']`. One that does not convert is left for Array() itself to refuse.
 */
function listArrayParameter(use: ParameterUse, variables: Map<string, Value>): void {
  const value = variables.get(use.name) ?? null;
  if (use.arrayOf === undefined || value === null) return;
  try {
    variables.set(use.name, toArray(value, use.arrayOf));
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
  }
}

function missingNames(
  uses: readonly ParameterUse[],
  variables: ReadonlyMap<string, Value>,
): string[] {
  return uses
    .filter(({isDemanded}) => isDemanded)
    .map(({name}) => name)
    .filter((name) => (variables.get(name) ?? null) === null);
}

/** UTC as `YYYY-MM-DD HH:MM:SS`. */
function timestampText(now: Date): string {
  return now.toISOString().slice(0, 19).replace('T', ' ');
}
