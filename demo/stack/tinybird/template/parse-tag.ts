import type {BinaryOperator, Expression} from './expression.js';
import {readExpressionList} from './parse-expression.js';
import type {Statement} from './statement.js';
import {TokenReader} from './token-reader.js';
import {tokenizeExpression} from './tokenize-expression.js';

const AUGMENTED: Readonly<Record<string, BinaryOperator>> = {'+=': '+', '-=': '-', '*=': '*'};

/**
 * Parses `a = 1`, `a, b = pair` or `a += 1` behind `{% set`.
 *
 * @throws {TemplateError} for any other text.
 */
export function parseSet(source: string, line: number): Statement {
  const reader = new TokenReader(tokenizeExpression(source, line), line);
  const targets = readTargets(reader);
  const token = reader.next();
  const text = token.kind === 'operator' ? token.text : '';
  const operator = AUGMENTED[text];
  if (text !== '=' && (operator === undefined || targets.length > 1)) reader.fail('"="', token);
  const value = readExpressionList(reader);
  reader.expectEnd();
  return {kind: 'set', targets, ...(operator && {operator}), value, line};
}

/**
 * Parses `item in items` or `a, b in pairs` behind `{% for`.
 *
 * @throws {TemplateError} for any other text.
 */
export function parseFor(
  source: string,
  line: number,
): {readonly targets: readonly string[]; readonly iterable: Expression} {
  const reader = new TokenReader(tokenizeExpression(source, line), line);
  const targets = readTargets(reader);
  reader.expect('in');
  const iterable = readExpressionList(reader);
  reader.expectEnd();
  return {targets, iterable};
}

function readTargets(reader: TokenReader): string[] {
  const parenthesized = reader.take('(');
  const targets = [reader.expectName()];
  while (reader.take(',')) targets.push(reader.expectName());
  if (parenthesized) reader.expect(')');
  return targets;
}
