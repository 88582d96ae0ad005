import type {CallExpression, Expression, KeywordArgument} from './expression.js';
import type {TokenReader} from './token-reader.js';

type ReadExpression = (reader: TokenReader) => Expression;

/** Reads what may follow a value: calls, method calls, subscripts and slices. */
export function parsePostfix(
  reader: TokenReader,
  base: Expression,
  readExpression: ReadExpression,
): Expression {
  let target = base;
  for (;;) {
    if (reader.take('(')) target = readCall(reader, target, readExpression);
    else if (reader.take('[')) target = readSubscript(reader, target, readExpression);
    else if (reader.take('.')) {
      const name = reader.expectName();
      reader.expect('(');
      const call = readArguments(reader, name, readExpression);
      if (call.keywords.length > 0) reader.fail('no keyword arguments in a method call');
      target = {kind: 'method', target, name, args: call.args};
    } else return target;
  }
}

function readCall(
  reader: TokenReader,
  target: Expression,
  readExpression: ReadExpression,
): CallExpression {
  if (target.kind !== 'name') return reader.fail('a function name before "("');
  return readArguments(reader, target.name, readExpression);
}

function readArguments(
  reader: TokenReader,
  name: string,
  readExpression: ReadExpression,
): CallExpression {
  const args: Expression[] = [];
  const keywords: KeywordArgument[] = [];
  while (!reader.take(')')) {
    if (reader.peek().kind === 'name' && reader.is('=', 1)) {
      const keyword = reader.expectName();
      reader.expect('=');
      if (keywords.some((known) => known.name === keyword)) {
        reader.fail(`"${keyword}" only once`);
      }
      keywords.push({name: keyword, value: readExpression(reader)});
    } else {
      if (keywords.length > 0) reader.fail('a keyword argument');
      args.push(readExpression(reader));
    }
    if (!reader.take(',') && !reader.is(')')) reader.fail('"," or ")"');
  }
  return {kind: 'call', name, args, keywords};
}

function readSubscript(
  reader: TokenReader,
  target: Expression,
  readExpression: ReadExpression,
): Expression {
  const read = (): Expression | undefined =>
    reader.is(':') || reader.is(']') ? undefined : readExpression(reader);
  const start = read();
  if (!reader.take(':')) {
    reader.expect(']');
    return start ? {kind: 'subscript', target, index: start} : reader.fail('an index');
  }
  const stop = read();
  const step = reader.take(':') ? read() : undefined;
  reader.expect(']');
  return {
    kind: 'slice',
    target,
    ...(start && {start}),
    ...(stop && {stop}),
    ...(step && {step}),
  };
}
