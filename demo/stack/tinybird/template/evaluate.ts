import {bindArguments} from './bind-arguments.js';
import {callMethod} from './call-method.js';
import type {Expression} from './expression.js';
import {compare, negate, operate} from './operate.js';
import {readSlice, readSubscript} from './read-subscript.js';
import {TemplateError} from './template-error.js';
import type {RenderContext} from './template-function.js';
import {TEMPLATE_FUNCTIONS} from './template-functions.js';
import {isTruthy, toText, Tuple, type Value} from './value.js';

/** Names a template can see: parameters, and what `set` and `for` have assigned since. */
export interface Scope {
  readonly variables: Map<string, Value>;
  readonly context: RenderContext;
}

/**
 * Evaluates an expression as Python would. A name that nobody gave is None.
 *
 * @throws {TemplateError} for whatever Python would raise.
 */
export function evaluate(expression: Expression, scope: Scope): Value {
  const run = (part: Expression): Value => evaluate(part, scope);
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'name':
      return scope.variables.get(expression.name) ?? null;
    case 'list':
    case 'set':
      return expression.items.map(run);
    case 'tuple':
      return new Tuple(expression.items.map(run));
    case 'dict':
      return new Map(expression.entries.map(([key, value]) => [toText(run(key)), run(value)]));
    case 'unary':
      return evaluateUnary(expression, run);
    case 'binary':
      return operate(expression.operator, run(expression.left), run(expression.right));
    case 'logical': {
      const left = run(expression.left);
      return isTruthy(left) === (expression.operator === 'or') ? left : run(expression.right);
    }
    case 'compare':
      return evaluateComparison(expression, run);
    case 'conditional':
      return run(isTruthy(run(expression.test)) ? expression.then : expression.otherwise);
    case 'subscript':
      return readSubscript(run(expression.target), run(expression.index));
    case 'slice': {
      const {start, stop, step} = expression;
      const bounds = [start, stop, step].map((part) => (part ? run(part) : null));
      const [from = null, to = null, stride = null] = bounds;
      return readSlice(run(expression.target), from, to, stride);
    }
    case 'call':
      return evaluateCall(expression, run, scope.context);
    case 'method':
      return callMethod(run(expression.target), expression.name, expression.args.map(run));
    case 'format':
      return expression.parts
        .map((part) => (typeof part === 'string' ? part : toText(run(part))))
        .join('');
  }
}

type Run = (expression: Expression) => Value;

function evaluateUnary(expression: Extract<Expression, {kind: 'unary'}>, run: Run): Value {
  const value = run(expression.operand);
  if (expression.operator === 'not') return !isTruthy(value);
  return expression.operator === '-' ? negate(value) : operate('+', 0n, value);
}

/** `a < b < c` holds when both do, and c is not looked at when the first does not. */
function evaluateComparison(expression: Extract<Expression, {kind: 'compare'}>, run: Run): boolean {
  let left = run(expression.first);
  for (const {operator, operand} of expression.rest) {
    const right = run(operand);
    if (!compare(operator, left, right)) return false;
    left = right;
  }
  return true;
}

function evaluateCall(
  expression: Extract<Expression, {kind: 'call'}>,
  run: Run,
  context: RenderContext,
): Value {
  const definition = TEMPLATE_FUNCTIONS.get(expression.name);
  if (!definition) throw new TemplateError(`'${expression.name}' is not a valid function`);
  const keywords = expression.keywords.map(({name, value}) => [name, run(value)] as const);
  const args = bindArguments(expression.name, definition, expression.args.map(run), keywords);
  return definition.call(args, context);
}
