import type {BinaryOperator, CompareOperator, Expression} from './expression.js';
import {parseFormatString} from './parse-format-string.js';
import {parsePostfix} from './parse-postfix.js';
import {TokenReader} from './token-reader.js';
import {tokenizeExpression} from './tokenize-expression.js';

const COMPARE = ['==', '!=', '<=', '>=', '<', '>'] as const satisfies readonly CompareOperator[];
const SUM = ['+', '-'] as const satisfies readonly BinaryOperator[];
const PRODUCT = ['*', '//', '/', '%'] as const satisfies readonly BinaryOperator[];
const RESERVED = new Set(['and', 'or', 'not', 'in', 'is', 'if', 'else', 'for', 'lambda']);

/**
 * Parses one Python expression, or a bare tuple such as `a, b`.
 *
 * @throws {TemplateError} with the line for anything outside the subset.
 */
export function parseExpression(source: string, line: number): Expression {
  const reader = new TokenReader(tokenizeExpression(source, line), line);
  const expression = readExpressionList(reader);
  reader.expectEnd();
  return expression;
}

/** Reads one expression, or several separated by commas as a tuple. */
export function readExpressionList(reader: TokenReader): Expression {
  const first = readExpression(reader);
  if (!reader.is(',')) return first;
  const items = [first];
  while (reader.take(',')) {
    if (reader.peek().kind === 'end' || reader.is(')')) break;
    items.push(readExpression(reader));
  }
  return {kind: 'tuple', items};
}

/** Reads one expression of the lowest precedence, `a if test else b`. */
export function readExpression(reader: TokenReader): Expression {
  const then = readOr(reader);
  if (!reader.take('if')) return then;
  const test = readOr(reader);
  reader.expect('else');
  return {kind: 'conditional', test, then, otherwise: readExpression(reader)};
}

function readOr(reader: TokenReader): Expression {
  let left = readAnd(reader);
  while (reader.take('or')) {
    left = {kind: 'logical', operator: 'or', left, right: readAnd(reader)};
  }
  return left;
}

function readAnd(reader: TokenReader): Expression {
  let left = readNot(reader);
  while (reader.take('and')) {
    left = {kind: 'logical', operator: 'and', left, right: readNot(reader)};
  }
  return left;
}

function readNot(reader: TokenReader): Expression {
  if (reader.take('not')) return {kind: 'unary', operator: 'not', operand: readNot(reader)};
  return readComparison(reader);
}

function readComparison(reader: TokenReader): Expression {
  const first = readSum(reader);
  const rest: {operator: CompareOperator; operand: Expression}[] = [];
  for (let operator = takeCompare(reader); operator; operator = takeCompare(reader)) {
    rest.push({operator, operand: readSum(reader)});
  }
  return rest.length === 0 ? first : {kind: 'compare', first, rest};
}

function takeCompare(reader: TokenReader): CompareOperator | undefined {
  if (reader.take('in')) return 'in';
  if (reader.is('not') && reader.is('in', 1)) {
    reader.expect('not');
    reader.expect('in');
    return 'not in';
  }
  if (reader.take('is')) return reader.take('not') ? 'is not' : 'is';
  return COMPARE.find((operator) => reader.take(operator));
}

function readSum(reader: TokenReader): Expression {
  let left = readProduct(reader);
  for (;;) {
    const operator = SUM.find((text) => reader.take(text));
    if (!operator) return left;
    left = {kind: 'binary', operator, left, right: readProduct(reader)};
  }
}

function readProduct(reader: TokenReader): Expression {
  let left = readUnary(reader);
  for (;;) {
    const operator = PRODUCT.find((text) => reader.take(text));
    if (!operator) return left;
    left = {kind: 'binary', operator, left, right: readUnary(reader)};
  }
}

function readUnary(reader: TokenReader): Expression {
  for (const operator of ['-', '+'] as const) {
    if (reader.take(operator)) return {kind: 'unary', operator, operand: readUnary(reader)};
  }
  const base = parsePostfix(reader, readAtom(reader), readExpression);
  if (!reader.take('**')) return base;
  return {kind: 'binary', operator: '**', left: base, right: readUnary(reader)};
}

function readAtom(reader: TokenReader): Expression {
  const token = reader.next();
  switch (token.kind) {
    case 'number':
      return {kind: 'literal', value: token.value};
    case 'string':
    case 'format':
      return readStrings(reader, token);
    case 'name':
      if (token.text === 'None') return {kind: 'literal', value: null};
      if (token.text === 'True') return {kind: 'literal', value: true};
      if (token.text === 'False') return {kind: 'literal', value: false};
      if (RESERVED.has(token.text)) return reader.fail('a value', token);
      return {kind: 'name', name: token.text};
    case 'operator':
      if (token.text === '(') return readParentheses(reader);
      if (token.text === '[') return {kind: 'list', items: readItems(reader, ']')};
      if (token.text === '{') return readBraces(reader);
      return reader.fail('a value', token);
    case 'end':
      return reader.fail('a value', token);
  }
}

function readStrings(
  reader: TokenReader,
  first: {readonly kind: 'string' | 'format'; readonly value: string},
): Expression {
  const parts: (string | Expression)[] = [];
  let token: {readonly kind: string; readonly value?: unknown} = first;
  for (;;) {
    const text = String(token.value);
    if (token.kind === 'format')
      parts.push(...parseFormatString(text, reader.line, parseExpression));
    else parts.push(text);
    if (reader.peek().kind !== 'string' && reader.peek().kind !== 'format') break;
    token = reader.next();
  }
  if (parts.every((part) => typeof part === 'string')) {
    return {kind: 'literal', value: parts.join('')};
  }
  return {kind: 'format', parts};
}

function readParentheses(reader: TokenReader): Expression {
  if (reader.take(')')) return {kind: 'tuple', items: []};
  const inner = readExpressionList(reader);
  reader.expect(')');
  return inner;
}

function readItems(reader: TokenReader, closer: string): Expression[] {
  const items: Expression[] = [];
  while (!reader.take(closer)) {
    items.push(readExpression(reader));
    if (!reader.take(',') && !reader.is(closer)) reader.fail(`"," or "${closer}"`);
  }
  return items;
}

function readBraces(reader: TokenReader): Expression {
  if (reader.take('}')) return {kind: 'dict', entries: []};
  const first = readExpression(reader);
  if (!reader.is(':')) {
    if (!reader.take(',') && !reader.is('}')) reader.fail('"," or "}"');
    return {kind: 'set', items: [first, ...readItems(reader, '}')]};
  }
  const entries: (readonly [Expression, Expression])[] = [];
  for (let key = first; ; key = readExpression(reader)) {
    reader.expect(':');
    entries.push([key, readExpression(reader)]);
    if (!reader.take(',') && !reader.is('}')) reader.fail('"," or "}"');
    if (reader.take('}')) return {kind: 'dict', entries};
  }
}
