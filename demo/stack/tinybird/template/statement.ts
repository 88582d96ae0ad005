import type {BinaryOperator, Expression} from './expression.js';

/** A run of statements. */
export type Block = readonly Statement[];

/** A parsed piece of a template. */
export type Statement =
  | {readonly kind: 'text'; readonly text: string}
  | {
      readonly kind: 'output';
      readonly expression: Expression;
      /** What stands between the braces, for error messages. */
      readonly source: string;
      readonly line: number;
    }
  | {
      readonly kind: 'if';
      readonly branches: readonly {
        readonly test: Expression;
        readonly body: Block;
        readonly line: number;
      }[];
      readonly otherwise: Block;
    }
  | {
      readonly kind: 'for';
      readonly targets: readonly string[];
      readonly iterable: Expression;
      readonly body: Block;
      readonly otherwise: Block;
      readonly line: number;
    }
  | {
      readonly kind: 'while';
      readonly test: Expression;
      readonly body: Block;
      readonly otherwise: Block;
      readonly line: number;
    }
  | {
      readonly kind: 'try';
      readonly body: Block;
      /** Runs after any template error in `body`; absent with only a finally. */
      readonly handler?: Block;
      readonly otherwise: Block;
      readonly finalizer: Block;
    }
  | {
      readonly kind: 'set';
      readonly targets: readonly string[];
      /** Operator of `+=`, `-=` and `*=`; absent for `=`. */
      readonly operator?: BinaryOperator;
      readonly value: Expression;
      readonly line: number;
    }
  | {readonly kind: 'break' | 'continue'; readonly line: number};

/** Calls `visit` on every statement, in source order. */
export function walkStatements(block: Block, visit: (statement: Statement) => void): void {
  for (const statement of block) {
    visit(statement);
    for (const inner of blocksOf(statement)) walkStatements(inner, visit);
  }
}

function blocksOf(statement: Statement): readonly Block[] {
  switch (statement.kind) {
    case 'if':
      return [...statement.branches.map(({body}) => body), statement.otherwise];
    case 'for':
    case 'while':
      return [statement.body, statement.otherwise];
    case 'try':
      return [statement.body, statement.handler ?? [], statement.otherwise, statement.finalizer];
    default:
      return [];
  }
}

/** Returns the expressions a statement evaluates itself, without those of its inner blocks. */
export function expressionsOf(statement: Statement): readonly Expression[] {
  switch (statement.kind) {
    case 'output':
      return [statement.expression];
    case 'if':
      return statement.branches.map(({test}) => test);
    case 'for':
      return [statement.iterable];
    case 'while':
      return [statement.test];
    case 'set':
      return [statement.value];
    default:
      return [];
  }
}
