import {evaluate, type Scope} from './evaluate.js';
import type {Expression} from './expression.js';
import {operate} from './operate.js';
import {renderValue} from './render-value.js';
import type {Block, Statement} from './statement.js';
import {TemplateError} from './template-error.js';
import {isTruthy, toItems, type Value} from './value.js';

/** Rounds that all loops of one render may take together. */
const MAX_ROUNDS = 100_000;
type Flow = 'next' | 'break' | 'continue';

/** Stops a render that loops without end; no `except` catches it. */
class LoopLimitError extends TemplateError {}

/**
 * Runs a template's statements and returns the text they print.
 *
 * @throws {TemplateError} from any expression, and when the loops take more than 100,000 rounds.
 */
export function execute(block: Block, scope: Scope): string {
  const execution = new Execution(scope);
  execution.run(block);
  return execution.output.join('');
}

class Execution {
  readonly output: string[] = [];
  readonly #scope: Scope;
  #rounds = 0;

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  run(block: Block): Flow {
    for (const statement of block) {
      const flow = this.#runStatement(statement);
      if (flow !== 'next') return flow;
    }
    return 'next';
  }

  #runStatement(statement: Statement): Flow {
    switch (statement.kind) {
      case 'text':
        this.output.push(statement.text);
        return 'next';
      case 'output': {
        const value = this.#evaluate(statement.expression, statement.line);
        this.output.push(renderValue(value, statement.source));
        return 'next';
      }
      case 'if': {
        const branch = statement.branches.find(({test, line}) =>
          isTruthy(this.#evaluate(test, line)),
        );
        return this.run(branch?.body ?? statement.otherwise);
      }
      case 'for':
        return this.#runFor(statement);
      case 'while':
        return this.#runWhile(statement);
      case 'try':
        return this.#runTry(statement);
      case 'set':
        this.#runSet(statement);
        return 'next';
      case 'break':
      case 'continue':
        return statement.kind;
    }
  }

  #runFor(statement: Extract<Statement, {kind: 'for'}>): Flow {
    for (const item of toItems(this.#evaluate(statement.iterable, statement.line))) {
      this.#countRound(statement.line);
      this.#assign(statement.targets, item);
      if (this.run(statement.body) === 'break') return 'next';
    }
    return this.run(statement.otherwise);
  }

  #runWhile(statement: Extract<Statement, {kind: 'while'}>): Flow {
    while (isTruthy(this.#evaluate(statement.test, statement.line))) {
      this.#countRound(statement.line);
      if (this.run(statement.body) === 'break') return 'next';
    }
    return this.run(statement.otherwise);
  }

  /** As in Python, what the body printed before it failed stays, and `finally` always runs. */
  #runTry(statement: Extract<Statement, {kind: 'try'}>): Flow {
    let flow: Flow;
    try {
      flow = this.run(statement.body);
      if (flow === 'next') flow = this.run(statement.otherwise);
    } catch (error) {
      const {handler} = statement;
      if (handler && error instanceof TemplateError && !(error instanceof LoopLimitError)) {
        flow = this.run(handler);
      } else {
        this.run(statement.finalizer);
        throw error;
      }
    }
    const last = this.run(statement.finalizer);
    return last === 'next' ? flow : last;
  }

  #runSet({targets, operator, value, line}: Extract<Statement, {kind: 'set'}>): void {
    const next = this.#evaluate(value, line);
    const [target = ''] = targets;
    if (!operator) this.#assign(targets, next);
    else this.#assign(targets, operate(operator, this.#scope.variables.get(target) ?? null, next));
  }

  #assign(targets: readonly string[], value: Value): void {
    const values = targets.length === 1 ? [value] : toItems(value);
    if (values.length !== targets.length) {
      throw new TemplateError(`cannot unpack ${values.length} values into ${targets.length} names`);
    }
    for (const [at, target] of targets.entries()) {
      this.#scope.variables.set(target, values[at] ?? null);
    }
  }

  #countRound(line: number): void {
    this.#rounds += 1;
    if (this.#rounds <= MAX_ROUNDS) return;
    throw new LoopLimitError(`the template's loops take more than ${MAX_ROUNDS} rounds`, {line});
  }

  #evaluate(expression: Expression, line: number): Value {
    try {
      return evaluate(expression, this.#scope);
    } catch (error) {
      if (error instanceof TemplateError && error.line === undefined) error.line = line;
      throw error;
    }
  }
}
