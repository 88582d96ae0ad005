/** Operators of two operands that take numbers, strings or lists. */
export type BinaryOperator = '+' | '-' | '*' | '/' | '//' | '%' | '**';

/** Operators that answer True or False. */
export type CompareOperator =
  '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not in' | 'is' | 'is not';

/** A keyword argument of a call. */
export interface KeywordArgument {
  readonly name: string;
  readonly value: Expression;
}

/** A call of a template function by its name. */
export interface CallExpression {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Expression[];
  readonly keywords: readonly KeywordArgument[];
}

/** A parsed Python expression of the subset that Tinybird's templates take. */
export type Expression =
  | {readonly kind: 'literal'; readonly value: null | boolean | bigint | number | string}
  | {readonly kind: 'name'; readonly name: string}
  | {readonly kind: 'list' | 'tuple' | 'set'; readonly items: readonly Expression[]}
  | {readonly kind: 'dict'; readonly entries: readonly (readonly [Expression, Expression])[]}
  | {readonly kind: 'unary'; readonly operator: 'not' | '-' | '+'; readonly operand: Expression}
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'logical';
      readonly operator: 'and' | 'or';
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'compare';
      readonly first: Expression;
      readonly rest: readonly {readonly operator: CompareOperator; readonly operand: Expression}[];
    }
  | {
      readonly kind: 'conditional';
      readonly test: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    }
  | {readonly kind: 'subscript'; readonly target: Expression; readonly index: Expression}
  | {
      readonly kind: 'slice';
      readonly target: Expression;
      readonly start?: Expression;
      readonly stop?: Expression;
      readonly step?: Expression;
    }
  | CallExpression
  | {
      readonly kind: 'method';
      readonly target: Expression;
      readonly name: string;
      readonly args: readonly Expression[];
    }
  | {readonly kind: 'format'; readonly parts: readonly (string | Expression)[]};

/** Calls `visit` on an expression and on everything inside it, outermost first. */
export function walkExpression(
  expression: Expression,
  visit: (expression: Expression) => void,
): void {
  visit(expression);
  for (const child of childrenOf(expression)) walkExpression(child, visit);
}

function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'name':
      return [];
    case 'list':
    case 'tuple':
    case 'set':
      return expression.items;
    case 'dict':
      return expression.entries.flat();
    case 'unary':
      return [expression.operand];
    case 'binary':
    case 'logical':
      return [expression.left, expression.right];
    case 'compare':
      return [expression.first, ...expression.rest.map(({operand}) => operand)];
    case 'conditional':
      return [expression.test, expression.then, expression.otherwise];
    case 'subscript':
      return [expression.target, expression.index];
    case 'slice':
      return [expression.target, expression.start, expression.stop, expression.step].filter(
        (part) => part !== undefined,
      );
    case 'call':
      return [...expression.args, ...expression.keywords.map(({value}) => value)];
    case 'method':
      return [expression.target, ...expression.args];
    case 'format':
      return expression.parts.filter((part) => typeof part !== 'string');
  }
}
