import {findCallMistake} from './bind-arguments.js';
import {OUTPUT_METHODS, TAG_METHODS} from './call-method.js';
import {walkExpression, type Expression} from './expression.js';
import {expressionsOf, walkStatements, type Block, type Statement} from './statement.js';
import {TemplateError, templateSyntaxError} from './template-error.js';
import {TEMPLATE_FUNCTIONS} from './template-functions.js';

const OUTPUT_OPERATORS = new Set(['+', '-', '*']);
/** Parameters whose names the query endpoint keeps for itself. */
const RESERVED = new Set(['q', 'format']);

/**
 * Checks what can be known without parameters: functions, methods and keywords exist, `{{ }}` keeps
 * to its smaller language, and no parameter has a reserved name.
 *
 * @throws {TemplateError} with the line of the first mistake.
 */
export function checkTemplate(block: Block): void {
  const assigned = assignedNames(block);
  walkStatements(block, (statement) => {
    for (const [at, expression] of expressionsOf(statement).entries()) {
      const line = lineOf(statement, at);
      walkExpression(expression, (part) => {
        checkPart(part, line, statement.kind === 'output');
        if (part.kind === 'name' && RESERVED.has(part.name) && !assigned.has(part.name)) {
          throw new TemplateError(
            `"${part.name}" can not be used as a variable name, line ${line}`,
            {line},
          );
        }
      });
    }
  });
}

/** Returns the names that `set` and `for` assign: they are no parameters. */
export function assignedNames(block: Block): ReadonlySet<string> {
  const names = new Set<string>();
  walkStatements(block, (statement) => {
    if (statement.kind !== 'set' && statement.kind !== 'for') return;
    for (const target of statement.targets) names.add(target);
  });
  return names;
}

function lineOf(statement: Statement, expressionAt: number): number {
  if (statement.kind === 'if') return statement.branches[expressionAt]?.line ?? 1;
  return 'line' in statement ? statement.line : 1;
}

function checkPart(part: Expression, line: number, inOutput: boolean): void {
  const refuse = (what: string): never => {
    throw templateSyntaxError(`${what} is not allowed in {{ }}, line ${line}`, {line});
  };
  switch (part.kind) {
    case 'call':
      checkCall(part, line, inOutput);
      break;
    case 'method':
      if (OUTPUT_METHODS.has(part.name) || (!inOutput && TAG_METHODS.has(part.name))) break;
      throw templateSyntaxError(`'${part.name}' is not a valid method, line ${line}`, {line});
    case 'binary':
      if (inOutput && !OUTPUT_OPERATORS.has(part.operator)) refuse(`"${part.operator}"`);
      break;
    case 'compare':
      if (inOutput) refuse(`"${part.rest[0]?.operator ?? ''}"`);
      break;
    case 'logical':
      if (inOutput) refuse(`"${part.operator}"`);
      break;
    default:
  }
}

function checkCall(
  call: Extract<Expression, {kind: 'call'}>,
  line: number,
  inOutput: boolean,
): void {
  const definition = TEMPLATE_FUNCTIONS.get(call.name);
  if (!definition || (inOutput && definition.tagOnly === true)) {
    throw templateSyntaxError(`'${call.name}' is not a valid function, line ${line}`, {line});
  }
  const keywords = call.keywords.map(({name}) => name);
  const mistake = findCallMistake(call.name, definition, call.args.length, keywords);
  if (mistake !== null) throw templateSyntaxError(`${mistake}, line ${line}`, {line});
}
